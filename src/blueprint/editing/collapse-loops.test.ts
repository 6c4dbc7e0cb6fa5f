import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { phraseText } from "../../../test/arbitraries.js";
import { collapseLoops } from "./collapse-loops.js";

describe("collapseLoops", () => {
  it.each([
    ["jungle jungle jungle", "jungle"],
    ["jungle jungle jungle jungle jungle jungle", "jungle"],
    ["Jungle jungle, JUNGLE jungle jungle", "Jungle"],
    ["a cat and a cat and a cat", "a cat"],
    ["a cat and a cat and a cat on a mat", "a cat on a mat"],
    ["a cat, a cat, a cat, a dog", "a cat, a dog"],
    ["a cat, a cat", "a cat"],
    ["in the jungle in the jungle", "in the jungle"],
    ["a man in a suit and a man in a suit", "a man in a suit"],
    ["a red car on a street next to a red car on a street", "a red car on a street"],
    ["a cat sitting on a cat sitting on a cat", "a cat sitting"],
    ["a cat sitting on a cat sitting on a chair", "a cat sitting on a chair"],
    ["a bed with a bed with a bed", "a bed"],
    ["a very very very long road", "a very long road"],
    [
      "a green field with a blue sky and a green field with a blue sky and a tree",
      "a green field with a blue sky and a tree",
    ],
  ])("%s", (text, expected) => expect(collapseLoops(text)).toBe(expected));

  it.each([
    "rows and rows of houses",
    "layers upon layers",
    "side by side",
    "very very long hair",
    "a man and a man",
    "a picture in a picture",
    "a woman in a red dress and a man in a red dress",
    "black and white",
    "Duran Duran",
    "one, two, three",
    ", , ,",
    "and and and",
    "  odd   spacing ,here",
    "",
  ])("leaves %j as it is", (text) => expect(collapseLoops(text)).toBe(text));

  it("finds nothing more the second time, and adds no word", () => {
    fc.assert(
      fc.property(fc.array(phraseText, { maxLength: 5 }), (texts) => {
        const once = collapseLoops(texts.join(" "));
        expect(collapseLoops(once)).toBe(once);
        const words = new Set(texts.join(" ").match(/[^\s,]+/gu));
        for (const word of once.match(/[^\s,]+/gu) ?? []) expect(words.has(word)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
