import { MAX_WEIGHT, MIN_WEIGHT } from "imprompt/core";

/** Within which weights are useful; beyond it a generator mostly breaks the picture. */
export const USUAL_WEIGHT = { min: 0.1, max: 2 } as const;

/** A weight some steps up or down, on two decimals and within what a blueprint holds. */
export function steppedWeight(weight: number, by: number): number {
  const next = Math.round((weight + by) * 100) / 100;
  return Math.min(MAX_WEIGHT, Math.max(MIN_WEIGHT, next));
}

/** "1.2", "0.85". */
export function weightWords(weight: number): string {
  return String(Math.round(weight * 100) / 100);
}
