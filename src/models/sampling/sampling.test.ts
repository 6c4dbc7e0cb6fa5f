import fc from "fast-check";
import { expect, test } from "vitest";
import { beamSearch } from "./beam-search.js";
import type { Decoder } from "./decoder.js";
import { greedySearch } from "./greedy.js";

const END = 0;
const START = 9;

/** Likelihoods of what follows a text, by picture; it also minds what the contract of a decoder promises it. */
type Model = (picture: number, text: readonly number[]) => readonly number[];

function decoderOf(model: Model, pictures: number): { decoder: Decoder; rows: number[] } {
  let texts = Array.from({ length: pictures }, (_, picture) => ({ picture, text: [] as number[] }));
  const rows: number[] = [];
  const decoder: Decoder = {
    advance: async (parents, tokens) => {
      rows.push(parents.length);
      texts = parents.map((parent, row) => {
        const { picture, text } = texts[parent] as (typeof texts)[number];
        return { picture, text: [...text, tokens[row] as number] };
      });
      const counts = new Map<number, number>();
      texts.forEach(({ picture }, row) => {
        if (row > 0)
          expect(picture).toBeGreaterThanOrEqual((texts[row - 1] as (typeof texts)[number]).picture);
        counts.set(picture, (counts.get(picture) ?? 0) + 1);
      });
      expect(new Set(counts.values()).size).toBe(1);
      const likelihoods = texts.map(({ picture, text }) => {
        expect(text[0]).toBe(START);
        return model(picture, text.slice(1));
      });
      return {
        rows: texts.length,
        width: likelihoods[0]?.length ?? 0,
        data: Float32Array.from(likelihoods.flat(), Math.log),
      };
    },
  };
  return { decoder, rows };
}

/** 1 is the likeliest beginning, yet what follows 2 makes the likelier whole. */
const gardenPath: Model = (_, text) => {
  if (text.length === 0) return [0.01, 0.5, 0.46, 0.01, 0.01, 0.01];
  if (text.length === 1 && text[0] === 1) return [0.1, 0.1, 0.2, 0.2, 0.2, 0.2];
  return text.length === 1 && text[0] === 2
    ? [0.01, 0.01, 0.01, 0.01, 0.95, 0.01]
    : [0.95, 0.01, 0.01, 0.01, 0.01, 0.01];
};

const options = { start: START, end: END, maxTokens: 6 };

test("greedy takes the likeliest each time, the first among equals, and stops at the end", async () => {
  const { decoder } = decoderOf(gardenPath, 1);
  expect(await greedySearch(decoder, 1, options)).toEqual([[1, 2, END]]);
});

test("beams find the likelier whole", async () => {
  const { decoder } = decoderOf(gardenPath, 1);
  expect(await beamSearch(decoder, 1, { ...options, beams: 2 })).toEqual([[2, 4, END]]);
});

test("an end that is not among the best beams is not kept, even if its mean would win", async () => {
  const rare: Model = (__, text) =>
    text.length === 0
      ? [0.15, 0.5, 0.3, ...Array.from({ length: 17 }, () => 0.05 / 17)]
      : Array.from({ length: 20 }, (_, token) => (token === END ? 1e-6 : 0.05));
  const [text] = await beamSearch(decoderOf(rare, 1).decoder, 1, { ...options, beams: 2 });
  expect(text?.[0]).toBe(1);
});

test("texts are cut at the length asked for", async () => {
  const forever: Model = () => [0.1, 0.1, 0.1, 0.7, 0, 0];
  expect(await greedySearch(decoderOf(forever, 1).decoder, 1, { ...options, maxTokens: 3 })).toEqual([
    [3, 3, 3],
  ]);
  const cut = await beamSearch(decoderOf(forever, 1).decoder, 1, { ...options, maxTokens: 3, beams: 2 });
  expect(cut).toEqual([[3, 3, 3]]);
});

/** Picture `n` ends after `n` tokens. */
const staggered: Model = (picture, text) =>
  text.length >= picture ? [0.95, 0.01, 0.01, 0.01, 0.01, 0.01] : [0.01, 0.01, 0.01, 0.01, 0.01, 0.95];

test("a picture whose text is done takes no more work, and is told of", async () => {
  const { decoder, rows } = decoderOf(staggered, 4);
  let finished = 0;
  const onFinished = (): number => ++finished;
  expect(await greedySearch(decoder, 4, { ...options, onFinished })).toEqual([
    [END],
    [5, END],
    [5, 5, END],
    [5, 5, 5, END],
  ]);
  expect(rows).toEqual([4, 3, 2, 1]);
  expect(finished).toBe(4);
});

test("beams of a picture do not depend on the pictures beside it", async () => {
  const random = (seed: number): Model => {
    return (picture, text) =>
      Array.from({ length: 8 }, (_, token) => {
        const mixed = [...text, token, picture].reduce(
          (hash, part) => Math.imul(hash ^ part, 0x01000193),
          seed,
        );
        return 0.01 + ((mixed >>> 8) & 0xff);
      });
  };
  await fc.assert(
    fc.asyncProperty(fc.integer(), fc.integer({ min: 2, max: 4 }), async (seed, beams) => {
      const model = random(seed);
      const together = await beamSearch(decoderOf(model, 3).decoder, 3, { ...options, beams });
      for (const picture of [0, 1, 2]) {
        const alone: Model = (_, text) => model(picture, text);
        const [text] = await beamSearch(decoderOf(alone, 1).decoder, 1, { ...options, beams });
        expect(text).toEqual(together[picture]);
      }
    }),
    { numRuns: 50 },
  );
});

test.each([greedySearch, beamSearch])("work stops where it is checked", async (search) => {
  const { decoder, rows } = decoderOf(staggered, 4);
  let checks = 0;
  const check = async (): Promise<void> => {
    if (++checks > 2) throw new Error("enough");
  };
  await expect(search(decoder, 4, { ...options, beams: 2, check })).rejects.toThrow("enough");
  expect(rows).toHaveLength(2);
});
