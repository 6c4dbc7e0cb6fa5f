import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJsonObject, parseLenientJson } from "./lenient-json.js";

describe("parseLenientJson", () => {
  it("agrees with JSON.parse on every JSON text whose integers fit a number", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        const text = JSON.stringify(value);
        fc.pre(!/\d{16}/.test(text));
        expect(parseLenientJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it("gives the same by its own reader as by the built-in one", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.boolean(), (value, pretty) => {
        fc.pre(!/\d{16}|-0/.test(JSON.stringify(value)));
        // A lone NaN beside the value sends the whole text to the tolerant reader.
        const text = `[NaN,${JSON.stringify(value, null, pretty ? 2 : 0)}]`;
        expect(parseLenientJson(text)).toEqual([null, JSON.parse(JSON.stringify(value))]);
      }),
    );
  });

  it.each([
    ['{"a": NaN, "b": -Infinity, "c": Infinity}', { a: null, b: null, c: null }],
    ['{"eta": inf, "on": True, "off": None}', { eta: null, on: true, off: null }],
    ['{"seed": 18446744073709551615}', { seed: "18446744073709551615" }],
    ['{"seed": 1125899906842624}', { seed: 1125899906842624 }],
    ['\uFEFF {"a": 1}\0\0\0', { a: 1 }],
    ['{"text": "line\nbreak", "x": NaN}', { text: "line\nbreak", x: null }],
    ["[1, 2, NaN,]", [1, 2, null]],
    ['{"__proto__": {"x": NaN}}', JSON.parse('{"__proto__": {"x": null}}')],
    ['["\\u30c6\\n\\"\\\\", NaN]', ['テ\n"\\', null]],
  ])("reads %j", (text, wanted) => {
    expect(parseLenientJson(text)).toEqual(wanted);
  });

  it.each([
    "",
    "   ",
    "{",
    '{"a": }',
    "photo of a duck",
    "{red|blue} car",
    '{"a": 1} trailing',
    "[NaN",
    '["\\',
  ])("says undefined to %j", (text) => {
    expect(parseLenientJson(text)).toBeUndefined();
  });

  it("refuses 100,000 nested brackets instead of overflowing the stack", () => {
    expect(parseLenientJson("[".repeat(100_000) + "]".repeat(100_000))).toBeUndefined();
    expect(parseLenientJson(`${'{"a":'.repeat(100_000)}NaN${"}".repeat(100_000)}`)).toBeUndefined();
    expect(parseLenientJson("[".repeat(100) + "]".repeat(100))).toBeDefined();
  });

  it("does not pollute prototypes", () => {
    parseLenientJson('{"__proto__": {"polluted": NaN}}');
    expect("polluted" in {}).toBe(false);
  });
});

describe("parseJsonObject", () => {
  it("takes objects only", () => {
    expect(parseJsonObject('{"a": 1}')).toEqual({ a: 1 });
    expect(parseJsonObject("[1]")).toBeNull();
    expect(parseJsonObject("1girl")).toBeNull();
  });
});
