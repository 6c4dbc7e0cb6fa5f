import type { Blueprint, Edit, Term } from "imprompt/core";
import { applyEdit, freshTerm } from "imprompt/core";

function says(term: Term): string {
  return `${term.polarity} ${term.facet} ${term.text.toLowerCase()}`;
}

/** One edit that adds phrases to a board, those left out that it has already; undefined where none is new. */
export function addingTerms(blueprint: Blueprint, terms: readonly Term[], label: string): Edit | undefined {
  const edits: Edit[] = [];
  let current = blueprint;
  for (const { id: _, ...draft } of terms) {
    const term = freshTerm(current, draft);
    if (term === undefined || current.terms.some((other) => says(other) === says(term))) continue;
    const add: Edit = { kind: "add", term };
    edits.push(add);
    current = applyEdit(current, add).blueprint;
  }
  return edits.length === 0 ? undefined : { kind: "batch", label, edits };
}
