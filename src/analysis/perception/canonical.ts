import { toOklab } from "../../image/oklab.js";
import type { Picture } from "../../image/picture.js";
import type { LabPlanes, Raster } from "../../image/raster.js";

/** Both sides of the canonical raster. */
export const CANONICAL_SIDE = 128;

/** Catmull-Rom kernel. @source R. Keys, "Cubic convolution interpolation for digital image processing", 1981 */
function cubic(distance: number): number {
  const d = Math.abs(distance);
  if (d < 1) return (1.5 * d - 2.5) * d * d + 1;
  return d < 2 ? ((-0.5 * d + 2.5) * d - 4) * d + 2 : 0;
}

/** How one axis is resampled: each target sample is the sum of `weights` from source sample `from` on. */
interface Tap {
  readonly from: number;
  readonly weights: Float64Array;
}

function areaTap(at: number, step: number, length: number): Tap {
  const low = at * step;
  const high = Math.min(length, low + step);
  const from = Math.floor(low);
  const end = Math.min(length, Math.ceil(high - 1e-9));
  const weights = Float64Array.from({ length: end - from }, (_, k) => {
    const sample = from + k;
    return (Math.min(high, sample + 1) - Math.max(low, sample)) / step;
  });
  return { from, weights };
}

/** Samples beyond the ends repeat the last one. */
function cubicTap(at: number, step: number, length: number): Tap {
  const centre = (at + 0.5) * step - 0.5;
  const first = Math.floor(centre) - 1;
  const from = Math.max(0, Math.min(length - 1, first));
  const end = Math.max(from, Math.min(length - 1, first + 3));
  const weights = new Float64Array(end - from + 1);
  for (let sample = first; sample < first + 4; sample++) {
    const kept = Math.max(from, Math.min(end, sample)) - from;
    weights[kept] = (weights[kept] as number) + cubic(sample - centre);
  }
  return { from, weights };
}

function tapsOf(length: number): readonly Tap[] {
  const step = length / CANONICAL_SIDE;
  const tap = step >= 1 ? areaTap : cubicTap;
  return Array.from({ length: CANONICAL_SIDE }, (_, at) => tap(at, step, length));
}

/** Rows of the source, each squeezed to the canonical width; interleaved channels. */
function narrowed({ width, height, data }: Raster): Float32Array {
  const taps = tapsOf(width);
  const narrow = new Float32Array(CANONICAL_SIDE * height * 3);
  for (let y = 0, to = 0; y < height; y++) {
    const row = y * width * 3;
    for (let x = 0; x < CANONICAL_SIDE; x++, to += 3) {
      const { from, weights } = taps[x] as Tap;
      let [red, green, blue] = [0, 0, 0];
      for (let k = 0, p = row + from * 3; k < weights.length; k++, p += 3) {
        const weight = weights[k] as number;
        red += weight * (data[p] as number);
        green += weight * (data[p + 1] as number);
        blue += weight * (data[p + 2] as number);
      }
      narrow[to] = red;
      narrow[to + 1] = green;
      narrow[to + 2] = blue;
    }
  }
  return narrow;
}

/**
 * The whole picture squashed to `CANONICAL_SIDE` squared: each axis averaged by area where it shrinks, bicubic where it
 * grows. What the perception model sees, in training and at run time.
 */
export function canonicalRaster(picture: Picture): Raster {
  return picture.once("perception:raster", () => {
    const narrow = narrowed(picture.full);
    const stride = CANONICAL_SIDE * 3;
    const data = new Uint8ClampedArray(CANONICAL_SIDE * stride);
    const sums = new Float64Array(stride);
    for (const [y, { from, weights }] of tapsOf(picture.full.height).entries()) {
      sums.fill(0);
      for (let k = 0, p = from * stride; k < weights.length; k++, p += stride) {
        const weight = weights[k] as number;
        for (let i = 0; i < stride; i++) sums[i] = (sums[i] as number) + weight * (narrow[p + i] as number);
      }
      data.set(sums, y * stride);
    }
    return { width: CANONICAL_SIDE, height: CANONICAL_SIDE, data };
  });
}

/** OKLab planes of the canonical raster. */
export function canonicalLab(picture: Picture): LabPlanes {
  return picture.once("perception:lab", () => toOklab(canonicalRaster(picture)));
}
