import type { Draft } from "./draft.js";
import { newDraft, push } from "./draft.js";
import { parseTags } from "./syntax/tags.js";

/** Comma tags: escaped brackets are brackets, nothing has a weight. */
export function draftTags(text: string): Draft {
  const draft = newDraft();
  for (const { kind, start, end } of parseTags(text).tokens) {
    if (kind === "escape") push(draft, "escape", text.slice(end - 1, end), start, end);
    else push(draft, "text", text.slice(start, end), start, end);
  }
  return draft;
}
