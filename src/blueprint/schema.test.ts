import { describe, expect, it } from "vitest";
import { createBlueprint } from "./build.js";
import { parseBlueprint } from "./schema.js";

const good = createBlueprint({
  frame: { width: 4, height: 3 },
  terms: [
    {
      facet: "subject",
      text: "a fox",
      evidence: [{ source: "user", region: { x: 0, y: 0, width: 1, height: 1 } }],
    },
  ],
  palette: [{ hex: "#aabbcc", name: "mist", share: 1 }],
});

describe("parseBlueprint", () => {
  it("takes a blueprint as it is", () =>
    expect(parseBlueprint(JSON.parse(JSON.stringify(good)))).toEqual(good));
  it.each([
    ["not an object", null, "the document"],
    ["a version that it does not know", { ...good, version: 2 }, "version"],
    ["an unknown facet", { ...good, terms: [{ ...good.terms[0], facet: "smell" }] }, "terms.0.facet"],
    ["a key too many", { ...good, ui: true }, "the document"],
    ["two equal ids", { ...good, terms: [good.terms[0], good.terms[0]] }, "same id"],
    ["a confidence above 1", { ...good, terms: [{ ...good.terms[0], confidence: 2 }] }, "terms.0.confidence"],
  ])("refuses %s and says where", (_, value, where) => {
    expect(() => parseBlueprint(value)).toThrow(
      expect.objectContaining({ code: "invalid-blueprint", message: expect.stringContaining(where) }),
    );
  });
});
