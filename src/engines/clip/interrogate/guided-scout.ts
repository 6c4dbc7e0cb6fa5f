import { greatest } from "../phrases/top-k.js";
import type { Candidate } from "./candidate.js";
import type { Scout } from "./grow.js";
import { firstMaximum, type Judge } from "./judge.js";
import { append, join } from "./pieces.js";
import { ridge } from "./ridge.js";

/** Candidates that a step tries before it guesses. */
const SAMPLE = 384;
/** Share of the sample that looked best before; the others are spread over the ranking. */
const HOPEFUL = 0.4;
/** Tried after each guess. */
const BATCH = 128;
/** Guesses of a step. */
const ROUNDS = 3;
/** Of those tried with a rough encoder, how many are judged exactly. */
const FINALISTS = 4;
/** Of the regression, beside rows of length 1. */
const PENALTY = 1;

function mostHopeful(
  candidates: readonly Candidate[],
  hope: ReadonlyMap<Candidate, number>,
  count: number,
): Candidate[] {
  const values = candidates.map((candidate) => hope.get(candidate) ?? 0);
  return greatest(values, count).map((place) => candidates[place] as Candidate);
}

/** The most hopeful, and others evenly from the rest. */
function sample(candidates: readonly Candidate[], hope: ReadonlyMap<Candidate, number>): Candidate[] {
  const hopeful = mostHopeful(candidates, hope, Math.ceil(SAMPLE * HOPEFUL));
  const taken = new Set(hopeful);
  const rest = candidates.filter((candidate) => !taken.has(candidate));
  const others = Math.min(SAMPLE - hopeful.length, rest.length);
  const stride = rest.length / others;
  const spread = Array.from({ length: others }, (_, i) => rest[Math.floor(i * stride)] as Candidate);
  return [...hopeful, ...spread];
}

/**
 * Tries some candidates, guesses from their embeddings by regression what the others do, tries those that look best,
 * and guesses again: at most 768 texts a step, however many candidates there are. The best of those tried is taken,
 * which need not be the best of all: what it misses is measured in docs/evaluation.md. A rough judge may try them; the
 * best few are then judged exactly.
 */
export function guidedScout(judge: Judge, sign: 1 | -1, rough: Judge = judge): Scout {
  /** What a candidate was found or guessed to do last; at first its own similarity. */
  const hope = new Map<Candidate, number>();
  return async ({ pieces }, candidates) => {
    const prompt = join(pieces);
    const values = new Map<Candidate, number>();
    const attempt = async (some: readonly Candidate[]): Promise<void> => {
      const found = await rough.similarities(some.map((piece) => append(prompt, piece)));
      some.forEach((candidate, i) => values.set(candidate, sign * (found[i] as number)));
    };
    for (const candidate of candidates) {
      if (!hope.has(candidate)) hope.set(candidate, sign * candidate.score);
    }
    await attempt(sample(candidates, hope));
    for (let round = 0; round < ROUNDS && values.size < candidates.length; round += 1) {
      const guess = ridge(
        [...values.keys()].map(({ direction }) => direction),
        [...values.values()],
        PENALTY,
      );
      const untried = candidates.filter((candidate) => !values.has(candidate));
      for (const candidate of untried) hope.set(candidate, guess(candidate.direction));
      await attempt(mostHopeful(untried, hope, BATCH));
    }
    for (const [candidate, value] of values) hope.set(candidate, value);
    const finalists = mostHopeful([...values.keys()], values, rough === judge ? 1 : FINALISTS);
    const judged =
      rough === judge
        ? finalists.map((candidate) => sign * (values.get(candidate) as number))
        : await judge.similarities(finalists.map((piece) => append(prompt, piece)));
    const best = firstMaximum(Array.from(judged, (similarity) => sign * similarity));
    return { candidate: finalists[best] as Candidate, similarity: judged[best] as number };
  };
}
