import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../base/random.js";
import type { Matrix } from "../../../models/types.js";
import { exactTop, roundingBound } from "./exact-top.js";
import { openScorer } from "./scorer.js";
import { dot, greatest } from "./top-k.js";
import type { PhraseTable } from "./types.js";

function unitRows(rows: number, width: number, seed: number): Matrix {
  const random = seededRandom(seed);
  const data = Float32Array.from({ length: rows * width }, () => random() - 0.5);
  for (let row = 0; row < rows; row++) {
    const part = data.subarray(row * width, (row + 1) * width);
    const length = Math.hypot(...part);
    part.forEach((value, i) => {
      part[i] = value / length;
    });
  }
  return { rows, width, data };
}

function tableOf(embeddings: Matrix): PhraseTable {
  return {
    name: "flavors",
    phrases: Array.from({ length: embeddings.rows }, (_, row) => `phrase ${row}`),
    embeddings,
  };
}

/** Plain words for the same: sort all, ties by place. */
function sorted(scores: ArrayLike<number>, count: number): number[] {
  return Array.from({ length: scores.length }, (_, place) => place)
    .sort((x, y) => (scores[y] as number) - (scores[x] as number) || x - y)
    .slice(0, count);
}

describe("greatest", () => {
  it("is a stable sort's beginning, whatever the ties", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -3, max: 3 })), fc.nat(12), (scores, count) => {
        expect(greatest(scores, count)).toEqual(sorted(scores, count));
      }),
    );
  });
});

/** Every row's dot product in double precision, all sorted. */
function reference(table: PhraseTable, query: Float32Array, count: number): number[] {
  const doubles = Float64Array.from(query);
  const exact = Float64Array.from(table.phrases, (_, row) => dot(table.embeddings, row, doubles));
  return sorted(exact, count);
}

const rowsOf = ({ data, width, rows }: Matrix): Float32Array[] =>
  Array.from({ length: rows }, (_, row) => data.slice(row * width, (row + 1) * width));

async function ranked(table: PhraseTable, queries: Matrix, count: number): Promise<number[][]> {
  const scorer = await openScorer({ threads: 1 });
  try {
    const scores = await scorer.scores(table.embeddings, queries);
    return rowsOf(queries).map((query, at) =>
      exactTop(table, query, scores[at] as Float32Array, count).map(({ index }) => index),
    );
  } finally {
    await scorer.close();
  }
}

describe("openScorer and exactTop", () => {
  it.each([1, 21])("rank as doubles do, for %s pictures", async (pictures) => {
    const table = tableOf(unitRows(3000, 96, 2));
    const queries = unitRows(pictures, 96, 3);
    expect(await ranked(table, queries, 32)).toEqual(
      rowsOf(queries).map((query) => reference(table, query, 32)),
    );
  });

  it("give cosines and phrases, and no more than there are", async () => {
    const table = tableOf(unitRows(7, 5, 1));
    const query = table.embeddings.data.slice(15, 20);
    const scores = Float32Array.from(table.phrases, (_, row) => dot(table.embeddings, row, query));
    const all = exactTop(table, query, scores, 50);
    expect(all).toHaveLength(7);
    expect(all[0]).toMatchObject({ index: 3, phrase: "phrase 3" });
    expect(all[0]?.score).toBeCloseTo(1, 6);
  });

  it("order what single precision cannot tell apart", async () => {
    const width = 64;
    const one = unitRows(1, width, 4);
    const data = new Float32Array(200 * width);
    for (let row = 0; row < 200; row++) {
      data.set(one.data, row * width);
      // A step of one unit in the last place, at another number in each row.
      const at = row * width + (row % width);
      data[at] = (data[at] as number) * (1 + 2 ** -23 * ((row % 5) - 2));
    }
    const table = tableOf({ rows: 200, width, data });
    expect(await ranked(table, one, 10)).toEqual([reference(table, one.data, 10)]);
  });

  it("need no better scores than the bound promises", () => {
    const table = tableOf(unitRows(500, 96, 7));
    const query = unitRows(1, 96, 8).data;
    const random = seededRandom(9);
    const bound = roundingBound(query);
    expect(bound).toBeLessThan(1e-5);
    const off = Float32Array.from(
      table.phrases,
      (_, row) => dot(table.embeddings, row, query) + 0.99 * bound * (2 * random() - 1),
    );
    expect(exactTop(table, query, off, 40).map(({ index }) => index)).toEqual(reference(table, query, 40));
  });

  it("find nothing in an empty table", async () => {
    const empty = tableOf({ rows: 0, width: 8, data: new Float32Array() });
    expect(await ranked(empty, unitRows(2, 8, 5), 3)).toEqual([[], []]);
  });
});
