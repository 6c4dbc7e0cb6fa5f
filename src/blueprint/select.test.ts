import { describe, expect, it } from "vitest";
import { createBlueprint } from "./build.js";
import { atLeast, dropFacets, setFacet, styleOnly } from "./select.js";

const blueprint = createBlueprint({
  frame: { width: 4, height: 3 },
  terms: [
    { facet: "subject", text: "a cat", confidence: 0.4 },
    { facet: "subject", text: "text", polarity: "exclude" },
    { facet: "setting", text: "a garden" },
    { facet: "lighting", text: "soft light", confidence: 0.6 },
  ],
});
const texts = (any: typeof blueprint): string[] => any.terms.map((term) => term.text);

describe("selecting", () => {
  it("styleOnly leaves out what is shown", () => expect(texts(styleOnly(blueprint))).toEqual(["soft light"]));
  it("dropFacets leaves out the named", () =>
    expect(texts(dropFacets(blueprint, ["lighting"]))).toEqual(["a cat", "text", "a garden"]));
  it("setFacet puts the user's words in place, pinned, and keeps exclusions", () => {
    const set = setFacet(blueprint, "subject", ["a red fox", "two crows"]);
    expect(texts(set)).toEqual(["a red fox", "two crows", "text", "a garden", "soft light"]);
    expect(set.terms[0]).toMatchObject({ pinned: true, confidence: 1, evidence: [{ source: "user" }] });
  });
  it("atLeast keeps the sure and the pinned", () => {
    expect(texts(atLeast(blueprint, 0.5))).toEqual(["text", "a garden", "soft light"]);
    expect(texts(atLeast(setFacet(blueprint, "subject", ["a fox"]), 1))).toEqual([
      "a fox",
      "text",
      "a garden",
    ]);
  });
});
