import { round } from "../../base/number.js";
import type { Piece } from "../../layout/piece.js";
import { escapeA1111 } from "../families/tags/escape-a1111.js";

/** The grammars that write a number to a phrase. */
export const WEIGHT_GRAMMARS = ["a1111", "comfyui", "compel", "novelai"] as const;

export type WeightGrammar = (typeof WEIGHT_GRAMMARS)[number];

interface WeightSyntax {
  /** Words that the grammar would read as syntax, written so that it reads them as words. */
  readonly escape: (words: string) => string;
  /** What stands around a phrase of this weight; `last` is the phrase's final character. */
  readonly around: (weight: number, last: string) => readonly [before: string, after: string];
}

const SYNTAX: { readonly [G in WeightGrammar]: WeightSyntax } = {
  a1111: {
    escape: escapeA1111,
    around: (weight) => ["(", `:${weight})`],
  },
  /**
   * Only parentheses are syntax; the number is absolute, so a flat pair says it exactly.
   *
   * @source comfyanonymous/ComfyUI, comfy/sd1_clip.py
   */
  comfyui: {
    escape: (words) => words.replace(/[()]/gu, (sign) => `\\${sign}`),
    around: (weight) => ["(", `:${weight})`],
  },
  /**
   * The number stands behind the parenthesis. Signs that end a word would weigh it, so they and runs of them are escaped.
   *
   * @source damian0815/compel README
   */
  compel: {
    escape: (words) =>
      words
        .replace(/[\\()"]/gu, (sign) => `\\${sign}`)
        .replace(/[+-]{2,}|[+-](?=$|[\s,)])/gu, (signs) => signs.replace(/./gu, (sign) => `\\${sign}`)),
    around: (weight) => ["(", `)${weight}`],
  },
  /**
   * V4's numbers, never the older braces: they say any weight in one sign. A digit before the closing "::" would be
   * read as the next weight, so a space parts them.
   *
   * @source NovelAI's documentation of strengthening and weakening
   */
  novelai: {
    escape: (words) =>
      words
        .replace(/[[\]{}]/gu, (sign) => `\\${sign}`)
        .replace(/:{2,}/gu, ": ")
        .replace(/\|/gu, "/"),
    around: (weight, last) => [`${weight}::`, /[\d.]/u.test(last) ? " ::" : "::"],
  },
};

/** Words that the grammar reads as they are meant. */
export function escapeFor(words: string, grammar: WeightGrammar): string {
  return SYNTAX[grammar].escape(words);
}

/** A phrase with its weight, at most 3 decimals, flat; as it is where the weight is 1. Escaping was done before. */
export function weighPieces(phrase: readonly Piece[], weight: number, grammar: WeightGrammar): Piece[] {
  const number = round(weight, 3);
  if (number === 1) return [...phrase];
  const [before, after] = SYNTAX[grammar].around(number, phrase.at(-1)?.text.at(-1) ?? "");
  return [{ text: before, uncounted: true }, ...phrase, { text: after, uncounted: true }];
}
