import { round } from "../../base/number.js";
import type { Picture } from "../../image/picture.js";
import type { Measurement } from "../measurement.js";
import { hueShares } from "./hues.js";
import { nightOf } from "./night.js";
import { sceneryOf } from "./scenery.js";
import { silhouetteOf } from "./silhouette.js";
import { toneOf } from "./tone.js";

export interface GoldenHour {
  readonly hour: "golden" | "sunset" | "none";
  /** Strongly warm pixels of the whole, and warm pixels of the upper half, 0..1. */
  readonly glowing: number;
  readonly warmSky: number;
  /** Mean OKLab hue of the warm pixels, degrees. */
  readonly hue: number;
}

const REDDEST_GOLD = 52;
const YELLOWEST = 88;

/**
 * The low sun: a soft sky of saturated orange to yellow over a ground that is not brighter, with real tonal depth.
 * A redder sky is a sunset glow, since the hour itself is golden; yellow things are common, so gold asks for a clearly
 * lighter or very smooth sky. Never at night and never on a flat drawing.
 */
export const goldenHour: Measurement<GoldenHour> = {
  id: "golden-hour",
  measure: goldenHourOf,
  phrase: (value) =>
    value.hour === "none"
      ? []
      : [
          {
            facet: "lighting",
            text: value.hour === "golden" ? "golden hour light" : "sunset glow",
            confidence: value.hour === "golden" ? 0.9 : 0.93,
            evidence: {
              source: "analysis:golden-hour",
              score: value.glowing,
              region: { x: 0, y: 0, width: 1, height: 0.5 },
              note: `${Math.round(100 * value.warmSky)} % of the upper half glows at hue ${Math.round(value.hue)}`,
            },
          },
        ],
};

export function goldenHourOf(picture: Picture): GoldenHour {
  return picture.once("light/golden-hour", () => {
    const planes = picture.lab(192);
    const whole = hueShares(planes, 0, 1);
    const sky = hueShares(planes, 0, 0.5);
    const ground = hueShares(planes, 0.5, 1);
    const scenery = sceneryOf(picture);
    const hue = Math.atan2(whole.warmB, whole.warmA) * (180 / Math.PI);
    const warm = whole.glowing > 0.2 && sky.warm > 0.3 && hue < YELLOWEST && whole.green < 0.15;
    const above = sky.lightness - ground.lightness;
    const skyward = sky.lightness > 0.28 && above > -0.05;
    const calm = scenery.step99 < 0.34 || scenery.step90 < 0.06;
    const against = silhouetteOf(picture).silhouette && whole.glowing > 0.28;
    const soft = (scenery.continuous && scenery.step90 < 0.115 && calm) || against;
    const open = hue < REDDEST_GOLD || above > 0.14 || scenery.step90 < 0.055;
    const deep = toneOf(picture).deviation > 0.1;
    const spoken = warm && skyward && soft && open && deep && !nightOf(picture).night;
    return {
      hour: spoken ? (hue < REDDEST_GOLD ? "sunset" : "golden") : "none",
      glowing: round(whole.glowing, 4),
      warmSky: round(sky.warm, 4),
      hue: round(hue, 2),
    };
  });
}
