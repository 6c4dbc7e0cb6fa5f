import { round } from "../../base/number.js";
import type { Measurement } from "../measurement.js";
import { colorStatistics } from "../palette/color-statistics.js";
import { sceneryOf } from "./scenery.js";
import { toneOf } from "./tone.js";

export interface Key {
  readonly key: "high" | "low" | "mid";
  /** Mean OKLab lightness, 0..1. */
  readonly mean: number;
  /** Pixels with lightness under 0.3 and over 0.8. */
  readonly dark: number;
  readonly light: number;
}

/**
 * The key of the tones: low when most of the picture lies in shadow with something lit in it, high when nearly all of
 * it is light, even the dark end is not dark, and color is gentle. Flat drawings, pages and screens have no key.
 *
 * @source Ansel Adams, "The Negative", 1981 (zones): lightness 0.3 and 0.8 lie at the edges of zones II-III and VII
 */
export const key: Measurement<Key> = {
  id: "key",
  measure: (picture) => {
    const tone = toneOf(picture);
    const lit = sceneryOf(picture).continuous;
    const gentle = colorStatistics(picture).meanChroma < 0.06;
    const high = lit && tone.mean > 0.78 && tone.p5 > 0.5 && gentle;
    const low = lit && tone.below30 > 0.62 && tone.mean < 0.33 && tone.p99 > 0.45;
    return {
      key: high ? "high" : low ? "low" : "mid",
      mean: round(tone.mean, 4),
      dark: round(tone.below30, 4),
      light: round(tone.above80, 4),
    };
  },
  phrase: (value) => {
    if (value.key === "mid") return [];
    const low = value.key === "low";
    const share = Math.round(100 * (low ? value.dark : value.light));
    const side = low ? "below 0.3" : "above 0.8";
    return [
      {
        facet: "lighting",
        text: low ? "low-key lighting" : "bright, high-key tones",
        confidence: low ? 0.85 : 0.8,
        evidence: {
          source: "analysis:key",
          score: value.mean,
          note: `mean lightness ${value.mean.toFixed(2)}, ${share} % of the picture ${side}`,
        },
      },
    ];
  },
};
