import type { Warning } from "../../base/warning.js";
import { meaningOf } from "../../blueprint/meaning.js";
import type { Blueprint, Term } from "../../blueprint/types.js";

/**
 * The blueprint without phrases that say again what an earlier one says, each told. The heaviest weight stands, in
 * the place and words of the first.
 */
export function mergeRepeats(
  blueprint: Blueprint,
  where: string,
): { readonly blueprint: Blueprint; readonly warnings: readonly Warning[] } {
  const kept = new Map<string, Term>();
  const warnings: Warning[] = [];
  for (const term of blueprint.terms) {
    const key = `${term.polarity} ${meaningOf(term.text)}`;
    const known = kept.get(key);
    if (known === undefined) {
      kept.set(key, term);
      continue;
    }
    if (term.weight > known.weight) kept.set(key, { ...known, weight: term.weight });
    const message = `"${term.text}" says again what "${known.text}" says; it is said once`;
    warnings.push({ code: "phrase-dropped", message, where, termId: term.id });
  }
  return { blueprint: { ...blueprint, terms: [...kept.values()] }, warnings };
}
