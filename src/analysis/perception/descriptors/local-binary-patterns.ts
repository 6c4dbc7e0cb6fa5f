import type { Plane } from "../../../image/raster.js";
import type { DescriptorBlock } from "./block.js";
import { texturePyramid } from "./texture-pyramid.js";

const BINS = 59;
/** Levels of 255 that a neighbour may be darker and still count as not darker, so that flat areas are one pattern. */
const SLACK = 1;

/** Bin by pattern: one each for the 58 patterns that change at most twice round the circle, one for all others. */
const BIN_OF: Uint8Array = (() => {
  let next = 0;
  return Uint8Array.from({ length: 256 }, (_, pattern) => {
    const turned = ((pattern << 1) | (pattern >> 7)) & 255;
    let changes = 0;
    for (let bits = pattern ^ turned; bits > 0; bits &= bits - 1) changes++;
    return changes <= 2 ? next++ : BINS - 1;
  });
})();

function patternsOf({ width, height, data }: Plane): Float64Array {
  const counts = new Float64Array(BINS);
  let seen = 0;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1, i = y * width + 1; x < width - 1; x++, i++) {
      const least = (data[i] as number) - SLACK;
      const pattern =
        ((data[i - width - 1] as number) >= least ? 1 : 0) |
        ((data[i - width] as number) >= least ? 2 : 0) |
        ((data[i - width + 1] as number) >= least ? 4 : 0) |
        ((data[i + 1] as number) >= least ? 8 : 0) |
        ((data[i + width + 1] as number) >= least ? 16 : 0) |
        ((data[i + width] as number) >= least ? 32 : 0) |
        ((data[i + width - 1] as number) >= least ? 64 : 0) |
        ((data[i - 1] as number) >= least ? 128 : 0);
      const bin = BIN_OF[pattern] as number;
      counts[bin] = (counts[bin] as number) + 1;
      seen++;
    }
  }
  return counts.map((count) => Math.sqrt(count / Math.max(1, seen)));
}

/**
 * Uniform local binary patterns of luma at 320, 160 and 80 pixels on the long side, roots of shares.
 *
 * @source T. Ojala, M. Pietikäinen, T. Mäenpää, "Multiresolution gray-scale and rotation invariant texture
 *   classification with local binary patterns", IEEE PAMI 24(7), 2002
 */
export const localBinaryPatterns: DescriptorBlock = {
  name: "local-binary-patterns",
  length: 3 * BINS,
  measure: (picture) => texturePyramid(picture).flatMap((plane) => [...patternsOf(plane)]),
};
