import { round } from "../../base/number.js";
import type { LabPlanes } from "../../image/raster.js";
import type { Measurement } from "../measurement.js";
import { colorStatistics } from "../palette/color-statistics.js";
import { temperatureOf } from "../palette/temperature.js";
import { blueHourOf } from "./blue-hour.js";
import { goldenHourOf } from "./golden-hour.js";
import { hueShares } from "./hues.js";
import { neonOf } from "./neon.js";
import { sceneryOf } from "./scenery.js";
import { toneOf } from "./tone.js";

export interface LightWarmth {
  readonly light: "warm" | "cool" | "unclear";
  /** Mean OKLab b of the lighter half of the pixels that are not clipped: yellow over 0, blue under. */
  readonly lightB: number;
  /** Pixels of the whole with b over 0.012, and under -0.012. */
  readonly yellow: number;
  readonly blue: number;
}

const CAST = 0.012;
const CLIPPED = 0.97;

/**
 * The tint of the light: both the whole (gray world) and the lighter half lean the same way, next to nothing
 * leans the other way. Warm light is not green, so leaves do not count; cool light is dim, so that the blue of a day's
 * sky does not count. Silent where golden hour, blue hour or neon say
 * it better, and where the picture is black and white or toned.
 *
 * @source gray world: Buchsbaum, "A spatial processor model for object colour perception", J. Franklin Inst. 310 (1980)
 */
export const warmth: Measurement<LightWarmth> = {
  id: "light-warmth",
  measure: (picture) => {
    const planes = picture.lab(192);
    const tone = toneOf(picture);
    const color = colorStatistics(picture);
    const tints = tintsOf(planes, tone.p50);
    const hues = hueShares(planes, 0, 1);
    const palette = temperatureOf(picture).temperature;
    const named =
      goldenHourOf(picture).hour !== "none" || blueHourOf(picture).blueHour || neonOf(picture).neon;
    const lit = sceneryOf(picture).continuous && color.offCurve > 0.01 && color.chroma50 > 0.02 && !named;
    const glow = tints.lightB > 0.05 && tints.yellow > 0.93 && tints.blue < 0.01;
    const warm = lit && glow && hues.warm > 0.25 && hues.green < 0.05 && palette !== "cool";
    const chill = tints.lightB < -0.03 && tints.blue > 0.9 && tints.yellow < 0.03;
    const dim = tone.mean < 0.42 && tone.above80 < 0.06;
    const cool = lit && chill && dim && palette !== "warm";
    return { light: warm ? "warm" : cool ? "cool" : "unclear", ...tints };
  },
  phrase: (value) =>
    value.light === "unclear"
      ? []
      : [
          {
            facet: "lighting",
            text: `${value.light} light`,
            confidence: 0.8,
            evidence: {
              source: "analysis:light-warmth",
              score: value.lightB,
              note: `${Math.round(100 * Math.max(value.yellow, value.blue))} % of the picture tinted ${value.light}`,
            },
          },
        ],
};

function tintsOf(planes: LabPlanes, median: number): Omit<LightWarmth, "light"> {
  const count = planes.l.length;
  let [lightB, lights, yellow, blue] = [0, 0, 0, 0];
  for (let i = 0; i < count; i++) {
    const b = planes.b[i] as number;
    if (b > CAST) yellow++;
    else if (b < -CAST) blue++;
    const l = planes.l[i] as number;
    if (l < median || l > CLIPPED) continue;
    lightB += b;
    lights++;
  }
  return {
    lightB: round(lights === 0 ? 0 : lightB / lights, 4),
    yellow: round(yellow / count, 4),
    blue: round(blue / count, 4),
  };
}
