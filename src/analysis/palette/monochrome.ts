import { round } from "../../base/number.js";
import type { Picture } from "../../image/picture.js";
import type { Measurement } from "../measurement.js";
import { type ColorStatistics, colorStatistics } from "./color-statistics.js";

export interface Monochrome {
  readonly toning: "black-and-white" | "sepia" | "duotone" | "none";
  /** OKLab chroma: mean, and the value that 99 % of the pixels stay below. */
  readonly meanChroma: number;
  readonly chroma99: number;
  /** How far color strays from being a function of lightness: 0 for a toned print. */
  readonly offCurve: number;
  /** OKLab hue of the mean color, degrees. */
  readonly hue: number;
}

/**
 * Whether the picture is a print in one or two inks: black and white has no chroma, a toned print has chroma that
 * depends on lightness alone. Sepia is toning to yellow-brown; a duotone has two hues at least 70 degrees apart, one
 * for the dark and one for the light tones.
 */
export const monochrome: Measurement<Monochrome> = {
  id: "monochrome",
  measure: monochromeOf,
  phrase: (value) => {
    if (value.toning === "none") return [];
    const texts = { "black-and-white": "black and white", sepia: "sepia tones", duotone: "duotone" } as const;
    const gray = value.toning === "black-and-white";
    return [
      {
        facet: "palette",
        text: texts[value.toning],
        confidence: gray ? 0.97 : 0.85,
        evidence: {
          source: "analysis:monochrome",
          score: gray ? value.meanChroma : value.offCurve,
          note: gray
            ? `chroma under ${value.chroma99.toFixed(3)} everywhere`
            : `color follows lightness within ${value.offCurve.toFixed(3)}`,
        },
      },
    ];
  },
};

export function monochromeOf(picture: Picture): Monochrome {
  return picture.once("palette/monochrome", () => {
    const color = colorStatistics(picture);
    const a = color.curve.reduce((sum, tone) => sum + tone.a * tone.share, 0);
    const b = color.curve.reduce((sum, tone) => sum + tone.b * tone.share, 0);
    const hue = (Math.atan2(b, a) * (180 / Math.PI) + 360) % 360;
    return {
      toning: toningOf(color, hue, Math.hypot(a, b)),
      meanChroma: round(color.meanChroma, 4),
      chroma99: round(color.chroma99, 4),
      offCurve: round(color.offCurve, 4),
      hue: round(hue, 2),
    };
  });
}

function toningOf(color: ColorStatistics, hue: number, strength: number): Monochrome["toning"] {
  if (color.meanChroma < 0.004 && color.chroma99 < 0.013) return "black-and-white";
  if (color.offCurve > 0.009 || isFewTones(color)) return "none";
  if (twoInks(color)) return "duotone";
  const oneInk = strength > 0.9 * color.meanChroma;
  const brown = hue > 45 && hue < 95 && color.chroma50 >= 0.02 && color.chroma90 < 0.12;
  return oneInk && brown && toneRange(color) > 0.55 && !isPaper(color) ? "sepia" : "none";
}

/** Lightness between the darkest and the lightest twentieth, to 1/32: dunes and planks are brown, but of one tone. */
function toneRange(color: ColorStatistics): number {
  let below = 0;
  let tones = 0;
  for (const tone of color.curve) {
    below += tone.share;
    if (below > 0.05 && below - tone.share < 0.95) tones++;
  }
  return tones / color.curve.length;
}

/** One lightness holds most of the picture: a page or a fill, not a print. */
function isPaper(color: ColorStatistics): boolean {
  return color.curve.some((tone, i) => tone.share + (color.curve[i + 1]?.share ?? 0) > 0.4);
}

/** Flat fills of different lightness follow a curve too, without being a print. */
function isFewTones(color: ColorStatistics): boolean {
  return color.curve.filter((tone) => tone.share > 0.01).length < 10;
}

function twoInks(color: ColorStatistics): boolean {
  const sums = [0, 1].map((half) => {
    const tones = color.curve
      .slice(half * 16, half * 16 + 16)
      .filter((tone) => Math.hypot(tone.a, tone.b) > 0.05);
    return {
      share: tones.reduce((sum, tone) => sum + tone.share, 0),
      a: tones.reduce((sum, tone) => sum + tone.share * tone.a, 0),
      b: tones.reduce((sum, tone) => sum + tone.share * tone.b, 0),
    };
  });
  const [dark, light] = sums;
  if (dark === undefined || light === undefined || dark.share < 0.15 || light.share < 0.15) return false;
  const cosine =
    (dark.a * light.a + dark.b * light.b) / (Math.hypot(dark.a, dark.b) * Math.hypot(light.a, light.b));
  return cosine < Math.cos((70 * Math.PI) / 180);
}
