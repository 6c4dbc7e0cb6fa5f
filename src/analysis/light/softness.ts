import { round } from "../../base/number.js";
import type { LabPlanes } from "../../image/raster.js";
import type { Measurement } from "../measurement.js";
import { colorStatistics } from "../palette/color-statistics.js";
import { nightOf } from "./night.js";
import { scenePlanes } from "./scene-planes.js";
import { sceneryOf } from "./scenery.js";
import { toneOf } from "./tone.js";

export interface Softness {
  readonly soft: boolean;
  /** How much of the change over four pixels the steepest single pixel makes: 0.25 an even ramp, 1 a knife edge. */
  readonly sharpness: number;
  /** Strong edges of lightness per pixel. */
  readonly edges: number;
}

const LEAST_CHANGE = 0.16;

/**
 * Soft light by the edges that it leaves: lightness rarely changes much within four pixels, and where it does the
 * change is spread; the color is subdued, as under a covered sky. Hard light is not claimed: crisp edges of things
 * cannot be told from crisp edges of shadows (on labeled pictures sunny streets measured like overcast ones).
 */
export const softness: Measurement<Softness> = {
  id: "light-softness",
  measure: (picture) => {
    const { sharpness, edges } = strongEdges(scenePlanes(picture));
    const tone = toneOf(picture);
    const even = sharpness < 0.45 && edges < 0.12 && tone.below30 < 0.25 && tone.above80 < 0.5;
    const subdued = colorStatistics(picture).chroma90 < 0.055;
    const lit =
      sceneryOf(picture).continuous && sceneryOf(picture).meanStep > 0.003 && !nightOf(picture).night;
    return { soft: lit && even && subdued, sharpness: round(sharpness, 4), edges: round(edges, 4) };
  },
  phrase: (value) =>
    value.soft
      ? [
          {
            facet: "lighting",
            text: "soft diffused light",
            confidence: 0.85,
            evidence: {
              source: "analysis:light-softness",
              score: value.edges,
              note: `strong edges on ${(100 * value.edges).toFixed(1)} % of the picture, spread wide`,
            },
          },
        ]
      : [],
};

/** Steps along rows and columns over four pixels; each strong one counts with its steepest single pixel. */
function strongEdges({ width, height, l }: LabPlanes): {
  readonly sharpness: number;
  readonly edges: number;
} {
  let edges = 0;
  let steepness = 0;
  const look = (i: number, stride: number): void => {
    const from = l[i - 2 * stride] as number;
    const before = l[i - stride] as number;
    const here = l[i] as number;
    const after = l[i + stride] as number;
    const to = l[i + 2 * stride] as number;
    const change = Math.abs(to - from);
    if (change < LEAST_CHANGE) return;
    const first = Math.max(Math.abs(before - from), Math.abs(here - before));
    const second = Math.max(Math.abs(after - here), Math.abs(to - after));
    edges++;
    steepness += Math.max(first, second) / change;
  };
  for (let y = 2; y < height - 2; y++) {
    for (let x = 2; x < width - 2; x++) {
      look(y * width + x, 1);
      look(y * width + x, width);
    }
  }
  const places = Math.max(1, 2 * (height - 4) * (width - 4));
  return { sharpness: edges === 0 ? 0 : Math.min(1, steepness / edges), edges: edges / places };
}
