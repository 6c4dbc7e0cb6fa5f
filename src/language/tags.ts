import type { Draft } from "./draft.js";
import { newDraft, push } from "./draft.js";

/** Comma tags: escaped brackets are brackets, nothing has a weight. */
export function draftTags(text: string): Draft {
  const draft = newDraft();
  for (const { 0: token, index } of text.matchAll(/\\{1,2}[()[\]{}]|[^\\]+|\\/gu)) {
    const escape = token.length > 1 && token.startsWith("\\");
    push(draft, escape ? "escape" : "text", escape ? token.slice(-1) : token, index, index + token.length);
  }
  return draft;
}
