import { round } from "../../base/number.js";
import type { Warning } from "../../base/warning.js";
import type { Term } from "../../blueprint/types.js";
import type { Piece } from "../../layout/piece.js";
import { excludedWords } from "../families/negative.js";
import { composeProse } from "../families/prose/compose.js";
import { wordsOf } from "../families/select.js";
import { joinPhrases } from "../families/tags/phrases.js";
import { loraWarnings } from "./loras.js";
import type { Writer } from "./page.js";

/** Weights between these are too near to neutral to move a phrase. */
const STRESSED = 1.15;
const WEAKENED = 0.85;

function rank({ weight }: Term): number {
  if (weight > STRESSED) return 0;
  return weight < WEAKENED ? 2 : 1;
}

/** Stressed phrases first, heaviest first; weakened ones last; the others as they came. */
function byWeight(terms: readonly Term[]): Term[] {
  return [...terms].sort((x, y) => rank(x) - rank(y) || (rank(x) === 0 ? y.weight - x.weight : 0));
}

/** What becomes of each weight where a grammar has none. */
export function lostWeights(terms: readonly Term[], how: string, where: string): Warning[] {
  return terms
    .filter(({ weight }) => round(weight, 3) !== 1)
    .map((term) => ({
      code: "weight-dropped",
      message: `"${wordsOf(term)}" (${term.weight}) loses its number; ${how}`,
      where,
      termId: term.id,
    }));
}

function tagWriter(where: string, say: (words: string) => string): Writer {
  return ({ spoken, excluded, loras }) => {
    const list = (terms: readonly Term[], words: (term: Term) => string): Piece[] =>
      joinPhrases(byWeight(terms).map((term) => [{ text: say(words(term)), termId: term.id }]));
    return {
      pieces: list(spoken, wordsOf),
      negative: list(excluded, excludedWords),
      said: [
        ...spoken.map((term) => ({ term, words: wordsOf(term), excluded: false })),
        ...excluded.map((term) => ({ term, words: excludedWords(term), excluded: true })),
      ],
      warnings: [
        ...lostWeights([...spoken, ...excluded], "stressed phrases come first, weak ones last", where),
        ...loraWarnings(loras, where),
      ],
    };
  };
}

/** Plain comma phrases. */
export const writeTags: Writer = tagWriter("tags", (words) => words);

/** Booru tags: lower case, underscores for spaces, parentheses escaped since models' interfaces weigh by them. */
export const writeDanbooru: Writer = tagWriter("danbooru", (words) =>
  words
    .toLowerCase()
    .replace(/\s+/gu, "_")
    .replace(/[()]/gu, (sign) => `\\${sign}`),
);

/** Sentences; what is excluded as plain words for a field of its own. */
export const writeProse: Writer = ({ spoken, excluded, loras }) => ({
  pieces: spoken.length === 0 ? [] : composeProse(spoken),
  negative: joinPhrases(excluded.map((term) => [{ text: excludedWords(term), termId: term.id }])),
  said: [],
  warnings: [
    ...lostWeights(spoken, "order and wording say it where they can", "prose"),
    ...lostWeights(excluded, "no words stress it", "prose"),
    ...loraWarnings(loras, "prose"),
  ],
});
