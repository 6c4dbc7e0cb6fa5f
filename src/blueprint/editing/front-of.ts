import type { Facet } from "../facets.js";
import { FACETS } from "../facets.js";
import type { Term } from "../types.js";

/** The index at which a facet begins, or, when nothing is in it, would begin in reading order. */
export function frontOf(terms: readonly Term[], facet: Facet): number {
  const first = terms.findIndex((term) => term.facet === facet);
  if (first !== -1) return first;
  const rank = FACETS.indexOf(facet);
  const before = terms.findLastIndex((term) => FACETS.indexOf(term.facet) < rank);
  return before + 1;
}

/** The index after the last term of a facet, or, when nothing is in it, where it would begin. */
export function backOf(terms: readonly Term[], facet: Facet): number {
  const last = terms.findLastIndex((term) => term.facet === facet);
  return last === -1 ? frontOf(terms, facet) : last + 1;
}
