import { ImpromptError } from "../../../base/error.js";
import { BYTES_BY_ID, SYMBOL_OF_BYTE } from "./byte-symbols.js";

/** What is appended to the last symbol of a word. */
export const END_OF_WORD = "</w>";
/** Vocabularies of CLIP take this many merges, however many a file lists. */
const MOST_MERGES = 49152 - 256 - 2;

/** A vocabulary of byte pairs as CLIP has it. */
export interface ClipVocabulary {
  /** Pairs of symbols, those that are merged first at the beginning. */
  readonly merges: readonly (readonly [string, string])[];
  /** Symbol to id, without the two below. */
  readonly ids: ReadonlyMap<string, number>;
  /** Ids of start and end of text. */
  readonly start: number;
  readonly end: number;
}

/** Names that vocabularies have for start and end, those of open_clip and of Hugging Face. */
const MARKS: readonly (readonly [string, string])[] = [
  ["<start_of_text>", "<end_of_text>"],
  ["<|startoftext|>", "<|endoftext|>"],
];

function corrupt(where: string, what: string): ImpromptError {
  return new ImpromptError("model-corrupt", what, {
    where,
    hint: "Pull the model again, or import its tokenizer files as they are published.",
  });
}

/** Pairs from rows of "first second"; the first row, a version, is left out. */
export function parseMerges(text: string, where: string): [string, string][] {
  return text
    .split("\n")
    .slice(1, MOST_MERGES + 1)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => pairOf(line, where));
}

export function pairOf(row: string, where: string): [string, string] {
  const [first, second, more] = row.split(/\s+/);
  if (first === undefined || second === undefined || more !== undefined) {
    throw corrupt(where, `this list of merges has a row that is not a pair, "${row.slice(0, 40)}"`);
  }
  return [first, second];
}

/** Ids as CLIP gives them where only merges are known: bytes, bytes at the end of a word, merges, start, end. */
export function vocabularyOfMerges(merges: readonly (readonly [string, string])[]): ClipVocabulary {
  const bytes = BYTES_BY_ID.map((byte) => SYMBOL_OF_BYTE[byte] as string);
  const symbols = [
    ...bytes,
    ...bytes.map((symbol) => symbol + END_OF_WORD),
    ...merges.map((pair) => pair.join("")),
  ];
  return {
    merges,
    ids: new Map(symbols.map((symbol, id) => [symbol, id])),
    start: symbols.length,
    end: symbols.length + 1,
  };
}

/**
 * A vocabulary whose file numbers its symbols itself.
 *
 * @throws ImpromptError `model-corrupt` where a byte, a merge, the start or the end has no number
 */
export function vocabularyOfIds(
  merges: readonly (readonly [string, string])[],
  numbered: Readonly<Record<string, number>>,
  where: string,
): ClipVocabulary {
  const ids = new Map(Object.entries(numbered));
  const marks = MARKS.find(([start, end]) => ids.has(start) && ids.has(end));
  if (marks === undefined) throw corrupt(where, "this vocabulary has no start and end of text");
  const [start, end] = marks.map((mark) => ids.get(mark) as number) as [number, number];
  for (const mark of marks) ids.delete(mark);
  const bytes = SYMBOL_OF_BYTE.flatMap((symbol) => [symbol, symbol + END_OF_WORD]);
  const missing = [...bytes, ...merges.map((pair) => pair.join(""))].find((symbol) => !ids.has(symbol));
  if (missing !== undefined)
    throw corrupt(where, `this vocabulary has no "${missing}", which its merges make`);
  return { merges, ids, start, end };
}
