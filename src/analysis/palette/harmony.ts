import { round } from "../../base/number.js";
import type { Picture } from "../../image/picture.js";
import type { Measurement } from "../measurement.js";
import { colorStatistics, HUE_BINS } from "./color-statistics.js";
import { monochromeOf } from "./monochrome.js";

export interface Harmony {
  readonly harmony:
    | "monochromatic"
    | "analogous"
    | "complementary"
    | "split-complementary"
    | "triadic"
    | "none";
  /** Part of the chroma that the template covers, 0..1. */
  readonly covered: number;
  /** Where the template's first sector is centered on the painters' wheel: red 0, yellow 120, blue 240 degrees. */
  readonly center: number;
}

interface Template {
  readonly harmony: Exclude<Harmony["harmony"], "none">;
  /** Centers of the sectors, relative to the first, and the width of each, in degrees. */
  readonly centers: readonly number[];
  readonly width: number;
  /** The chroma that all sectors must hold together, and each for itself. */
  readonly least: number;
  readonly each: number;
}

/** From the narrowest to the widest: the first that holds is the answer. */
const TEMPLATES: readonly Template[] = [
  { harmony: "monochromatic", centers: [0], width: 35, least: 0.95, each: 0.95 },
  { harmony: "analogous", centers: [0], width: 95, least: 0.95, each: 0.95 },
  { harmony: "complementary", centers: [0, 180], width: 60, least: 0.9, each: 0.17 },
  { harmony: "split-complementary", centers: [0, 150, 210], width: 35, least: 0.9, each: 0.15 },
  { harmony: "triadic", centers: [0, 120, 240], width: 50, least: 0.9, each: 0.15 },
];

/** OKLab hue of the stations of the painters' wheel, at 0, 60, ... 360 degrees of it: red, orange, yellow, green, blue, violet. */
const STATIONS: readonly number[] = [29, 58, 103, 145, 257, 310, 389];
const WHEEL_BINS = 72;
const BIN = 360 / WHEEL_BINS;
const LEAST_CHROMATIC = 0.3;

/**
 * Which template of harmony the hues fill, on the painters' wheel, where red faces green and blue faces orange.
 *
 * @source templates of sectors: Cohen-Or et al., "Color harmonization", ACM Transactions on Graphics 25 (2006)
 */
export const harmony: Measurement<Harmony> = {
  id: "harmony",
  measure: harmonyOf,
  phrase: (value) =>
    value.harmony === "none"
      ? []
      : [
          {
            facet: "palette",
            text: `${value.harmony} color scheme`,
            confidence: value.harmony === "monochromatic" ? 0.9 : 0.82,
            evidence: {
              source: "analysis:harmony",
              score: value.covered,
              note: `${Math.round(100 * value.covered)} % of the color in the sectors of this scheme`,
            },
          },
        ],
};

function harmonyOf(picture: Picture): Harmony {
  const color = colorStatistics(picture);
  const silent: Harmony = { harmony: "none", covered: 0, center: 0 };
  if (color.chromaticShare < LEAST_CHROMATIC || monochromeOf(picture).toning !== "none") return silent;
  const wheel = paintersWheel(color.hues);
  for (const template of TEMPLATES) {
    const found = fit(wheel, template);
    if (found !== undefined) return found;
  }
  return silent;
}

function paintersWheel(hues: readonly number[]): Float64Array {
  const wheel = new Float64Array(WHEEL_BINS);
  for (let bin = 0; bin < HUE_BINS; bin++) {
    const raw = ((bin + 0.5) * 360) / HUE_BINS;
    const hue = raw < (STATIONS[0] as number) ? raw + 360 : raw;
    let station = 0;
    while (hue >= (STATIONS[station + 1] as number)) station++;
    const from = STATIONS[station] as number;
    const part = (hue - from) / ((STATIONS[station + 1] as number) - from);
    const to = Math.floor((60 * (station + part)) / BIN) % WHEEL_BINS;
    wheel[to] = (wheel[to] as number) + (hues[bin] as number);
  }
  return wheel;
}

function sectorWeight(wheel: Float64Array, center: number, width: number): number {
  const reach = Math.floor(width / BIN / 2);
  const middle = Math.round(center / BIN);
  let weight = 0;
  for (let step = -reach; step <= reach; step++)
    weight += wheel[(middle + step + 2 * WHEEL_BINS) % WHEEL_BINS] as number;
  return weight;
}

/** The best turn of the template; of equals the first. */
function fit(wheel: Float64Array, template: Template): Harmony | undefined {
  let best: Harmony | undefined;
  for (let turn = 0; turn < WHEEL_BINS; turn++) {
    const weights = template.centers.map((center) =>
      sectorWeight(wheel, center + turn * BIN, template.width),
    );
    const covered = weights.reduce((sum, weight) => sum + weight, 0);
    if (covered < template.least || weights.some((weight) => weight < template.each)) continue;
    if (best === undefined || covered > best.covered + 1e-9)
      best = { harmony: template.harmony, covered, center: turn * BIN };
  }
  return best === undefined ? undefined : { ...best, covered: round(Math.min(1, best.covered), 4) };
}
