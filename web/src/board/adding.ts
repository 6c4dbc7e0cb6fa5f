import type { Blueprint, Edit, Facet, Term } from "imprompt/core";
import { applyEdit, backOf, freshTerm, meaningOf } from "imprompt/core";
import type { Typed } from "./suggest";

export interface Wish extends Typed {
  readonly facet: Facet;
}

export interface Added {
  /** One step for all; undefined when nothing is new. */
  readonly edit: Edit | undefined;
  readonly added: readonly Term[];
  /** What the board says already. */
  readonly known: readonly string[];
}

function isSaid({ terms }: Blueprint, { text, excluded }: Typed): boolean {
  const polarity = excluded ? "exclude" : "include";
  return terms.some((term) => term.polarity === polarity && meaningOf(term.text) === meaningOf(text));
}

/** The edit that adds phrases, each at the end of its facet, what is said already left out. */
export function adding(blueprint: Blueprint, wishes: readonly Wish[]): Added {
  const edits: Edit[] = [];
  const added: Term[] = [];
  const known: string[] = [];
  let current = blueprint;
  for (const wish of wishes) {
    const { facet, text, excluded } = wish;
    if (isSaid(current, wish)) {
      known.push(text);
      continue;
    }
    const term = freshTerm(current, { facet, text, polarity: excluded ? "exclude" : "include" });
    if (term === undefined) continue;
    const edit: Edit = { kind: "add", term, at: backOf(current.terms, facet) };
    current = applyEdit(current, edit).blueprint;
    edits.push(edit);
    added.push(term);
  }
  const [only] = edits;
  const edit: Edit | undefined = edits.length > 1 ? { kind: "batch", label: "", edits } : only;
  return { edit, added, known };
}
