import { meaningOf } from "../meaning.js";
import type { Blueprint } from "../types.js";

/** Variations are at least this far from the original and from each other. */
export const MIN_DISTANCE: number = 1 / 3;

/** What a blueprint includes beside its fixed terms. */
export function openMeanings(
  blueprint: Blueprint,
  fixed: ReadonlySet<string>,
  meaning: (text: string) => string = meaningOf,
): Set<string> {
  const open = blueprint.terms.filter((term) => term.polarity === "include" && !fixed.has(term.id));
  return new Set(open.map((term) => meaning(term.text)));
}

/**
 * Share of the members of both sets that only one has, 0 to 1; 0 of two empty sets.
 *
 * @source Dice, "Measures of the amount of ecologic association between species", 1945: one minus his coefficient
 */
export function setDistance(x: ReadonlySet<string>, y: ReadonlySet<string>): number {
  const total = x.size + y.size;
  if (total === 0) return 0;
  const shared = [...x].filter((member) => y.has(member)).length;
  return 1 - (2 * shared) / total;
}

/**
 * How far apart two blueprints are, 0 to 1: of the meanings that either includes, those terms left out whose ids
 * are `fixed`, the share that only one of them has.
 */
export function distanceBetween(first: Blueprint, second: Blueprint, fixed: ReadonlySet<string>): number {
  return setDistance(openMeanings(first, fixed), openMeanings(second, fixed));
}
