import type { Piece } from "./piece.js";
import { textOfPieces } from "./piece.js";

/** What a budget is counted in. `clip-token`, `t5-token` and `token` are estimates without the vocabulary. */
export type BudgetUnit = "clip-token" | "t5-token" | "token" | "character" | "word";

export const ESTIMATED_UNITS: readonly BudgetUnit[] = ["clip-token", "t5-token", "token"];

/** As a person says it, behind a number. */
export const UNIT_NAMES: { readonly [U in BudgetUnit]: string } = {
  "clip-token": "CLIP tokens",
  "t5-token": "T5 tokens",
  token: "tokens",
  character: "characters",
  word: "words",
};

const WORDS = /\p{L}+|\p{N}|[^\s\p{L}\p{N}]+/gu;

/**
 * Tokens that a byte-pair vocabulary of English captions needs, rather over than under: a word of up to 7
 * letters is one token, each further started 4 letters one more; digits one each (as CLIP splits them); a run
 * of punctuation one for each started 2 characters; a letter outside Latin 2.
 */
function estimateTokens(text: string): number {
  let count = 0;
  for (const [word] of text.matchAll(WORDS)) {
    if (/^\p{N}/u.test(word)) count += 1;
    else if (!/^\p{L}/u.test(word)) count += Math.ceil(word.length / 2);
    else if (/^[\p{Script=Latin}]+$/u.test(word)) count += 1 + Math.max(0, Math.ceil((word.length - 7) / 4));
    else count += 2 * Array.from(word).length;
  }
  return count;
}

/** How much of a budget a text uses. Characters are Unicode code points. */
export function countText(text: string, unit: BudgetUnit): number {
  switch (unit) {
    case "character":
      return Array.from(text).length;
    case "word":
      return text.split(/\s+/u).filter((word) => word !== "").length;
    case "clip-token":
    case "t5-token":
    case "token":
      return estimateTokens(text);
  }
}

/** How much of a budget the pieces use; uncounted syntax is left out where tokens are counted. */
export function countPieces(pieces: readonly Piece[], unit: BudgetUnit): number {
  const counted = ESTIMATED_UNITS.includes(unit)
    ? pieces.filter((piece) => piece.uncounted !== true)
    : pieces;
  return countText(textOfPieces(counted), unit);
}
