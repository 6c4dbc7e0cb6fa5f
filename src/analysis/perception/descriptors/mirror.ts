import type { Picture } from "../../../image/picture.js";
import type { DescriptorBlock } from "./block.js";
import { canonicalChroma } from "./chroma.js";
import { correlationOf } from "./moments.js";
import { lightnessPyramid } from "./pyramid.js";

/** How alike the plane and its mirror images are: left and right swapped, top and bottom, both. */
function mirrored(data: Float32Array, side: number): number[] {
  const last = side - 1;
  const places: readonly ((x: number, y: number) => number)[] = [
    (x, y) => y * side + last - x,
    (x, y) => (last - y) * side + x,
    (x, y) => (last - y) * side + last - x,
  ];
  return places.map((place) =>
    correlationOf(
      data,
      data.map((_, i) => data[place(i % side, Math.floor(i / side))] as number),
    ),
  );
}

/** Every fourth pixel across and down of the canonical chroma. */
function coarseChroma(picture: Picture): Float32Array {
  const chroma = canonicalChroma(picture);
  const side = Math.sqrt(chroma.length);
  const coarse = side / 4;
  return Float32Array.from(
    { length: coarse * coarse },
    (_, i) => chroma[(4 * Math.floor(i / coarse) + 2) * side + 4 * (i % coarse) + 2] as number,
  );
}

/** Correlation with the three mirror images: of lightness at 32 pixels a side, at 16, and of chroma at 32; 0 if flat. */
export const mirror: DescriptorBlock = {
  name: "mirror",
  length: 9,
  measure: (picture) => [
    ...lightnessPyramid(picture)
      .slice(2)
      .flatMap(({ data, width }) => mirrored(data, width)),
    ...mirrored(coarseChroma(picture), 32),
  ],
};
