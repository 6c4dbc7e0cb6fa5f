import type { Raster } from "../../../image/raster.js";
import type { Clip, Matrix, ModelWork } from "../../../models/types.js";

export interface FakeClip extends Clip {
  /** The texts that were embedded, in the order of the calls. */
  readonly seen: readonly string[];
}

/** Seeded by the word: the same for every model of a salt. */
function wordVector(word: string, width: number, salt: string): Float64Array {
  let state = 2166136261;
  for (const letter of `${salt} ${word}`) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 16777619);
  return Float64Array.from({ length: width }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d);
    return ((mixed ^ (mixed >>> 13)) >>> 0) / 2 ** 32 - 0.5;
  });
}

/** The color that most pixels have, as a word. */
function wordsOf({ data }: Raster): string[] {
  const counts = [0, 0, 0];
  for (let i = 0; i < data.length; i += 3) {
    const pixel = [data[i] ?? 0, data[i + 1] ?? 0, data[i + 2] ?? 0];
    const most = pixel.indexOf(Math.max(...pixel));
    counts[most] = (counts[most] ?? 0) + 1;
  }
  return ["red", "green", "blue"].flatMap((name, at) =>
    Array.from({ length: Math.round((8 * (counts[at] ?? 0) * 3) / data.length) }, () => name),
  );
}

/**
 * A CLIP model without weights: a text is the sum of its words' random vectors, a picture the sum of the words "red",
 * "green", "blue" by their share of the pixels.
 */
export function fakeClip({ width = 32, salt = "a" }: { width?: number; salt?: string } = {}): FakeClip {
  const seen: string[] = [];
  const embed = (lists: readonly (readonly string[])[], work: ModelWork = {}): Matrix => {
    const data = new Float32Array(lists.length * width);
    lists.forEach((words, row) => {
      work.signal?.throwIfAborted();
      const sum = new Float64Array(width);
      for (const word of words)
        wordVector(word, width, salt).forEach((value, i) => (sum[i] = (sum[i] ?? 0) + value));
      const length = Math.hypot(...sum);
      data.set(
        sum.map((value) => value / length),
        row * width,
      );
    });
    work.onProgress?.(lists.length, lists.length);
    return { rows: lists.length, width, data };
  };
  return {
    seen,
    name: "ViT-fake/none",
    fingerprint: `fake ${salt} ${width}`,
    width,
    contextLength: 77,
    logitScale: 100,
    countTokens: (text) => text.split(" ").length + 2,
    embedImages: async (rasters, work) => embed(rasters.map(wordsOf), work),
    embedTexts: async (texts, work) => {
      work?.signal?.throwIfAborted();
      seen.push(...texts);
      return embed(
        texts.map((text) => text.split(/[\s,]+/u)),
        work,
      );
    },
    close: () => Promise.resolve(),
  };
}
