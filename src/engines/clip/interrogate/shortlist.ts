import { phraseKey } from "../../../vocabulary/key.js";
import { greatest } from "../phrases/top-k.js";
import type { Candidate } from "./candidate.js";
import type { Pool } from "./pool.js";

export interface ShortlistRules {
  readonly count: number;
  /** -1 begins with the least similar. */
  readonly sign: 1 | -1;
  readonly accepts: (phrase: string, score: number) => boolean;
  readonly candidate: (index: number) => Candidate;
}

/**
 * The phrases of the pool that are most similar to the picture and accepted, most similar first, ties to the earlier
 * one; of those with one phrase key only the first.
 */
export function shortlist(pool: Pool, { count, sign, accepts, candidate }: ShortlistRules): Candidate[] {
  const scores = sign === 1 ? pool.scores : pool.scores.map((score) => -score);
  const keys = new Set<string>();
  const chosen: Candidate[] = [];
  let looked = 0;
  for (let size = 2 * count; chosen.length < count && looked < scores.length; size *= 4) {
    const order = greatest(scores, size);
    for (const index of order.slice(looked)) {
      const phrase = pool.phrases[index] as string;
      const key = phraseKey(phrase);
      if (key === "" || keys.has(key) || !accepts(phrase, pool.scores[index] as number)) continue;
      keys.add(key);
      chosen.push(candidate(index));
      if (chosen.length === count) break;
    }
    looked = order.length;
  }
  return chosen;
}
