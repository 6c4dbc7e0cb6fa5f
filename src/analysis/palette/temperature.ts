import { round } from "../../base/number.js";
import type { Picture } from "../../image/picture.js";
import type { Measurement } from "../measurement.js";
import { colorStatistics, HUE_BINS } from "./color-statistics.js";
import { monochromeOf } from "./monochrome.js";

export interface PaletteTemperature {
  readonly temperature: "warm" | "cool" | "mixed";
  /** Chroma of warm hues (OKLab 340 to 115 degrees: rose, red, orange, yellow) as part of all, 0..1. */
  readonly warm: number;
  /** Chroma of cool hues (165 to 310 degrees: teal, blue, violet) as part of all, 0..1. */
  readonly cool: number;
  readonly chromaticShare: number;
}

const LEAST_CHROMATIC = 0.25;
const MOST = 0.9;
const LEAST_OTHER = 0.04;
const DEGREES = 360 / HUE_BINS;

/** Which side of the color wheel nearly all color lies on; greens and purples count for neither. */
export const temperature: Measurement<PaletteTemperature> = {
  id: "palette-temperature",
  measure: temperatureOf,
  phrase: (value) =>
    value.temperature === "mixed"
      ? []
      : [
          {
            facet: "palette",
            text: `${value.temperature} tones`,
            confidence: 0.93,
            evidence: {
              source: "analysis:palette-temperature",
              score: value.temperature === "warm" ? value.warm : value.cool,
              note: `${Math.round(100 * Math.max(value.warm, value.cool))} % of the color is ${value.temperature}`,
            },
          },
        ],
};

export function temperatureOf(picture: Picture): PaletteTemperature {
  return picture.once("palette/temperature", () => {
    const color = colorStatistics(picture);
    let warm = 0;
    let cool = 0;
    for (let bin = 0; bin < HUE_BINS; bin++) {
      const hue = (bin + 0.5) * DEGREES;
      if (hue < 115 || hue > 340) warm += color.hues[bin] as number;
      else if (hue > 165 && hue < 310) cool += color.hues[bin] as number;
    }
    const spoken = color.chromaticShare >= LEAST_CHROMATIC && monochromeOf(picture).toning === "none";
    return {
      temperature:
        spoken && warm > MOST && cool < LEAST_OTHER
          ? "warm"
          : spoken && cool > MOST && warm < LEAST_OTHER
            ? "cool"
            : "mixed",
      warm: round(warm, 4),
      cool: round(cool, 4),
      chromaticShare: round(color.chromaticShare, 4),
    };
  });
}
