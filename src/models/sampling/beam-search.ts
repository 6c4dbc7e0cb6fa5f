import type { Decoder, SamplingOptions } from "./decoder.js";

export interface BeamOptions extends SamplingOptions {
  /** Texts that are followed at once for each picture: 2 or more. */
  readonly beams: number;
}

/** A text with the logarithm of its likelihood, in single precision: the sum over its tokens, or their mean when done. */
interface Scored {
  readonly text: readonly number[];
  readonly score: number;
}

/** The search for one picture. */
interface Search {
  /** Best first. */
  readonly running: readonly Scored[];
  /** Finished texts, best first, as many as beams at most. */
  readonly finished: readonly Scored[];
  readonly done: boolean;
}

interface Candidate extends Scored {
  /** Which of the running texts it continues. */
  readonly parent: number;
  readonly ended: boolean;
}

/** Natural logarithm of the sum of the exponentials. */
function logSumExp(scores: Float32Array): number {
  const peak = scores.reduce((largest, score) => Math.max(largest, score), -Infinity);
  return peak + Math.log(scores.reduce((sum, score) => sum + Math.exp(score - peak), 0));
}

interface Continuation {
  readonly parent: number;
  readonly token: number;
  readonly score: number;
}

/** The likeliest continuations, best first; ties go to the earlier text, then to the lower token. */
function topContinuations(
  running: readonly Scored[],
  logits: readonly Float32Array[],
  count: number,
): Continuation[] {
  const best: Continuation[] = [];
  running.forEach(({ score }, parent) => {
    const scores = logits[parent] as Float32Array;
    const total = logSumExp(scores);
    for (let token = 0; token < scores.length; token++) {
      const sum = Math.fround(Math.fround((scores[token] as number) - total) + score);
      if (best.length === count && sum <= (best.at(-1) as Continuation).score) continue;
      const place = best.findIndex((other) => sum > other.score);
      best.splice(place === -1 ? best.length : place, 0, { parent, token, score: sum });
      if (best.length > count) best.pop();
    }
  });
  return best;
}

function candidatesOf(search: Search, logits: readonly Float32Array[], options: BeamOptions): Candidate[] {
  return topContinuations(search.running, logits, 2 * options.beams).map(({ parent, token, score }) => {
    const text = [...(search.running[parent] as Scored).text, token];
    return { text, score, parent, ended: token === options.end || text.length === options.maxTokens };
  });
}

/** Best first; among equals, those that were there before come first. */
function merge(before: readonly Scored[], after: readonly Scored[], count: number): Scored[] {
  return [...before, ...after].toSorted((a, b) => b.score - a.score).slice(0, count);
}

/**
 * One step for one picture. Twice as many continuations as beams are looked at: those that end and are among the best
 * `beams` are kept as finished, by mean logarithm of likelihood (a length penalty of 1); the best that do not end run
 * on. Done when as many are finished as there are beams and none that runs has a better mean as it stands.
 */
function stepSearch(
  search: Search,
  logits: readonly Float32Array[],
  options: BeamOptions,
): [Search, number[]] {
  const candidates = candidatesOf(search, logits, options);
  const length = (search.running[0]?.text.length ?? 0) + 1;
  const ended = candidates
    .slice(0, options.beams)
    .filter((candidate) => candidate.ended)
    .map(({ text, score }) => ({ text, score: Math.fround(score / length) }));
  const finished = merge(search.finished, ended, options.beams);
  const running = candidates.filter((candidate) => !candidate.ended).slice(0, options.beams);
  const worst = finished.length < options.beams ? -Infinity : (finished.at(-1) as Scored).score;
  const leader = running[0];
  const done = leader === undefined || Math.fround(leader.score / length) <= worst;
  return [{ running, finished, done }, running.map((candidate) => candidate.parent)];
}

/**
 * Writes `count` texts by beam search, as `generate` of transformers does with `num_beams`, a length penalty of 1 and
 * `early_stopping` off.
 *
 * @returns token ids of each text, its end included unless it was cut
 * @source transformers 4.57.6, GenerationMixin._beam_search (2026-11-21)
 */
export async function beamSearch(decoder: Decoder, count: number, options: BeamOptions): Promise<number[][]> {
  const results: number[][] = Array.from({ length: count }, () => []);
  const beginning: Search = { running: [{ text: [], score: 0 }], finished: [], done: false };
  let open = results.map((_, picture) => ({ picture, search: beginning }));
  let parents = results.map((_, row) => row);
  while (open.length > 0) {
    await options.check?.();
    const tokens = open.flatMap(({ search }) =>
      search.running.map(({ text }) => text.at(-1) ?? options.start),
    );
    const { data, width } = await decoder.advance(parents, tokens);
    const each = tokens.length / open.length;
    parents = [];
    open = open.flatMap(({ picture, search }, index) => {
      const first = index * each;
      const logits = search.running.map((_, row) =>
        data.subarray((first + row) * width, (first + row + 1) * width),
      );
      const [next, from] = stepSearch(search, logits, options);
      if (!next.done) {
        parents.push(...from.map((row) => first + row));
        return [{ picture, search: next }];
      }
      results[picture] = [...(next.finished[0] as Scored).text];
      options.onFinished?.();
      return [];
    });
  }
  return results;
}
