import type { Picture } from "../../image/picture.js";
import type { LabPlanes } from "../../image/raster.js";

/** How color is spread over a picture, in OKLab; all means and shares are over pixels. */
export interface ColorStatistics {
  readonly meanChroma: number;
  /** Chroma below which 50, 90, 99 % of the pixels lie, to 1/400. */
  readonly chroma50: number;
  readonly chroma90: number;
  readonly chroma99: number;
  /** Pixels with chroma of at least 0.04: those whose hue the eye names. */
  readonly chromaticShare: number;
  /** Light and softly colored: lightness over 0.75, chroma 0.025 to 0.13. */
  readonly pastelShare: number;
  /** Browns, ochres, olives: lightness 0.15 to 0.8, chroma 0.015 to 0.11, OKLab hue 30 to 125 degrees. */
  readonly earthShare: number;
  /** Chroma over 0.15. */
  readonly vividShare: number;
  /** Chroma of the chromatic pixels by OKLab hue, 72 bins of 5 degrees, adding up to 1 (or all 0). */
  readonly hues: readonly number[];
  /** Mean OKLab a and b of the pixels in each of 32 lightness bins, and the share of the pixels there. */
  readonly curve: readonly { readonly a: number; readonly b: number; readonly share: number }[];
  /** Root-mean-square distance of (a, b) from that curve: 0 where color is a function of lightness alone. */
  readonly offCurve: number;
}

const LONG_SIDE = 192;
export const HUE_BINS = 72;
const CHROMA_BINS = 160;
const CHROMA_STEP = 0.0025;
const TONE_BINS = 32;
const CHROMATIC = 0.04;
const VIVID = 0.15;
/** Hue 30 to 125 degrees as bounds of a / b. */
const TAN_60: number = Math.tan(Math.PI / 3);
const TAN_35: number = Math.tan((35 * Math.PI) / 180);

export function colorStatistics(picture: Picture): ColorStatistics {
  return picture.once("palette/statistics", () => statistics(picture.lab(LONG_SIDE)));
}

interface Sums {
  readonly chroma: Float64Array;
  readonly hue: Float64Array;
  readonly toneA: Float64Array;
  readonly toneB: Float64Array;
  readonly tonePixels: Float64Array;
  total: number;
  squares: number;
  pastel: number;
  earth: number;
}

function sumsOf(planes: LabPlanes): Sums {
  const sums: Sums = {
    chroma: new Float64Array(CHROMA_BINS),
    hue: new Float64Array(HUE_BINS),
    toneA: new Float64Array(TONE_BINS),
    toneB: new Float64Array(TONE_BINS),
    tonePixels: new Float64Array(TONE_BINS),
    total: 0,
    squares: 0,
    pastel: 0,
    earth: 0,
  };
  for (let i = 0; i < planes.l.length; i++) {
    const a = planes.a[i] as number;
    const b = planes.b[i] as number;
    const square = a * a + b * b;
    const chroma = Math.sqrt(square);
    sums.total += chroma;
    sums.squares += square;
    const bin = Math.min(CHROMA_BINS - 1, (chroma / CHROMA_STEP) | 0);
    sums.chroma[bin] = (sums.chroma[bin] as number) + 1;
    const l = planes.l[i] as number;
    if (l > 0.75 && chroma > 0.025 && chroma < 0.13) sums.pastel++;
    if (l > 0.15 && l < 0.8 && chroma > 0.015 && chroma < 0.11 && isEarthHue(a, b)) sums.earth++;
    const tone = Math.min(TONE_BINS - 1, Math.max(0, (l * TONE_BINS) | 0));
    sums.toneA[tone] = (sums.toneA[tone] as number) + a;
    sums.toneB[tone] = (sums.toneB[tone] as number) + b;
    sums.tonePixels[tone] = (sums.tonePixels[tone] as number) + 1;
    if (chroma < CHROMATIC) continue;
    const turn = Math.atan2(b, a) / (2 * Math.PI);
    const hue = ((turn < 0 ? turn + 1 : turn) * HUE_BINS) | 0;
    const wheel = hue % HUE_BINS;
    sums.hue[wheel] = (sums.hue[wheel] as number) + chroma;
  }
  return sums;
}

function isEarthHue(a: number, b: number): boolean {
  return b > 0 && a < b * TAN_60 && a > -b * TAN_35;
}

/** The upper edge of the first bin by which `part` of the pixels is reached. */
function quantile(bins: Float64Array, pixels: number, part: number): number {
  let seen = 0;
  for (let i = 0; i < bins.length; i++) {
    seen += bins[i] as number;
    if (seen >= part * pixels) return (i + 1) * CHROMA_STEP;
  }
  return bins.length * CHROMA_STEP;
}

function statistics(planes: LabPlanes): ColorStatistics {
  const pixels = planes.l.length;
  const sums = sumsOf(planes);
  let explained = 0;
  const curve = Array.from(sums.tonePixels, (count, tone) => {
    if (count === 0) return { a: 0, b: 0, share: 0 };
    const a = (sums.toneA[tone] as number) / count;
    const b = (sums.toneB[tone] as number) / count;
    explained += count * (a * a + b * b);
    return { a, b, share: count / pixels };
  });
  const hueTotal = sums.hue.reduce((sum, value) => sum + value, 0);
  const atLeast = (chroma: number): number => {
    let count = 0;
    for (let i = Math.round(chroma / CHROMA_STEP); i < CHROMA_BINS; i++) count += sums.chroma[i] as number;
    return count / pixels;
  };
  return {
    meanChroma: sums.total / pixels,
    chroma50: quantile(sums.chroma, pixels, 0.5),
    chroma90: quantile(sums.chroma, pixels, 0.9),
    chroma99: quantile(sums.chroma, pixels, 0.99),
    chromaticShare: atLeast(CHROMATIC),
    pastelShare: sums.pastel / pixels,
    earthShare: sums.earth / pixels,
    vividShare: atLeast(VIVID),
    hues: Array.from(sums.hue, (value) => (hueTotal === 0 ? 0 : value / hueTotal)),
    curve,
    offCurve: Math.sqrt(Math.max(0, sums.squares - explained) / pixels),
  };
}
