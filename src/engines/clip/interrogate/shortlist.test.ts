import { describe, expect, it } from "vitest";
import type { Candidate } from "./candidate.js";
import { shortlist } from "./shortlist.js";

const PHRASES = ["b", "The B", "a", "!!", "c", "d", "A", "e"];
const SCORES = Float32Array.of(0.5, 0.9, 0.7, 1, 0.1, 0.5, 0.7, 0.5);
const pool = { phrases: PHRASES, scores: SCORES, origin: () => ({ table: undefined as never, row: 0 }) };
const named = (index: number): Candidate => ({ text: PHRASES[index] }) as Candidate;

const listed = (count: number, sign: 1 | -1 = 1, refused = ""): string[] =>
  shortlist(pool, { count, sign, accepts: (phrase) => phrase !== refused, candidate: named }).map(
    ({ text }) => text,
  );

describe("shortlist", () => {
  it("gives the most similar first, ties to the earlier, each key once, and nothing without a word", () => {
    expect(listed(8)).toEqual(["The B", "a", "d", "e", "c"]);
    expect(listed(2)).toEqual(["The B", "a"]);
  });

  it("begins with the least similar where it is told so", () => {
    expect(listed(3, -1)).toEqual(["c", "b", "d"]);
  });

  it("looks on where one is refused", () => {
    expect(listed(2, 1, "The B")).toEqual(["a", "b"]);
  });
});
