import { clamp, round } from "../../../base/number.js";
import type { Warning } from "../../../base/warning.js";
import type { Term } from "../../../blueprint/types.js";
import type { Piece } from "../../../layout/piece.js";
import type { Capabilities } from "../../capabilities.js";
import { wordsOf } from "../select.js";
import { escapeA1111 } from "./escape-a1111.js";

const QUOTED = /["“”«»„]/u;

/** The words of a term as pieces; what shall stand in the picture as lettering is quoted unless it already is. */
export function quotePhrase(term: Term, words: string): Piece[] {
  const said: Piece = { text: words, termId: term.id };
  if (term.facet !== "text" || term.polarity === "exclude" || QUOTED.test(words)) return [said];
  return [{ text: 'text "' }, said, { text: '"' }];
}

/** The term in A1111 syntax: words escaped, in parentheses with a weight of at most 2 decimals unless it is 1. */
function sayWeighted(term: Term, words: string, min: number, max: number): Piece[] {
  const phrase = quotePhrase(term, escapeA1111(words));
  const weight = round(clamp(term.weight, min, max), 2);
  if (weight === 1) return phrase;
  return [{ text: "(", uncounted: true }, ...phrase, { text: `:${weight})`, uncounted: true }];
}

/** How a target's versions say a phrase among others. */
export function sayPhrase(term: Term, words: string, { weights }: Capabilities): Piece[] {
  if (weights.kind !== "a1111") return quotePhrase(term, words);
  return sayWeighted(term, words, weights.min, weights.max);
}

/** Phrases joined by commas. */
export function joinPhrases(phrases: readonly (readonly Piece[])[]): Piece[] {
  return phrases.flatMap((phrase, index) => (index === 0 ? phrase : [{ text: ", " }, ...phrase]));
}

/** What becomes of the weights: clamped to the target's range, or only hinted at by order. */
export function weightWarnings(terms: readonly Term[], capabilities: Capabilities, where: string): Warning[] {
  const { weights, title } = capabilities;
  const warnings: Warning[] = [];
  for (const term of terms) {
    const { weight, id } = term;
    if (weights.kind === "none") {
      if (round(weight, 2) === 1) continue;
      const message = `${title} has no weights: "${wordsOf(term)}" (${weight}) is stressed by its place at most`;
      warnings.push({ code: "weight-dropped", message, where, termId: id });
    } else if (weight < weights.min || weight > weights.max) {
      const message = `"${wordsOf(term)}" weighs ${weight}, outside ${weights.min} to ${weights.max}`;
      warnings.push({ code: "weight-clamped", message, where, termId: id });
    }
  }
  return warnings;
}
