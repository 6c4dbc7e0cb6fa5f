import type { Picture } from "../../../image/picture.js";
import { canonicalLab } from "../canonical.js";
import type { DescriptorBlock } from "./block.js";
import { histogramOf } from "./histogram.js";
import { momentsOf } from "./moments.js";
import { lightnessPyramid } from "./pyramid.js";

const CELL = 8;

/** Sarle's coefficient: 1 for two values, 0.56 for an even spread, 0.33 for a bell. */
function bimodality(values: ArrayLike<number>): number {
  const { skewness, kurtosis } = momentsOf(values);
  return Math.min(1, (skewness * skewness + 1) / Math.max(1, kurtosis + 3));
}

/** Deviation and bimodality of lightness by cells of 8 pixels. */
function cellsOf(plane: Float32Array, side: number): { deviations: number[]; modes: number[] } {
  const deviations: number[] = [];
  const modes: number[] = [];
  const values = new Float32Array(CELL * CELL);
  for (let top = 0; top < side; top += CELL) {
    for (let left = 0; left < side; left += CELL) {
      for (let y = 0; y < CELL; y++) {
        const from = (top + y) * side + left;
        values.set(plane.subarray(from, from + CELL), y * CELL);
      }
      const { deviation } = momentsOf(values);
      deviations.push(deviation);
      if (deviation > 0.03) modes.push(bimodality(values));
    }
  }
  return { deviations, modes };
}

/** Mean slope of chroma against that of lightness, as a logarithm: colors bound edges, or light does. */
function colorEdges(picture: Picture): readonly [number, number] {
  const { width, height, l, a, b } = canonicalLab(picture);
  let [luma, chroma] = [0, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 1, i = y * width + 1; x < width; x++, i++) {
      luma += Math.abs((l[i] as number) - (l[i - 1] as number));
      chroma +=
        Math.abs((a[i] as number) - (a[i - 1] as number)) + Math.abs((b[i] as number) - (b[i - 1] as number));
    }
  }
  const count = width * height;
  return [Math.log((chroma / count + 1e-3) / (luma / count + 1e-3)), Math.log1p((200 * chroma) / count)];
}

/**
 * Contrast within cells of 8 canonical pixels: six bins of deviation (roots of shares), six of bimodality over the cells
 * that vary, bimodality of the whole picture and of its quarter-size version, and color edges against light's.
 */
export const localContrast: DescriptorBlock = {
  name: "local-contrast",
  length: 16,
  measure: (picture) => {
    const { width, l } = canonicalLab(picture);
    const { deviations, modes } = cellsOf(l, width);
    return [
      ...histogramOf(deviations.map(Math.sqrt), 0, 0.6, 6).map(Math.sqrt),
      ...histogramOf(modes, 0.2, 1, 6).map(Math.sqrt),
      bimodality(l),
      bimodality((lightnessPyramid(picture)[2] ?? { data: l }).data),
      ...colorEdges(picture),
    ];
  },
};
