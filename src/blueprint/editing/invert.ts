import type { Edit, SimpleEdit } from "../edit.js";
import type { Blueprint } from "../types.js";
import { placeOf } from "./place.js";

/** A move undone; what an artist's name became, a hypothesis, is undone with it. */
function movedBack(blueprint: Blueprint, edit: SimpleEdit & { readonly kind: "move" }): Edit {
  const { term, index: at } = placeOf(blueprint, edit.id);
  const { id } = term;
  if (edit.facet === undefined) return { kind: "move", id, at };
  const guessed = edit.facet === "artist" || term.facet === "artist";
  if (!guessed || term.hypothesis === true) return { kind: "move", id, facet: term.facet, at };
  return {
    kind: "batch",
    label: "",
    edits: [
      { kind: "move", id, at },
      { kind: "substitute", id, term },
    ],
  };
}

/**
 * The edit that takes back `edit`, exactly, given the blueprint as it was before it.
 *
 * @throws ImpromptError `invalid-option` when the edit names an unknown term
 */
export function invert(blueprint: Blueprint, edit: SimpleEdit): Edit {
  switch (edit.kind) {
    case "swatches":
      return { kind: "swatches", swatches: blueprint.palette };
    case "frame":
      return { kind: "frame", frame: blueprint.frame };
    case "add":
      return { kind: "remove", id: edit.term.id };
    case "move":
      return movedBack(blueprint, edit);
    default: {
      const { term, index } = placeOf(blueprint, edit.id);
      switch (edit.kind) {
        case "remove":
          return { kind: "add", term, at: index };
        case "replace":
          return { kind: "replace", id: term.id, text: term.text };
        case "weigh":
          return { kind: "weigh", id: term.id, weight: term.weight };
        case "substitute":
          return { kind: "substitute", id: edit.term.id, term };
        case "pin":
          // "pinned": false may stand in a file; unpinning leaves the key out.
          return term.pinned === false
            ? { kind: "substitute", id: term.id, term }
            : { kind: "pin", id: term.id, pinned: term.pinned === true };
        case "exclude":
        case "include":
          return { kind: term.polarity, id: term.id };
      }
    }
  }
}
