import { dot, greatest } from "./top-k.js";
import type { PhraseTable, Ranked } from "./types.js";

/** Of a row: 1, but for rounding to half precision. */
const MOST_LENGTH = 1 + 2 ** -10;

/**
 * How far a single-precision dot product of `width` numbers may be from the true one, whatever the order of its sums:
 * nu/(1-nu) |row| |query| with u = 2^-24.
 *
 * @source N. Higham, "Accuracy and Stability of Numerical Algorithms", 2nd ed., section 3.1, and Cauchy-Schwarz
 */
export function roundingBound(query: Float32Array): number {
  const rounding = query.length * 2 ** -24;
  return (
    (rounding / (1 - rounding)) * MOST_LENGTH * Math.sqrt(query.reduce((sum, value) => sum + value ** 2, 0))
  );
}

/**
 * The `count` phrases most similar to the query (of length 1), most similar first, ties to the earlier phrase; exact
 * in double precision. The scorer's scores only name the few that may be among them: those within twice the rounding
 * bound of the last one.
 *
 * @param scores of the table for the query, as `Scorer` gives them
 */
export function exactTop(
  { phrases, embeddings }: PhraseTable,
  query: Float32Array,
  scores: Float32Array,
  count: number,
): Ranked[] {
  const last = greatest(scores, count).at(-1);
  if (last === undefined) return [];
  const bar = (scores[last] as number) - 2 * roundingBound(query);
  const candidates: number[] = [];
  for (let row = 0; row < scores.length; row++) if ((scores[row] as number) >= bar) candidates.push(row);
  const doubles = Float64Array.from(query);
  const exact = candidates.map((row) => dot(embeddings, row, doubles));
  return greatest(exact, count).map((place) => {
    const index = candidates[place] as number;
    return { index, phrase: phrases[index] as string, score: exact[place] as number };
  });
}
