import { round } from "../../base/number.js";
import type { Picture } from "../../image/picture.js";
import type { Measurement } from "../measurement.js";
import { emittersOf } from "./emitters.js";
import { hueShares } from "./hues.js";
import { sceneryOf } from "./scenery.js";
import { toneOf } from "./tone.js";

export interface Night {
  readonly night: boolean;
  /** Pixels with lightness under 0.3. */
  readonly dark: number;
  /** Mean lightness of the upper 30 %. */
  readonly top: number;
  readonly lights: number;
  /** Part of the picture that the lights cover, and the largest alone. */
  readonly lit: number;
  readonly largest: number;
}

/**
 * Night with lamps: a dark picture under a dark sky, in which several small separate areas are bright. One large
 * bright area is a stage, a window or the sun.
 */
export const night: Measurement<Night> = {
  id: "night",
  measure: nightOf,
  phrase: (value) =>
    value.night
      ? [
          {
            facet: "lighting",
            text: "artificial lights at night",
            confidence: 0.85,
            evidence: {
              source: "analysis:night",
              score: value.dark,
              note: `${Math.round(100 * value.dark)} % dark, ${value.lights} separate lights`,
            },
          },
        ]
      : [],
};

export function nightOf(picture: Picture): Night {
  return picture.once("light/night", () => {
    const tone = toneOf(picture);
    const scenery = sceneryOf(picture);
    const emitters = emittersOf(picture);
    const top = hueShares(picture.lab(192), 0, 0.3).lightness;
    const lit = emitters.reduce((sum, emitter) => sum + emitter.share, 0);
    const largest = emitters.reduce((most, emitter) => Math.max(most, emitter.share), 0);
    const dark = tone.below30 > 0.7 && top < 0.24 && tone.p99 > 0.6;
    const lamps = emitters.length >= 6 && lit < 0.1 && largest < 0.04;
    return {
      night: dark && lamps && scenery.flat < 0.2 && scenery.modal < 0.25 && scenery.meanStep < 0.05,
      dark: round(tone.below30, 4),
      top: round(top, 4),
      lights: emitters.length,
      lit: round(lit, 4),
      largest: round(largest, 4),
    };
  });
}
