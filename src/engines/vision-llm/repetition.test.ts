import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { collapseRepeats, loopStart } from "./repetition.js";

describe("loopStart", () => {
  it("finds the end of the first round of what repeats", () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 40 }),
        fc.string({ minLength: 1, maxLength: 60 }),
        (before, round) => {
          const text = before + round.repeat(Math.ceil(240 / round.length) + 5);
          const start = loopStart(text);
          expect(start).toBeDefined();
          expect(start ?? 0).toBeLessThanOrEqual(before.length + round.length);
        },
      ),
    );
  });

  it("lets a list of different phrases pass, alike as their frames may be", () => {
    const list = Array.from({ length: 60 }, (_, index) => `{"phrase": "boat ${index}", "confidence": 0.9}`);
    expect(loopStart(`[${list.join(", ")}]`)).toBeUndefined();
    expect(loopStart(`[${"    ".repeat(30)}]`)).toBeUndefined();
  });
});

describe("collapseRepeats", () => {
  it.each([
    ["jungle jungle jungle", "jungle", true],
    ["a deep green sea, deep green sea, deep green sea,", "a deep green sea,", true],
    ["Jungle jungle JUNGLE at night", "JUNGLE at night", true],
    ["very very dark", "very very dark", false],
    ["New York New York", "New York New York", false],
    ["one two three", "one two three", false],
  ])("%j as %j", (phrase, text, looped) => {
    expect(collapseRepeats(phrase)).toEqual({ text, looped });
  });

  it("is idempotent", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 24 }), (words) => {
        const once = collapseRepeats(words.join(" ")).text;
        expect(collapseRepeats(once).text).toBe(once);
      }),
    );
  });
});
