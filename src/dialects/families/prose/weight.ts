import type { Piece } from "../../../layout/piece.js";
import { indefinite, leadOf } from "./article.js";
import type { Phrase } from "./phrase.js";

/** From this weight a phrase is stressed. */
const STRONG = 1.3;
/** Down from this weight a phrase is toned down. */
const FAINT = 0.8;

export type Stress = "strong" | "plain" | "faint";

export function stressOf(phrase: Phrase): Stress {
  if (phrase.term.weight >= STRONG) return "strong";
  return phrase.term.weight <= FAINT ? "faint" : "plain";
}

const RANK: { readonly [S in Stress]: number } = { strong: 0, plain: 1, faint: 2 };

/** Stressed phrases first, toned-down ones last; otherwise as they came. */
export function byStress(phrases: readonly Phrase[]): Phrase[] {
  return [...phrases].sort((x, y) => RANK[stressOf(x)] - RANK[stressOf(y)]);
}

export function say(phrase: Phrase): Piece {
  return { text: phrase.text, termId: phrase.term.id };
}

/** A noun phrase with its article. */
export function saySimply(phrase: Phrase): Piece[] {
  const lead = leadOf(phrase);
  return lead === "" ? [say(phrase)] : [{ text: lead }, say(phrase)];
}

/** A noun phrase with its article and its weight in words: "a subtle rim light", "a hint of fog". */
export function sayWeighed(phrase: Phrase): Piece[] {
  const stress = stressOf(phrase);
  const lead = leadOf(phrase);
  if (stress === "plain" || phrase.shape !== "noun" || phrase.determined || lead === "the ")
    return saySimply(phrase);
  const word = stress === "strong" ? "pronounced" : "subtle";
  if (lead !== "") return [{ text: `${indefinite(word)} ${word} ` }, say(phrase)];
  return [{ text: stress === "strong" ? "pronounced " : "a hint of " }, say(phrase)];
}

/** An adjective with its weight in words: "very moody", "slightly moody". */
export function sayAdjective(phrase: Phrase): Piece[] {
  const graded =
    phrase.words.includes("and") ||
    /^(?:very|highly|ultra|extremely|hyper|super|slightly|most|more)$/u.test(phrase.words[0] ?? "");
  const stress = graded ? "plain" : stressOf(phrase);
  if (stress === "plain") return [say(phrase)];
  return [{ text: stress === "strong" ? "very " : "slightly " }, say(phrase)];
}
