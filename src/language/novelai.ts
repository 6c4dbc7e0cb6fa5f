import type { Draft } from "./draft.js";
import { newDraft, push, warn, weighPieces } from "./draft.js";
import type { WeighedRange } from "./range-weights.js";
import { rangeWeights } from "./range-weights.js";

const TOKEN =
  /\\{1,4}[()[\]{}]|-?(?<![\w.])(?:\d{1,9}(?:\.\d{0,9})?|\.\d{1,9})::|::|[{}[\]|]|[^\\:{}[\]|\d.-]+|[\s\S]/gu;

/** @source NovelAI's documentation of strengthening and weakening */
const STEP = 1.05;

interface Opening {
  readonly at: number;
  readonly piece: number;
}

/**
 * NovelAI's braces (stronger), square brackets (weaker), `1.5::text::` and `|` between characters. A number counts
 * until the next `::` or the next number; unclosed brackets count to the end. Backslashes before brackets go.
 */
export function draftNovelai(text: string): Draft {
  const draft = newDraft();
  const ranges: WeighedRange[] = [];
  const open: { readonly "{": Opening[]; readonly "[": Opening[] } = { "{": [], "[": [] };
  let numbered: { from: number; factor: number } | undefined;
  const endNumber = (): void => {
    if (numbered !== undefined) ranges.push({ ...numbered, to: draft.pieces.length });
    numbered = undefined;
  };
  const closeBracket = (kind: "{" | "[", at: number): void => {
    const opening = open[kind].pop();
    if (opening === undefined)
      warn(draft, { start: at, end: at + 1 }, "a bracket closes nothing; it is left out");
    else {
      const factor = kind === "{" ? STEP : 1 / STEP;
      ranges.push({ from: opening.piece, to: draft.pieces.length, factor });
    }
  };
  for (const { 0: token, index: at } of text.matchAll(TOKEN)) {
    const end = at + token.length;
    if (token === "{" || token === "[") open[token].push({ at, piece: draft.pieces.length });
    else if (token === "}" || token === "]") closeBracket(token === "}" ? "{" : "[", at);
    else if (token === "|") push(draft, "break", "", at, end);
    else if (token.endsWith("::")) {
      endNumber();
      if (token !== "::") numbered = { from: draft.pieces.length, factor: Number(token.slice(0, -2)) };
    } else if (/^\\+[^\\]$/u.test(token)) push(draft, "escape", token.slice(-1), at, end);
    else push(draft, "text", token, at, end);
  }
  endNumber();
  for (const kind of ["{", "["] as const) {
    for (const opening of [...open[kind]].reverse()) {
      warn(draft, { start: opening.at, end: text.length }, `"${kind}" is never closed; it counts to the end`);
      closeBracket(kind, opening.at);
    }
  }
  const weights = rangeWeights(draft.pieces.length, ranges);
  return weighPieces(draft, (index) => weights[index] ?? 1);
}
