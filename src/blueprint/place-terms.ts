import type { TermDraft } from "./build.js";
import { createTerms, freeId, termId } from "./build.js";
import { FACETS } from "./facets.js";
import type { Term } from "./types.js";

export interface Placed {
  readonly terms: readonly Term[];
  /** The new ones, in the order of their drafts. */
  readonly added: readonly Term[];
}

/**
 * New terms among others: each behind the last term of its facet or of one read earlier, so that reading order
 * stays where it was and no standing term moves. Standing ids are kept; a new one that is taken gets "~2", "~3".
 */
export function placeTerms(standing: readonly Term[], drafts: readonly TermDraft[]): Placed {
  const terms = [...standing];
  const taken = new Set(standing.map(({ id }) => id));
  const added: Term[] = [];
  for (const draft of drafts) {
    const wanted = draft.id ?? termId(draft.facet, draft.text, draft.polarity ?? "include");
    const id = freeId(wanted, taken);
    taken.add(id);
    const reading = FACETS.indexOf(draft.facet);
    const at = terms.findLastIndex((term) => FACETS.indexOf(term.facet) <= reading) + 1;
    const made = createTerms([{ ...draft, id }]);
    terms.splice(at, 0, ...made);
    added.push(...made);
  }
  return { terms, added };
}
