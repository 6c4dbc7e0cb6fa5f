import type { Raster } from "../raster.js";
import { bicubicWeights, type LineWeights, WEIGHT_BITS } from "./bicubic-weights.js";

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A part of a picture in whole pixels. */
export interface Window extends Size {
  readonly left: number;
  readonly top: number;
}

const HALF = 1 << (WEIGHT_BITS - 1);

/** Samples of a part of a picture whose first row and column are `top` and `left` of the whole. */
interface Part {
  readonly samples: Uint8Array;
  /** Samples of a row. */
  readonly stride: number;
  readonly left: number;
  readonly top: number;
}

/** Source pixels that a line is made from. */
function reach({ starts, counts }: LineWeights): { readonly first: number; readonly count: number } {
  const first = starts[0] as number;
  const last = starts.length - 1;
  return { first, count: (starts[last] as number) + (counts[last] as number) - first };
}

/** `rows` rows from `top` of the whole on, each made into the pixels of `line`. */
function acrossRows(part: Part, top: number, rows: number, line: LineWeights): Uint8Array {
  const { samples } = part;
  const { starts, counts, weights } = line;
  const width = starts.length;
  const result = new Uint8ClampedArray(width * rows * 3);
  for (let y = 0, to = 0; y < rows; y++) {
    const row = (top - part.top + y) * part.stride - part.left * 3;
    for (let x = 0; x < width; x++, to += 3) {
      let red = HALF;
      let green = HALF;
      let blue = HALF;
      let from = row + (starts[x] as number) * 3;
      const first = x * line.stride;
      const end = first + (counts[x] as number);
      for (let tap = first; tap < end; tap++, from += 3) {
        const weight = weights[tap] as number;
        red = (red + Math.imul(samples[from] as number, weight)) | 0;
        green = (green + Math.imul(samples[from + 1] as number, weight)) | 0;
        blue = (blue + Math.imul(samples[from + 2] as number, weight)) | 0;
      }
      result[to] = red >> WEIGHT_BITS;
      result[to + 1] = green >> WEIGHT_BITS;
      result[to + 2] = blue >> WEIGHT_BITS;
    }
  }
  return new Uint8Array(result.buffer);
}

/** `columns` columns from `left` of the whole on, each made into the pixels of `line`. */
function downColumns(part: Part, left: number, columns: number, line: LineWeights): Uint8Array {
  const { samples } = part;
  const { starts, counts, weights } = line;
  const width = columns * 3;
  const result = new Uint8ClampedArray(starts.length * width);
  const sums = new Int32Array(width);
  for (let y = 0; y < starts.length; y++) {
    sums.fill(HALF);
    for (let tap = 0; tap < (counts[y] as number); tap++) {
      const weight = weights[y * line.stride + tap] as number;
      const row = ((starts[y] as number) - part.top + tap) * part.stride + (left - part.left) * 3;
      for (let i = 0; i < width; i++) {
        sums[i] = ((sums[i] as number) + Math.imul(samples[row + i] as number, weight)) | 0;
      }
    }
    for (let i = 0; i < width; i++) result[y * width + i] = (sums[i] as number) >> WEIGHT_BITS;
  }
  return new Uint8Array(result.buffer);
}

/**
 * A picture resized to `size`, equal to Pillow's `Image.resize(size, BICUBIC)` of 8-bit RGB to the bit: rows first,
 * rounded to 8 bits, then columns, but the other way round where the height loses more than twice the pixels that
 * the width does. (So since Pillow 13; before, rows were always first.) With `window`, that part of the result alone
 * is computed.
 *
 * @source https://github.com/python-pillow/Pillow/blob/13.0.0/src/libImaging/Resample.c `ImagingResampleInner`;
 * compared by tools/golden/pil
 */
export function resizeBicubic(raster: Raster, size: Size, window?: Window): Raster {
  const { left, top, width, height } = window ?? { left: 0, top: 0, ...size };
  const across = bicubicWeights(raster.width, size.width, left, width);
  const down = bicubicWeights(raster.height, size.height, top, height);
  const samples = new Uint8Array(raster.data.buffer, raster.data.byteOffset, raster.data.length);
  const whole = { samples, stride: raster.width * 3, left: 0, top: 0 };
  const lost = raster.height - size.height;
  if (lost > 0 && lost > 2 * (raster.width - size.width)) {
    const { first, count } = reach(across);
    const lower = downColumns(whole, first, count, down);
    const part = { samples: lower, stride: count * 3, left: first, top: 0 };
    return { width, height, data: acrossRows(part, 0, height, across) };
  }
  const { first, count } = reach(down);
  const narrower = acrossRows(whole, first, count, across);
  const part = { samples: narrower, stride: width * 3, left: 0, top: first };
  return { width, height, data: downColumns(part, 0, width, down) };
}
