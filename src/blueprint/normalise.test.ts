import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blueprint } from "../../test/arbitraries.js";
import { createBlueprint } from "./build.js";
import { FACETS } from "./facets.js";
import { meaningOf } from "./meaning.js";
import { normalise } from "./normalise.js";
import { parseBlueprint } from "./schema.js";

const frame = { width: 4, height: 3 };

describe("normalise", () => {
  it("is idempotent, keeps reading order and yields a valid blueprint", () => {
    fc.assert(
      fc.property(blueprint, (any) => {
        const once = normalise(any);
        expect(normalise(once)).toEqual(once);
        const order = once.terms.map((term) => FACETS.indexOf(term.facet));
        expect(order).toEqual([...order].sort((x, y) => x - y));
        expect(parseBlueprint(JSON.parse(JSON.stringify(once)))).toEqual(once);
      }),
      { numRuns: 500 },
    );
  });

  it("says one thing once, whatever its spelling", () => {
    const { terms } = normalise(
      createBlueprint({
        frame,
        terms: [
          { facet: "palette", text: "Grey-green colours,", confidence: 0.5, evidence: [{ source: "a" }] },
          { facet: "palette", text: "gray green colors", confidence: 0.5, evidence: [{ source: "b" }] },
        ],
      }),
    );
    expect(terms).toHaveLength(1);
    expect(terms[0]?.text).toBe("Grey-green colours");
    expect(terms[0]?.confidence).toBe(0.75);
    expect(terms[0]?.evidence.map((item) => item.source)).toEqual(["a", "b"]);
  });

  it("does not count the same source twice", () => {
    const said = {
      facet: "lighting",
      text: "soft light",
      confidence: 0.6,
      evidence: [{ source: "a" }],
    } as const;
    expect(normalise(createBlueprint({ frame, terms: [said, said] })).terms[0]?.confidence).toBe(0.6);
  });

  it("keeps what is shown and what is excluded apart", () => {
    const terms = [
      { facet: "subject", text: "fox" },
      { facet: "subject", text: "fox", polarity: "exclude" },
    ] as const;
    expect(normalise(createBlueprint({ frame, terms })).terms.map((term) => term.id)).toEqual([
      "subject/fox",
      "!subject/fox",
    ]);
  });
});

describe("meaningOf", () => {
  it.each([
    ["a photo", "photograph"],
    ["Bokeh", "shallow depth of field"],
    ["The Old House", "old house"],
    ["misty", "fog"],
    ["black-and-white", "b&w"],
  ])("%s = %s", (x, y) => expect(meaningOf(x)).toBe(meaningOf(y)));
  it.each([
    ["red fox", "red box"],
    ["f/1.8", "f/18"],
    ["soft light", "hard light"],
    ["日本", "中国"],
    ["★", "^_^"],
  ])("%s is not %s", (x, y) => expect(meaningOf(x)).not.toBe(meaningOf(y)));
});
