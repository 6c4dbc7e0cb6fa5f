import { round } from "../../base/number.js";
import type { Picture } from "../../image/picture.js";
import type { Measurement } from "../measurement.js";
import { type ColorStatistics, colorStatistics, HUE_BINS } from "./color-statistics.js";
import { monochromeOf } from "./monochrome.js";

export interface Saturation {
  readonly saturation: "vibrant" | "muted" | "pastel" | "earth" | "mid";
  /** OKLab chroma: mean, and the value that 90 % of the pixels stay below. */
  readonly meanChroma: number;
  readonly chroma90: number;
  /** Parts of the picture, 0..1, as in `ColorStatistics`. */
  readonly pastel: number;
  readonly earth: number;
  readonly vivid: number;
}

const WORDS = {
  vibrant: { text: "vibrant colors", confidence: 0.93 },
  muted: { text: "muted colors", confidence: 0.85 },
  pastel: { text: "pastel colors", confidence: 0.8 },
  earth: { text: "muted earth tones", confidence: 0.85 },
} as const;

/**
 * How strong the colors are: vibrant where much of the picture is of high chroma; pastel where most of it is light,
 * softly colored and nothing is dark or strong; earth tones where most is brown, ochre or olive; muted where there is
 * color but hardly any strong one. Silent for prints in one ink.
 */
export const saturation: Measurement<Saturation> = {
  id: "saturation",
  measure: (picture) => {
    const color = colorStatistics(picture);
    return {
      saturation: kindOf(color, picture),
      meanChroma: round(color.meanChroma, 4),
      chroma90: round(color.chroma90, 4),
      pastel: round(color.pastelShare, 4),
      earth: round(color.earthShare, 4),
      vivid: round(color.vividShare, 4),
    };
  },
  phrase: (value) => {
    if (value.saturation === "mid") return [];
    const { text, confidence } = WORDS[value.saturation];
    return [
      {
        facet: "palette",
        text,
        confidence,
        evidence: {
          source: "analysis:saturation",
          score: value.meanChroma,
          note: `mean chroma ${value.meanChroma.toFixed(3)}, 90 % below ${value.chroma90.toFixed(3)}`,
        },
      },
    ];
  },
};

function kindOf(color: ColorStatistics, picture: Picture): Saturation["saturation"] {
  if (monochromeOf(picture).toning !== "none") return "mid";
  if (color.vividShare > 0.3 || color.meanChroma > 0.125) return "vibrant";
  const dark = color.curve.slice(0, 14).reduce((sum, tone) => sum + tone.share, 0);
  if (color.pastelShare > 0.62 && dark < 0.06 && color.vividShare < 0.02 && oneSidedness(color.hues) < 0.9)
    return "pastel";
  const soft = color.chroma90 < 0.1 && color.vividShare < 0.01;
  if (soft && color.earthShare > 0.7 && color.chroma50 > 0.03) return "earth";
  const some = color.chroma50 > 0.015 && color.chroma50 < 0.04 && dark < 0.6;
  return some && color.chroma90 < 0.06 && color.chroma99 < 0.13 ? "muted" : "mid";
}

/** Length of the mean of the hues as arrows: 1 where all have one hue, 0 where they balance. */
function oneSidedness(hues: readonly number[]): number {
  let x = 0;
  let y = 0;
  hues.forEach((weight, bin) => {
    const turn = ((bin + 0.5) / HUE_BINS) * 2 * Math.PI;
    x += weight * Math.cos(turn);
    y += weight * Math.sin(turn);
  });
  return Math.hypot(x, y);
}
