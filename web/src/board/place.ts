import type { Blueprint, Bucket, Edit, Facet, Term } from "imprompt/core";
import { exclude, FACETS, frontOf } from "imprompt/core";
import type { RowId } from "./arrange";
import { rowOf } from "./arrange";

/** Where a chip is to stand. */
export interface Place {
  readonly row: RowId;
  /** The chip that then follows it in the row; null at the row's end. */
  readonly before: string | null;
}

/** Where a phrase goes that is put on a bucket rather than on one of its facets. */
export const LEAD: { readonly [B in Bucket]: Facet } = {
  subject: "subject",
  light: "lighting",
  style: "style",
  composition: "composition",
  finish: "quality",
};

/** The index that a term has at the place, in the blueprint without it. */
function indexAt(rest: readonly Term[], { row, before }: Place): number {
  const next = rest.findIndex(({ id }) => id === before);
  if (next >= 0) return next;
  const last = rest.findLastIndex((term) => rowOf(term) === row);
  if (last >= 0) return last + 1;
  return row === "excluded" ? rest.length : frontOf(rest, row);
}

function isThere(terms: readonly Term[], term: Term, { row, before }: Place): boolean {
  const chips = terms.filter((each) => rowOf(each) === row);
  const at = chips.indexOf(term);
  return at >= 0 && (chips[at + 1]?.id ?? null) === before;
}

function moveTo(terms: readonly Term[], term: Term, place: Place): Edit | undefined {
  if (isThere(terms, term, place)) return undefined;
  const facet = place.row === "excluded" ? term.facet : place.row;
  const rest = terms.filter((other) => other !== term);
  const at = indexAt(rest, place);
  return { kind: "move", id: term.id, at, ...(facet === term.facet ? {} : { facet }) };
}

/**
 * The edit that puts a phrase at a place; undefined where it stands there. What goes among the excluded keeps its
 * facet and takes its own place there; what comes back from them is included.
 */
export function placing(blueprint: Blueprint, id: string, place: Place): Edit | undefined {
  const { terms } = blueprint;
  const term = terms.find((each) => each.id === id);
  if (term === undefined || place.before === id) return undefined;
  const from = rowOf(term);
  if (from === place.row) return moveTo(terms, term, place);
  if (place.row === "excluded") return exclude(blueprint, id);
  if (from !== "excluded") return moveTo(terms, term, place);
  const move = moveTo(terms, term, place);
  const include: Edit = { kind: "include", id };
  return move === undefined ? include : { kind: "batch", label: "include", edits: [include, move] };
}

/** One place to the left (-1) or to the right (1) in its row; undefined at the row's end. */
export function shifting(terms: readonly Term[], id: string, by: -1 | 1): Edit | undefined {
  const term = terms.find((each) => each.id === id);
  if (term === undefined) return undefined;
  const row = terms.filter((each) => rowOf(each) === rowOf(term));
  const other = row[row.indexOf(term) + by];
  if (other === undefined) return undefined;
  return { kind: "move", id, at: terms.indexOf(other) };
}

/** To the end of the facet read before (-1) or after (1) its own; undefined beyond the last. */
export function refaceting(terms: readonly Term[], id: string, by: -1 | 1): Edit | undefined {
  const term = terms.find((each) => each.id === id);
  const facet = term === undefined ? undefined : FACETS[FACETS.indexOf(term.facet) + by];
  if (term === undefined || facet === undefined) return undefined;
  return moveToFacet(terms, term, facet);
}

/** To the end of a facet; an excluded phrase stays excluded. */
export function moveToFacet(terms: readonly Term[], term: Term, facet: Facet): Edit | undefined {
  if (facet === term.facet) return undefined;
  if (term.polarity === "include") return moveTo(terms, term, { row: facet, before: null });
  return { kind: "move", id: term.id, facet };
}
