import { sharpnessMap } from "../../texture/sharpness.js";
import type { DescriptorBlock } from "./block.js";
import { histogramOf, quantilesOf } from "./histogram.js";

/** Bend of tone, luma levels, below which sharpness means nothing. */
const TEXTURED = 4;

/**
 * Where the picture is sharp: the share of cells that have texture, five quantiles of their sharpness, its mean in the
 * middle ninth, at the rim, in the upper and the lower third (0 without texture there), and three quantiles of the
 * bend of tone (logarithms).
 */
export const focus: DescriptorBlock = {
  name: "focus",
  length: 13,
  measure: (picture) => {
    const { columns, rows, sharpness, variation } = sharpnessMap(picture);
    const textured: number[] = [];
    const sums = new Float64Array(4);
    const counts = new Float64Array(4);
    for (let i = 0; i < sharpness.length; i++) {
      if ((variation[i] as number) < TEXTURED) continue;
      const value = sharpness[i] as number;
      textured.push(value);
      const across = Math.min(2, Math.floor((3 * ((i % columns) + 0.5)) / columns));
      const down = Math.min(2, Math.floor((3 * (Math.floor(i / columns) + 0.5)) / rows));
      const places = [across === 1 && down === 1, across !== 1 || down !== 1, down === 0, down === 2];
      for (const [place, holds] of places.entries()) {
        if (!holds) continue;
        sums[place] = (sums[place] as number) + value;
        counts[place] = (counts[place] as number) + 1;
      }
    }
    const fine = histogramOf(textured, 0, 1, 64);
    const quantiles =
      textured.length === 0 ? [0, 0, 0, 0, 0] : quantilesOf(fine, 0, 1, [0.05, 0.25, 0.5, 0.75, 0.95]);
    const bends = histogramOf(variation.map(Math.log1p), 0, 6, 60);
    return [
      textured.length / sharpness.length,
      ...quantiles.map((value) => 2 * value),
      ...sums.map((sum, place) => (2 * sum) / Math.max(1, counts[place] as number)),
      ...quantilesOf(bends, 0, 6, [0.25, 0.5, 0.9]).map((value) => value / 2),
    ];
  },
};
