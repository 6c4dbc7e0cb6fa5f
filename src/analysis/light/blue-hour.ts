import { round } from "../../base/number.js";
import type { Picture } from "../../image/picture.js";
import type { Measurement } from "../measurement.js";
import { emittersOf } from "./emitters.js";
import { hueShares } from "./hues.js";
import { nightOf } from "./night.js";
import { sceneryOf } from "./scenery.js";
import { toneOf } from "./tone.js";

export interface BlueHour {
  readonly blueHour: boolean;
  /** Blue pixels of the upper half, 0..1. */
  readonly blueSky: number;
  /** Mean lightness. */
  readonly mean: number;
  /** Bright areas that are warm against the blue. */
  readonly warmLights: number;
}

const WARM_LIGHT = 0.05;
/** No light reaches above this part of the height: lightning and the sun do. */
const CLEAR_SKY = 0.25;
const SPECK = 5e-4;

/**
 * Dusk after the sun: a deep, soft, blue sky, neither day nor black, and warm lamps already lit under it. Without the
 * lamps a blue picture may be anything, and nothing is said.
 */
export const blueHour: Measurement<BlueHour> = {
  id: "blue-hour",
  measure: blueHourOf,
  phrase: (value) =>
    value.blueHour
      ? [
          {
            facet: "lighting",
            text: "blue hour",
            confidence: 0.7,
            evidence: {
              source: "analysis:blue-hour",
              score: value.blueSky,
              region: { x: 0, y: 0, width: 1, height: 0.5 },
              note: `${Math.round(100 * value.blueSky)} % of the upper half blue, ${value.warmLights} warm lights`,
            },
          },
        ]
      : [],
};

export function blueHourOf(picture: Picture): BlueHour {
  return picture.once("light/blue-hour", () => {
    const planes = picture.lab(192);
    const tone = toneOf(picture);
    const scenery = sceneryOf(picture);
    const sky = hueShares(planes, 0, 0.5);
    const lights = emittersOf(picture);
    const clear = lights.every((light) => light.region.y > CLEAR_SKY || light.share < SPECK);
    const warmLights = lights.filter(
      (light) => light.share < 0.06 && light.b > WARM_LIGHT && light.l > 0.68 && light.a > -0.03,
    ).length;
    const dusk = tone.mean > 0.18 && tone.mean < 0.45 && tone.above80 < 0.08;
    const soft = scenery.flat < 0.2 && scenery.modal < 0.25 && scenery.step90 < 0.13;
    const blue = sky.cool > 0.9 && sky.warm < 0.05 && sky.lightness > 0.2 && sky.lightness < 0.45;
    return {
      blueHour: dusk && soft && blue && clear && warmLights >= 8 && !nightOf(picture).night,
      blueSky: round(sky.cool, 4),
      mean: round(tone.mean, 4),
      warmLights,
    };
  });
}
