import type { Edit } from "../edit.js";
import type { Blueprint } from "../types.js";
import { change } from "./change.js";
import { invert } from "./invert.js";

export interface Applied {
  readonly blueprint: Blueprint;
  /** Applied to `blueprint`, it gives back the one before, deeply equal. */
  readonly inverse: Edit;
}

/**
 * The blueprint after an edit, and the edit back. A valid blueprint stays valid; terms keep their ids.
 *
 * @throws ImpromptError `invalid-option` when the edit names an unknown term, uses an id twice or holds a value out
 *   of range; of a batch then nothing is done
 */
export function applyEdit(blueprint: Blueprint, edit: Edit): Applied {
  if (edit.kind !== "batch") return { blueprint: change(blueprint, edit), inverse: invert(blueprint, edit) };
  const inverses: Edit[] = [];
  let current = blueprint;
  for (const each of edit.edits) {
    const applied = applyEdit(current, each);
    current = applied.blueprint;
    inverses.push(applied.inverse);
  }
  return { blueprint: current, inverse: { kind: "batch", label: "", edits: inverses.reverse() } };
}
