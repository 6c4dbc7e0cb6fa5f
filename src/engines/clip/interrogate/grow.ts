import { alike, type Candidate } from "./candidate.js";
import { firstMaximum, type Judge } from "./judge.js";
import { append, type Draft, join, type Piece } from "./pieces.js";

export interface Growth {
  /** Phrases that are taken on even where one does not help: the next may. */
  readonly minPhrases: number;
  readonly maxPhrases: number;
  /** -1 grows away from the picture. */
  readonly sign: 1 | -1;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface Found {
  readonly candidate: Candidate;
  readonly similarity: number;
}

/** Finds what to append to a prompt, among at least one candidate. */
export type Scout = (current: Draft, candidates: readonly Candidate[]) => Promise<Found>;

/** Tries every candidate; of equal ones takes the first. */
export function exactScout(judge: Judge, sign: 1 | -1): Scout {
  return async (current, candidates) => {
    const prompt = join(current.pieces);
    const values = await judge.similarities(candidates.map((piece) => append(prompt, piece)));
    const best = firstMaximum(sign === 1 ? values : values.map((value) => -value));
    return { candidate: candidates[best] as Candidate, similarity: values[best] as number };
  };
}

/**
 * Appends to a prompt, again and again, what the scout finds, and gives the prompt of the best similarity on the way.
 * What is like a phrase that was taken, or no longer fits the context, is not tried again. That is all that can be
 * left out with certainty: how near a text is to a picture follows from no part of it, so that no bound but 1 holds for
 * what a candidate may do.
 */
export async function grow(
  start: Draft,
  candidates: readonly Candidate[],
  judge: Judge,
  scout: Scout,
  { minPhrases, maxPhrases, sign, onProgress }: Growth,
): Promise<Draft> {
  let best = start;
  let current = start;
  let left = candidates;
  for (let step = 0; step < maxPhrases; step += 1) {
    const room = judge.contextLength - tokensOf(current.pieces, judge);
    left = left.filter(({ tokens }) => tokens <= room);
    if (left.length === 0) break;
    const found = await scout(current, left);
    const { candidate, similarity } = found;
    const next: Draft = { pieces: [...current.pieces, candidate], similarity };
    left = left.filter((other) => other !== candidate && !alike(other.sense, candidate.sense));
    if (tokensOf(next.pieces, judge) > judge.contextLength) continue;
    const opens = current.pieces.length === 0;
    if (opens || sign * similarity > sign * best.similarity) best = next;
    if (!opens && sign * similarity <= sign * current.similarity && step >= minPhrases) break;
    current = next;
    onProgress?.(step + 1, maxPhrases);
  }
  return best;
}

/** With start and end. */
export function tokensOf(pieces: readonly Piece[], judge: Judge): number {
  return judge.countTokens(join(pieces) ?? "");
}
