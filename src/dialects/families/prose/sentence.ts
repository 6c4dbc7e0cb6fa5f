import type { Piece } from "../../../layout/piece.js";
import { textOfPieces } from "../../../layout/piece.js";

import type { Phrase } from "./phrase.js";

export type Sentence = readonly Piece[];

function capitalise(sentence: Sentence): Piece[] {
  const first = sentence.findIndex((piece) => piece.text !== "");
  return sentence.map((piece, index) => {
    if (index !== first) return piece;
    return {
      ...piece,
      text: piece.text.replace(
        /^(["'(]*)(\p{Ll})/u,
        (_, open: string, letter: string) => open + upper(letter),
      ),
    };
  });
}

/** One letter in upper case; a letter whose upper case is longer ("ß") stays. */
function upper(letter: string): string {
  const raised = letter.toUpperCase();
  return raised.length === letter.length ? raised : letter;
}

/** Sentences on one line, each with a capital at its start and a stop at its end; empty ones are left out. */
export function joinSentences(sentences: readonly Sentence[]): Piece[] {
  return sentences
    .filter((sentence) => textOfPieces(sentence).trim() !== "")
    .flatMap((sentence, index) => {
      const stop = /[.!?\u2026\u3002]["'\u201d)]*$/u.test(textOfPieces(sentence)) ? [] : [{ text: "." }];
      return [...(index === 0 ? [] : [{ text: " " }]), ...capitalise(sentence), ...stop];
    });
}

/** Phrases that fit no grammar, after a colon: "Tags: 1girl, solo". */
export function sayLabels(name: string, labels: readonly Phrase[]): Sentence {
  return labels.flatMap((phrase, index) => [
    { text: index === 0 ? `${name}: ` : ", " },
    { text: phrase.text, termId: phrase.term.id },
  ]);
}
