import type { Plane } from "../../image/raster.js";

interface Span {
  readonly from: number;
  /** Weights of the source samples `from`, `from + 1`, ...; they sum to 1. */
  readonly weights: readonly number[];
}

/** Which source samples each of `to` equal parts of `from` samples covers, and by how much. */
function coverage(from: number, to: number): readonly Span[] {
  const step = from / to;
  return Array.from({ length: to }, (_, i) => {
    const low = i * step;
    const high = Math.min(from, (i + 1) * step);
    const first = Math.floor(low);
    const last = Math.min(from, Math.ceil(high - 1e-9));
    const weights: number[] = [];
    for (let s = first; s < last; s++) weights.push((Math.min(high, s + 1) - Math.max(low, s)) / step);
    return { from: first, weights };
  });
}

/**
 * The plane at `width` x `height`, each sample the mean of the area that it covers: any factor, not just powers of
 * two, so that a picture and its enlargement come out alike. Never enlarges: asked for more, it gives the plane back.
 */
export function areaAverage(source: Plane, width: number, height: number): Plane {
  if (width >= source.width && height >= source.height) return source;
  const columns = coverage(source.width, width);
  const rows = coverage(source.height, height);
  const narrow = new Float32Array(width * source.height);
  for (let x = 0; x < width; x++) {
    const { from, weights } = columns[x] as Span;
    const taps = weights.length;
    for (let y = 0, at = from, to = x; y < source.height; y++, at += source.width, to += width) {
      let sum = 0;
      for (let k = 0; k < taps; k++) sum += (weights[k] as number) * (source.data[at + k] as number);
      narrow[to] = sum;
    }
  }
  const data = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const { from, weights } = rows[y] as Span;
    for (let k = 0; k < weights.length; k++) {
      const weight = weights[k] as number;
      const at = (from + k) * width;
      const to = y * width;
      for (let x = 0; x < width; x++)
        data[to + x] = (data[to + x] as number) + weight * (narrow[at + x] as number);
    }
  }
  return { width, height, data };
}
