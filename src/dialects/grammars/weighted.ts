import type { Term } from "../../blueprint/types.js";
import type { Piece } from "../../layout/piece.js";
import { excludedWords } from "../families/negative.js";
import { wordsOf } from "../families/select.js";
import { joinPhrases } from "../families/tags/phrases.js";
import { loraWarnings, printLoras } from "./loras.js";
import type { Writer } from "./page.js";
import type { WeightGrammar } from "./weight-syntax.js";
import { escapeFor, weighPieces } from "./weight-syntax.js";

function sayTerm(term: Term, words: string, grammar: WeightGrammar): Piece[] {
  return weighPieces([{ text: escapeFor(words, grammar), termId: term.id }], term.weight, grammar);
}

/** Comma phrases in the blueprint's order, each with its number; what is excluded in a field of its own. */
export function weightedWriter(grammar: WeightGrammar): Writer {
  return ({ spoken, excluded, loras }) => {
    const pieces = joinPhrases(spoken.map((term) => sayTerm(term, wordsOf(term), grammar)));
    const inText = grammar === "a1111";
    const calls = inText ? printLoras(loras) : "";
    const gap = pieces.length > 0 && calls !== "" ? ", " : "";
    return {
      pieces: calls === "" ? pieces : [...pieces, { text: `${gap}${calls}` }],
      negative: joinPhrases(excluded.map((term) => sayTerm(term, excludedWords(term), grammar))),
      said: [
        ...spoken.map((term) => ({ term, words: wordsOf(term), weight: term.weight, excluded: false })),
        ...excluded.map((term) => ({
          term,
          words: excludedWords(term),
          weight: term.weight,
          excluded: true,
        })),
      ],
      warnings: inText ? [] : loraWarnings(loras, grammar),
    };
  };
}
