import { ImpromptError } from "../../base/error.js";
import type { Edit } from "../edit.js";
import type { Blueprint } from "../types.js";
import { freshTerm } from "./fresh-term.js";
import { frontOf } from "./front-of.js";

/**
 * The edit that makes `text` the subject: the first included subject takes the words, surely and by the user's
 * evidence, with its id, weight and pin; other included subjects go, unless pinned. Without one it is added.
 *
 * @throws ImpromptError `invalid-option` when no words are given
 */
export function retitle(blueprint: Blueprint, text: string): Edit {
  const fresh = freshTerm(blueprint, { facet: "subject", text });
  if (fresh === undefined) throw new ImpromptError("invalid-option", "a subject needs words");
  const [first, ...others] = blueprint.terms.filter(
    (term) => term.facet === "subject" && term.polarity === "include",
  );
  if (first === undefined) return { kind: "add", term: fresh, at: frontOf(blueprint.terms, "subject") };
  const pinned = first.pinned === true ? { pinned: true } : {};
  const term = { ...fresh, id: first.id, weight: first.weight, ...pinned };
  const why = `the subject is "${fresh.text}"`;
  return {
    kind: "batch",
    label: "retitle",
    edits: [
      { kind: "substitute", id: first.id, term },
      ...others
        .filter((other) => other.pinned !== true)
        .map(({ id }) => ({ kind: "remove", id, why }) as const),
    ],
  };
}
