import type { Decoder, SamplingOptions } from "./decoder.js";

/** Ties go to the first. */
function bestOf(scores: Float32Array): number {
  let best = 0;
  for (let token = 1; token < scores.length; token++) {
    if ((scores[token] as number) > (scores[best] as number)) best = token;
  }
  return best;
}

/**
 * Writes `count` texts, each time with the likeliest token, as `generate` of transformers does by default.
 *
 * @returns token ids of each text, its end included unless it was cut
 */
export async function greedySearch(
  decoder: Decoder,
  count: number,
  options: SamplingOptions,
): Promise<number[][]> {
  const texts = Array.from({ length: count }, (): number[] => []);
  /** Texts that are not done, in the order of the decoder's rows. */
  let open = texts;
  let parents = texts.map((_, row) => row);
  while (open.length > 0) {
    await options.check?.();
    const tokens = open.map((text) => text.at(-1) ?? options.start);
    const { data, width } = await decoder.advance(parents, tokens);
    parents = [];
    const still = open.filter((text, row) => {
      const token = bestOf(data.subarray(row * width, (row + 1) * width));
      text.push(token);
      const done = token === options.end || text.length === options.maxTokens;
      if (done) options.onFinished?.();
      else parents.push(row);
      return !done;
    });
    open = still;
  }
  return texts;
}
