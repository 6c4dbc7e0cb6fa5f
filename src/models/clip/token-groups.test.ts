import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareTokens, groupTexts, layOutGroups, type TokenBatch } from "./token-groups.js";

const END = 9;

/** Different texts that all begin with `start`, sorted, each with its end. */
function textsOf(start: readonly number[], rests: readonly (readonly number[])[]): number[][] {
  const texts = rests.map((rest) => [...start, ...rest, END]).sort(compareTokens);
  return texts.filter(
    (text, index) => index === 0 || compareTokens(texts[index - 1] as number[], text) !== 0,
  );
}

/** What the token of a row sees, in the order of places: the text up to there. */
function readBack({ tokens, positions, mask, size }: TokenBatch, row: number): number[] {
  const first = Math.floor(row / size) * size;
  const seen = Array.from({ length: size }, (_, column) => column).filter(
    (column) => mask[row * size + column] === 0,
  );
  return seen
    .map((column) => first + column)
    .sort((a, b) => (positions[a] as number) - (positions[b] as number))
    .map((place) => tokens[place] as number);
}

const rests = fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 6 }), {
  minLength: 1,
  maxLength: 40,
});

describe("layOutGroups", () => {
  it("lets each end see its own text and nothing else", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 4, max: 8 }), { maxLength: 3 }),
        rests,
        fc.integer({ min: 7, max: 20 }),
        (start, some, size) => {
          const texts = textsOf(start, some);
          const batch = layOutGroups(texts, start.length, groupTexts(texts, start.length, size));
          const read = Array.from(batch.ends, (end) => readBack(batch, end));
          expect(read).toEqual(texts.map((text) => text.slice(start.length)));
        },
      ),
    );
  });

  it("keeps groups within their size and takes every text once", () => {
    fc.assert(
      fc.property(rests, fc.integer({ min: 7, max: 20 }), (some, size) => {
        const texts = textsOf([], some);
        const groups = groupTexts(texts, 0, size);
        for (const group of groups) expect(group.tokens).toBeLessThanOrEqual(size);
        expect(groups.flatMap(({ from, to }) => texts.slice(from, to))).toEqual(texts);
      }),
    );
  });
});

describe("groupTexts", () => {
  it("counts what neighbours share once", () => {
    const texts = textsOf(
      [],
      [
        [1, 2],
        [1, 2, 3],
        [1, 2, 4],
      ],
    );
    // 1 2 3 end, 4 end, end
    expect(groupTexts(texts, 0, 64)).toEqual([{ from: 0, to: 3, tokens: 7 }]);
  });
});
