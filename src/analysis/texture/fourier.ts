/** Cosines and sines of the first `length` steps round the circle, clockwise. */
interface Circle {
  readonly cosines: Float64Array;
  readonly sines: Float64Array;
}

function circleOf(length: number): Circle {
  const angles = Float64Array.from({ length }, (_, k) => (-2 * Math.PI * k) / length);
  return { cosines: angles.map(Math.cos), sines: angles.map(Math.sin) };
}

/**
 * Fourier transform of as many complex samples as the circle has steps (a power of two), in place, `stride` apart.
 *
 * @source J. W. Cooley, J. W. Tukey, "An algorithm for the machine calculation of complex Fourier series", 1965
 */
function transform(re: Float64Array, im: Float64Array, offset: number, stride: number, circle: Circle): void {
  const { cosines, sines } = circle;
  const length = cosines.length;
  for (let i = 1, j = 0; i < length; i++) {
    let bit = length >> 1;
    for (; (j & bit) !== 0; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i >= j) continue;
    const a = offset + i * stride;
    const b = offset + j * stride;
    [re[a], re[b]] = [re[b] as number, re[a] as number];
    [im[a], im[b]] = [im[b] as number, im[a] as number];
  }
  for (let size = 2; size <= length; size *= 2) {
    const half = size / 2;
    for (let k = 0; k < half; k++) {
      const cos = cosines[(k * length) / size] as number;
      const sin = sines[(k * length) / size] as number;
      for (let start = k; start < length; start += size) {
        const a = offset + start * stride;
        const b = a + half * stride;
        const real = (re[b] as number) * cos - (im[b] as number) * sin;
        const imaginary = (re[b] as number) * sin + (im[b] as number) * cos;
        re[b] = (re[a] as number) - real;
        im[b] = (im[a] as number) - imaginary;
        re[a] = (re[a] as number) + real;
        im[a] = (im[a] as number) + imaginary;
      }
    }
  }
}

/** Power spectrum of a square of `side` x `side` samples, row by row, the mean at index 0. */
export function powerSpectrum(samples: Float64Array, side: number): Float64Array {
  const re = Float64Array.from(samples);
  const im = new Float64Array(samples.length);
  const circle = circleOf(side);
  for (let y = 0; y < side; y++) transform(re, im, y * side, 1, circle);
  for (let x = 0; x < side; x++) transform(re, im, x, side, circle);
  return re.map((value, i) => value * value + (im[i] as number) * (im[i] as number));
}
