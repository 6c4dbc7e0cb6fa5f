import type { PhraseTable } from "../phrases/types.js";
import { dotProducts } from "./judge.js";

/** Phrases of several tables, one after another, with their similarity to one picture. */
export interface Pool {
  readonly phrases: readonly string[];
  readonly scores: Float32Array;
  /** The table that a phrase is from, and the row there. */
  readonly origin: (index: number) => { readonly table: PhraseTable; readonly row: number };
}

/** Scores a table for one picture once, however often it is asked. */
export function makeScorer(image: Float32Array): (table: PhraseTable) => Float32Array {
  const known = new Map<PhraseTable, Float32Array>();
  return (table) => {
    const scores = known.get(table) ?? dotProducts(table.embeddings, image);
    known.set(table, scores);
    return scores;
  };
}

export function makePool(
  tables: readonly PhraseTable[],
  scoresOf: (table: PhraseTable) => Float32Array,
): Pool {
  const size = tables.reduce((sum, { phrases }) => sum + phrases.length, 0);
  const scores = new Float32Array(size);
  const starts: number[] = [];
  let start = 0;
  for (const table of tables) {
    scores.set(scoresOf(table), start);
    starts.push(start);
    start += table.phrases.length;
  }
  return {
    phrases: tables.flatMap(({ phrases }) => phrases),
    scores,
    origin: (index) => {
      const owner = starts.findLastIndex((first) => first <= index);
      return { table: tables[owner] as PhraseTable, row: index - (starts[owner] as number) };
    },
  };
}
