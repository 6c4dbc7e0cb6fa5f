import type { Spread } from "./consensus.js";

/** The middle value; the mean of the two middle ones of an even count; 0 of none. */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((x, y) => x - y);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

/** Figures that are not finite are left out; nothing when none is left. */
export function spreadOf(figures: readonly number[]): Spread | undefined {
  const values = figures.filter(Number.isFinite);
  const count = values.length;
  if (count === 0) return undefined;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count;
  const [min, max] = [Math.min(...values), Math.max(...values)];
  return { count, min, median: medianOf(values), max, mean, deviation: Math.sqrt(variance) };
}
