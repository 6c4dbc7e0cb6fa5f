import { cleanPhrase } from "./clean-phrase.js";
import type { Phrase } from "./phrase.js";
import { parseProse } from "./syntax/prose.js";

/** The clauses of a text as phrases. */
export function proseSegments(text: string): Phrase[] {
  return parseProse(text)
    .tokens.filter(({ kind }) => kind === "text")
    .map(({ start, end }) => {
      const words = cleanPhrase(text.slice(start, end), { underscores: false });
      return { text: words, weight: 1, polarity: "include", start, end };
    });
}
