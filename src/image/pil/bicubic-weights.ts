/** Bits of the fraction of a weight: 32, less 8 of a sample, less 2 for sums that overshoot. */
export const WEIGHT_BITS = 22;
/** Reach of the cubic in source pixels, where nothing is made smaller. */
const REACH = 2;

/** The source pixels that make each pixel of a line, and their shares. */
export interface LineWeights {
  /** Weights that are kept for a pixel, of which some at the end may go unused. */
  readonly stride: number;
  /** For each pixel: the first source pixel, and how many. */
  readonly starts: Int32Array;
  readonly counts: Int32Array;
  /** `weights[pixel * stride + tap]`, in units of 2^-22. */
  readonly weights: Int32Array;
}

function cubic(distance: number): number {
  const x = Math.abs(distance);
  if (x < 1) return (1.5 * x - 2.5) * x * x + 1;
  return x < 2 ? (((x - 5) * x + 8) * x - 4) * -0.5 : 0;
}

/**
 * Weights for `count` pixels from `first` on of a line of `to` pixels that is made from one of `from`: Catmull-Rom's
 * cubic, widened where the line is made shorter so that it averages, its sum 1 before rounding, rounded half away
 * from zero. A line that keeps its length stays as it is.
 *
 * @source https://github.com/python-pillow/Pillow/blob/main/src/libImaging/Resample.c `precompute_coeffs`,
 * `normalize_coeffs_8bpc`
 */
export function bicubicWeights(from: number, to: number, first: number, count: number): LineWeights {
  const scale = from / to;
  const widening = Math.max(scale, 1);
  const reach = REACH * widening;
  const stride = Math.ceil(reach) * 2 + 1;
  const inverse = 1 / widening;
  const starts = new Int32Array(count);
  const counts = new Int32Array(count);
  const weights = new Int32Array(count * stride);
  const shares = new Float64Array(stride);
  for (let pixel = 0; pixel < count; pixel++) {
    const center = (first + pixel + 0.5) * scale;
    const start = Math.max(0, Math.trunc(center - reach + 0.5));
    const taps = Math.min(from, Math.trunc(center + reach + 0.5)) - start;
    let sum = 0;
    for (let tap = 0; tap < taps; tap++) {
      const share = cubic((tap + start - center + 0.5) * inverse);
      shares[tap] = share;
      sum += share;
    }
    for (let tap = 0; tap < taps; tap++) {
      const share = (sum === 0 ? 0 : (shares[tap] as number) / sum) * 2 ** WEIGHT_BITS;
      weights[pixel * stride + tap] = Math.trunc(share < 0 ? share - 0.5 : share + 0.5);
    }
    starts[pixel] = start;
    counts[pixel] = taps;
  }
  return { stride, starts, counts, weights };
}
