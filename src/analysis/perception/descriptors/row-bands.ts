import type { Plane } from "../../../image/raster.js";
import { canonicalLab } from "../canonical.js";
import type { DescriptorBlock } from "./block.js";
import { canonicalChroma } from "./chroma.js";
import { correlationOf } from "./moments.js";
import { lightnessPyramid } from "./pyramid.js";

const BANDS = 8;

/** Mean bend of the plane by row band, logarithms. */
function textureOf({ width, height, data }: Plane): number[] {
  const sums = new Float64Array(BANDS);
  const size = height / BANDS;
  for (let y = 1; y < height - 1; y++) {
    const band = Math.floor(y / size);
    for (let x = 1, i = y * width + 1; x < width - 1; x++, i++) {
      const around =
        (data[i - 1] as number) +
        (data[i + 1] as number) +
        (data[i - width] as number) +
        (data[i + width] as number);
      sums[band] = (sums[band] as number) + Math.abs(around - 4 * (data[i] as number));
    }
  }
  return Array.from(sums, (sum) => Math.log1p((60 * sum) / (size * width)));
}

function meansOf(data: Float32Array): number[] {
  const size = data.length / BANDS;
  return Array.from({ length: BANDS }, (_, band) => {
    let sum = 0;
    for (let i = band * size; i < (band + 1) * size; i++) sum += data[i] as number;
    return sum / size;
  });
}

/** How a row's mean goes with its height: rows of a clear sky brighten evenly towards the horizon. */
function rise(data: Float32Array, side: number, from: number, to: number): number {
  const rows = Array.from({ length: to - from }, (_, row) => {
    let sum = 0;
    for (let x = 0; x < side; x++) sum += data[(from + row) * side + x] as number;
    return sum / side;
  });
  return correlationOf(
    rows,
    rows.map((_, row) => row),
  );
}

/**
 * The picture in eight bands from top to bottom: texture at fine, middle and coarse scale, mean lightness, chroma and b,
 * then how evenly lightness and b change over the upper and over the lower third.
 */
export const rowBands: DescriptorBlock = {
  name: "row-bands",
  length: 6 * BANDS + 4,
  measure: (picture) => {
    const { width, l, b } = canonicalLab(picture);
    const third = Math.floor(width / 3);
    return [
      ...lightnessPyramid(picture).slice(0, 3).flatMap(textureOf),
      ...meansOf(l),
      ...meansOf(canonicalChroma(picture)).map((value) => 5 * value),
      ...meansOf(b).map((value) => 5 * value),
      rise(l, width, 0, third),
      rise(b, width, 0, third),
      rise(l, width, width - third, width),
      rise(b, width, width - third, width),
    ];
  },
};
