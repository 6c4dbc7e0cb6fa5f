import type { Plane } from "../../image/raster.js";
import type { Piece } from "./lettering-pieces.js";

const BINS = 64;
const LEVELS = 256 / BINS;

interface Side {
  readonly mean: number;
  readonly deviation: number;
}

/** Tones of the smallest box around the pieces and one pixel more, counted in 64 bins. */
function toneCounts({ width, height, data }: Plane, pieces: readonly Piece[]): Float64Array {
  const left = Math.max(0, Math.min(...pieces.map((piece) => piece.left)) - 1);
  const top = Math.max(0, Math.min(...pieces.map((piece) => piece.top)) - 1);
  const right = Math.min(width, Math.max(...pieces.map((piece) => piece.left + piece.width)) + 1);
  const bottom = Math.min(height, Math.max(...pieces.map((piece) => piece.top + piece.height)) + 1);
  const counts = new Float64Array(BINS);
  for (let y = top; y < bottom; y++) {
    for (let i = y * width + left; i < y * width + right; i++) {
      const bin = Math.min(BINS - 1, Math.floor((data[i] as number) / LEVELS));
      counts[bin] = (counts[bin] as number) + 1;
    }
  }
  return counts;
}

/** The bin after which the counts part best in two; the lowest of equals. */
function bestSplit(counts: Float64Array): number {
  let total = 0;
  let weighted = 0;
  counts.forEach((count, bin) => {
    total += count;
    weighted += bin * count;
  });
  let below = 0;
  let belowWeighted = 0;
  let split = 0;
  let best = -1;
  for (let bin = 0; bin < BINS - 1; bin++) {
    below += counts[bin] as number;
    belowWeighted += bin * (counts[bin] as number);
    if (below === 0 || below === total) continue;
    const apart = belowWeighted / below - (weighted - belowWeighted) / (total - below);
    const between = below * (total - below) * apart * apart;
    if (between > best) {
      best = between;
      split = bin;
    }
  }
  return split;
}

function sideOf(counts: Float64Array, from: number, to: number): Side {
  let total = 0;
  let sum = 0;
  let squares = 0;
  for (let bin = from; bin < to; bin++) {
    const count = counts[bin] as number;
    total += count;
    sum += bin * count;
    squares += bin * bin * count;
  }
  const mean = total === 0 ? 0 : sum / total;
  return { mean, deviation: total === 0 ? 0 : Math.sqrt(Math.max(0, squares / total - mean * mean)) };
}

/**
 * How uneven the ground of pieces is: the standard deviation of its tones as a share of its distance from theirs.
 * Near 0 behind print, 0.3 and more in foliage and water.
 *
 * @source N. Otsu, "A threshold selection method from gray-level histograms", 1979, for what is ground
 */
export function groundSpread(plane: Plane, pieces: readonly Piece[], dark: boolean): number {
  const counts = toneCounts(plane, pieces);
  const split = bestSplit(counts) + 1;
  const low = sideOf(counts, 0, split);
  const high = sideOf(counts, split, BINS);
  const ground = dark ? high : low;
  return ground.deviation / Math.max(0.25, high.mean - low.mean);
}
