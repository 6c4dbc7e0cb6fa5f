import { round } from "../../base/number.js";
import type { Measurement } from "../measurement.js";
import { colorStatistics } from "../palette/color-statistics.js";
import { sceneryOf } from "./scenery.js";
import { toneOf } from "./tone.js";

export interface Contrast {
  readonly contrast: "high" | "low" | "mid";
  /** 95th less 5th percentile of OKLab lightness, 0..1. */
  readonly range: number;
  /** Standard deviation of OKLab lightness. */
  readonly deviation: number;
  /** Between the 1st and 99th percentile of luminance, in stops of light (factors of two). */
  readonly stops: number;
}

/** Luminance of a gray of OKLab lightness l is its cube; 1/500 of white is the flare of a good screen. */
const FLARE = 0.002;

/**
 * Spread of the tones. High needs a spread wide in itself and weight at both ends, low a narrow one without
 * strong color to stand in for it.
 *
 * @source root-mean-square contrast: Peli, "Contrast in complex images", JOSA A 7 (1990)
 */
export const contrast: Measurement<Contrast> = {
  id: "contrast",
  measure: (picture) => {
    const tone = toneOf(picture);
    const scenery = sceneryOf(picture);
    const range = tone.p95 - tone.p5;
    const both = tone.below30 > 0.2 && tone.above80 > 0.1;
    const gray = colorStatistics(picture).meanChroma < 0.045;
    const high = scenery.continuous && range > 0.74 && tone.deviation > 0.265 && both;
    const low = scenery.continuous && range < 0.3 && tone.p99 - tone.p1 < 0.46 && gray && tone.mean > 0.3;
    return {
      contrast: high ? "high" : low ? "low" : "mid",
      range: round(range, 4),
      deviation: round(tone.deviation, 4),
      stops: round(Math.log2((tone.p99 ** 3 + FLARE) / (tone.p1 ** 3 + FLARE)), 2),
    };
  },
  phrase: (value) =>
    value.contrast === "mid"
      ? []
      : [
          {
            facet: "lighting",
            text: value.contrast === "high" ? "high contrast" : "low contrast",
            confidence: 0.85,
            evidence: {
              source: "analysis:contrast",
              score: value.range,
              note: `tones span ${value.range.toFixed(2)} of 1, ${value.stops.toFixed(1)} stops`,
            },
          },
        ],
};
