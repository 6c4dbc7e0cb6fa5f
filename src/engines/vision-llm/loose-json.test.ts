import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readLooseJson } from "./loose-json.js";

/** Every text and every number of a value, at any depth. */
function leaves(value: unknown): unknown[] {
  if (typeof value === "object" && value !== null)
    return Object.values(value).flatMap((held) => leaves(held));
  return [value];
}

const document = fc.oneof(
  fc.array(fc.jsonValue({ maxDepth: 3 })),
  fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })),
);

const ODD = ["{", "}", "[", "]", '"', ",", ":", "\\", "1", "e", "-", "t", "/", "*", " ", "\n"] as const;

describe("readLooseJson", () => {
  it("reads whole documents as JSON.parse does", () => {
    fc.assert(
      fc.property(document, fc.constantFrom(undefined, 2), (value, indent) => {
        const text = JSON.stringify(value, undefined, indent);
        const read = readLooseJson(text, 0);
        expect(read.whole).toBe(true);
        expect(read.end).toBe(text.length);
        expect(JSON.stringify(read.value)).toBe(JSON.stringify(JSON.parse(text)));
      }),
    );
  });

  it("takes nothing by half from a document that is cut short", () => {
    fc.assert(
      fc.property(document, fc.nat(), (value, at) => {
        const text = JSON.stringify(value);
        const cut = text.slice(0, 1 + (at % Math.max(1, text.length - 1)));
        const read = readLooseJson(cut, 0);
        expect(read.whole).toBe(cut === text);
        const known = leaves(JSON.parse(text)).map((leaf) => JSON.stringify(leaf));
        for (const leaf of leaves(read.value)) expect(known).toContain(JSON.stringify(leaf));
      }),
    );
  });

  it("ends for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...ODD), maxLength: 60 }), (text) => {
        const { end } = readLooseJson(text, 0);
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it.each([
    ['{"a": [1, 2,],}', { a: [1, 2] }],
    ['{"a": "one\ntwo"}', { a: "one\ntwo" }],
    ['{a: high, "b": 80%} and more', { a: "high", b: "80%" }],
    ['{"a": 1, // so it is\n "b": /* two */ 2}', { a: 1, b: 2 }],
    ['{"a": None, "b": True}', { a: null, b: true }],
    ['{"a": "one", "b": "tw', { a: "one" }],
    ['{"a": 0.9', {}],
    ['[{"a": "one"}, {"a": "tw', [{ a: "one" }, {}]],
  ])("reads %j", (text, value) => {
    expect(readLooseJson(text, 0).value).toEqual(value);
  });

  it("does not follow what is nested without end", () => {
    expect(readLooseJson("[".repeat(100_000), 0).whole).toBe(false);
  });
});
