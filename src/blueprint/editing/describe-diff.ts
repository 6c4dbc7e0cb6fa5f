import type { Blueprint } from "../types.js";
import { diff } from "./diff.js";
import { sameValue } from "./same-value.js";
import { itemise } from "./words.js";

/** What makes `b` of `a`, a line for each edit, and what no edit changes; nothing when they are equal. */
export function describeDiff(a: Blueprint, b: Blueprint): string[] {
  return [
    ...itemise({ kind: "batch", label: "", edits: diff(a, b) }, a),
    ...(sameValue(a.references, b.references) ? [] : ["the references differ"]),
    ...(sameValue(a.recovered, b.recovered) ? [] : ["the recovered prompts differ"]),
  ];
}
