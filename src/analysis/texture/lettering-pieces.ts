import type { Plane } from "../../image/raster.js";

/** A connected piece (four neighbours) of what is darker, or lighter, than its surroundings; pixels of the plane. */
export interface Piece {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly area: number;
  /** Mean distance from the surroundings' tone, in units of the plane. */
  readonly contrast: number;
}

/** Mean of the square of `2 * reach + 1` pixels around each pixel, smaller at the borders. */
function surroundings({ width, height, data }: Plane, reach: number): Float32Array {
  const stride = width + 1;
  const sums = new Float64Array(stride * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0, i = y * width, s = (y + 1) * stride + 1; x < width; x++, i++, s++) {
      row += data[i] as number;
      sums[s] = (sums[s - stride] as number) + row;
    }
  }
  const means = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const top = Math.max(0, y - reach) * stride;
    const bottom = Math.min(height, y + reach + 1) * stride;
    const rows = (bottom - top) / stride;
    for (let x = 0, i = y * width; x < width; x++, i++) {
      const left = Math.max(0, x - reach);
      const right = Math.min(width, x + reach + 1);
      const sum =
        (sums[bottom + right] as number) -
        (sums[bottom + left] as number) -
        (sums[top + right] as number) +
        (sums[top + left] as number);
      means[i] = sum / (rows * (right - left));
    }
  }
  return means;
}

/** Distances from the surroundings of at least `least`; the others 0. */
function standingOff(data: Float32Array, means: Float32Array, sign: 1 | -1, least: number): Float32Array {
  const off = new Float32Array(data.length);
  for (let i = 0; i < data.length; i++) {
    const distance = sign * ((data[i] as number) - (means[i] as number));
    if (distance >= least) off[i] = distance;
  }
  return off;
}

function connected(off: Float32Array, width: number, height: number): Piece[] {
  const pieces: Piece[] = [];
  const stack: number[] = [];
  for (let start = 0; start < off.length; start++) {
    if (off[start] === 0) continue;
    let [left, right, top, bottom, area, sum] = [width, 0, height, 0, 0, off[start] as number];
    off[start] = 0;
    stack.push(start);
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      const x = at % width;
      const y = (at - x) / width;
      area++;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      if (y > bottom) bottom = y;
      const take = (next: number): void => {
        const distance = off[next] as number;
        if (distance === 0) return;
        sum += distance;
        off[next] = 0;
        stack.push(next);
      };
      if (x > 0) take(at - 1);
      if (x < width - 1) take(at + 1);
      if (y > 0) take(at - width);
      if (y < height - 1) take(at + width);
    }
    pieces.push({
      left,
      top,
      width: right - left + 1,
      height: bottom - top + 1,
      area,
      contrast: sum / area,
    });
  }
  return pieces;
}

/**
 * The pieces that stand off by at least `least` from the mean of the `2 * reach + 1` pixels around: first the dark
 * ones, then the light ones, each from the top left on.
 */
export function standingPieces(
  plane: Plane,
  reach: number,
  least: number,
): readonly [dark: readonly Piece[], light: readonly Piece[]] {
  const means = surroundings(plane, reach);
  const side = (sign: 1 | -1): Piece[] =>
    connected(standingOff(plane.data, means, sign, least), plane.width, plane.height);
  return [side(-1), side(1)];
}
