import { canonicalLab } from "../canonical.js";
import type { DescriptorBlock } from "./block.js";

const CELLS = 4;

/** Mean and standard deviation of a plane by cells of a 4 x 4 grid. */
function cellsOf(plane: Float32Array, side: number): Float64Array {
  const values = new Float64Array(CELLS * CELLS * 2);
  const size = side / CELLS;
  const count = size * size;
  for (let cell = 0; cell < CELLS * CELLS; cell++) {
    const left = (cell % CELLS) * size;
    const top = Math.floor(cell / CELLS) * size;
    let [sum, squares] = [0, 0];
    for (let y = top; y < top + size; y++) {
      for (let i = y * side + left; i < y * side + left + size; i++) {
        const value = plane[i] as number;
        sum += value;
        squares += value * value;
      }
    }
    const mean = sum / count;
    values[cell * 2] = mean;
    values[cell * 2 + 1] = Math.sqrt(Math.max(0, squares / count - mean * mean));
  }
  return values;
}

/**
 * OKLab mean and deviation by cell, left to right and top to bottom: 32 numbers of lightness, then of a, then of b;
 * a and b five-fold.
 */
export const colorLayout: DescriptorBlock = {
  name: "color-layout",
  length: CELLS * CELLS * 6,
  measure: (picture) => {
    const { width, l, a, b } = canonicalLab(picture);
    const chroma = (plane: Float32Array): Float64Array => cellsOf(plane, width).map((value) => 5 * value);
    return [...cellsOf(l, width), ...chroma(a), ...chroma(b)];
  },
};
