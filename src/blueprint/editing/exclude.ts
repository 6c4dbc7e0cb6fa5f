import { ImpromptError } from "../../base/error.js";
import type { Edit } from "../edit.js";
import type { Facet } from "../facets.js";
import { meaningOf } from "../meaning.js";
import type { Blueprint } from "../types.js";
import { freshTerm } from "./fresh-term.js";
import { backOf } from "./front-of.js";

/**
 * The edit after which a phrase, named by its id or words, is excluded and no term includes it: the first that
 * includes it is turned, further ones go, and what nobody said is added to `facet`.
 *
 * @throws ImpromptError `invalid-option` when no words are given
 */
export function exclude(blueprint: Blueprint, name: string, facet: Facet = "subject"): Edit {
  const named = blueprint.terms.find(({ id }) => id === name);
  const key = meaningOf(named?.text ?? name);
  const same = blueprint.terms.filter((term) => meaningOf(term.text) === key);
  const [first, ...others] = same.filter(({ polarity }) => polarity === "include");
  const label = "exclude";
  const isExcluded = same.some(({ polarity }) => polarity === "exclude");
  if (first !== undefined) {
    const why = "it is excluded";
    const rest = others.map(({ id }) => ({ kind: "remove", id, why }) as const);
    const turn: Edit = isExcluded ? { kind: "remove", id: first.id, why } : { kind: "exclude", id: first.id };
    return rest.length === 0 ? turn : { kind: "batch", label, edits: [turn, ...rest] };
  }
  if (isExcluded) return { kind: "batch", label, edits: [] };
  const term = freshTerm(blueprint, { facet, text: name, polarity: "exclude" });
  if (term === undefined) throw new ImpromptError("invalid-option", "there are no words to exclude");
  return { kind: "add", term, at: backOf(blueprint.terms, facet) };
}
