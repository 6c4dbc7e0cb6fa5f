import { clamp, round } from "../../../base/number.js";
import type { Warning } from "../../../base/warning.js";
import type { Term } from "../../../blueprint/types.js";
import type { Piece } from "../../../layout/piece.js";
import type { Capabilities } from "../../capabilities.js";
import type { WeightGrammar } from "../../grammars/weight-syntax.js";
import { escapeFor, weighPieces } from "../../grammars/weight-syntax.js";
import { wordsOf } from "../select.js";

const QUOTED = /["“”«»„]/u;

/** The words of a term as pieces; what shall stand in the picture as lettering is quoted unless it already is. */
export function quotePhrase(term: Term, words: string): Piece[] {
  const said: Piece = { text: words, termId: term.id };
  if (term.facet !== "text" || term.polarity === "exclude" || QUOTED.test(words)) return [said];
  return [{ text: 'text "' }, said, { text: '"' }];
}

/**
 * How a target's versions say a phrase among others: words escaped, with a weight of at most 2 decimals unless it
 * is 1, in the syntax of the tool that runs the target.
 */
export function sayPhrase(
  term: Term,
  words: string,
  { weights }: Capabilities,
  grammar: WeightGrammar = "a1111",
): Piece[] {
  if (weights.kind !== "a1111") return quotePhrase(term, words);
  const phrase = quotePhrase(term, escapeFor(words, grammar));
  return weighPieces(phrase, round(clamp(term.weight, weights.min, weights.max), 2), grammar);
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
