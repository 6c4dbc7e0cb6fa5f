import type { Plane } from "../../../image/raster.js";
import type { DescriptorBlock } from "./block.js";
import { histogramOf } from "./histogram.js";
import { texturePyramid } from "./texture-pyramid.js";

const CELL = 8;
const BINS = 6;
/** Mean squared slope, levels squared, below which a cell counts as plain. */
const PLAIN = 4;

interface Tensor {
  readonly energy: number;
  readonly coherence: number;
}

function tensorOf({ width, data }: Plane, left: number, top: number): Tensor {
  let [xx, yy, xy] = [0, 0, 0];
  for (let y = top; y < top + CELL; y++) {
    for (let i = y * width + left; i < y * width + left + CELL; i++) {
      const dx = ((data[i + 1] as number) - (data[i - 1] as number)) / 2;
      const dy = ((data[i + width] as number) - (data[i - width] as number)) / 2;
      xx += dx * dx;
      yy += dy * dy;
      xy += dx * dy;
    }
  }
  const sum = xx + yy;
  const coherence = sum < 1e-6 ? 0 : Math.sqrt((xx - yy) * (xx - yy) + 4 * xy * xy) / sum;
  return { energy: sum / (CELL * CELL), coherence };
}

/** Histogram and energy-weighted mean of coherence over textured cells, the share of these, spread of their energy. */
function coherenceOf(plane: Plane): number[] {
  const found: Tensor[] = [];
  for (let top = 1; top + CELL < plane.height; top += CELL) {
    for (let left = 1; left + CELL < plane.width; left += CELL) found.push(tensorOf(plane, left, top));
  }
  const textured = found.filter(({ energy }) => energy >= PLAIN);
  const total = textured.reduce((sum, { energy }) => sum + energy, 0);
  const weighted = textured.reduce((sum, { energy, coherence }) => sum + energy * coherence, 0);
  const logs = textured.map(({ energy }) => Math.log(energy));
  const mean = logs.reduce((sum, value) => sum + value, 0) / Math.max(1, logs.length);
  const variance = logs.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, logs.length);
  return [
    ...histogramOf(
      textured.map(({ coherence }) => coherence),
      0,
      1,
      BINS,
    ).map(Math.sqrt),
    weighted / Math.max(1e-9, total),
    textured.length / Math.max(1, found.length),
    mean / 4,
    Math.sqrt(variance) / 2,
  ];
}

/**
 * Structure tensors of luma over cells of 8 pixels at 320, 160 and 80 pixels on the long side: 1 where all slopes of a
 * cell lie on one axis (strokes, hatching, outlines), 0 where they point everywhere.
 *
 * @source J. Bigün, G. H. Granlund, "Optimal orientation detection of linear symmetry", ICCV 1987
 */
export const coherence: DescriptorBlock = {
  name: "coherence",
  length: 3 * (BINS + 4),
  measure: (picture) => texturePyramid(picture).flatMap(coherenceOf),
};
