import type { TermDraft } from "../build.js";
import { createTerms, freeId, termId } from "../build.js";
import { normaliseDrafts } from "../normalise.js";
import type { Blueprint, Term } from "../types.js";

/**
 * A term with an id that the blueprint does not have yet, its text cleaned; undefined when no words are left.
 * Evidence is the user's word unless the draft has its own.
 */
export function freshTerm(blueprint: Blueprint, draft: TermDraft): Term | undefined {
  const [clean] = normaliseDrafts([{ evidence: [{ source: "user" }], ...draft }]);
  if (clean === undefined) return undefined;
  const base = clean.id ?? termId(clean.facet, clean.text, clean.polarity ?? "include");
  const taken = new Set(blueprint.terms.map(({ id }) => id));
  return createTerms([{ ...clean, id: freeId(base, taken) }])[0];
}
