import { describe, expect, it } from "vitest";
import { createTerms } from "../../blueprint/build.js";
import type { Facet } from "../../blueprint/facets.js";
import type { Term } from "../../blueprint/types.js";
import { printNegativeField, rephraseExclusions } from "./negative.js";

function excluded(...texts: readonly string[]): Term[] {
  return createTerms(texts.map((text) => ({ facet: "detail" as Facet, text, polarity: "exclude" as const })));
}

const source = { date: "2026-11", from: "this test" };

describe("printNegativeField", () => {
  it("lists what is excluded once, without a no of its own", () => {
    const terms = excluded("no text", "Text", "without people", "blur");
    expect(printNegativeField(terms, { unit: "character", max: 99, source }, "t")).toMatchObject({
      text: "text, people, blur",
      warnings: [],
    });
  });

  it("drops whole phrases above its budget and says which", () => {
    const { text, warnings } = printNegativeField(
      excluded("one two", "three"),
      { unit: "word", max: 2, source },
      "t",
    );
    expect(text).toBe("one two");
    expect(warnings).toMatchObject([{ code: "phrase-dropped", termId: "!detail/three" }]);
  });

  it("gives up a phrase that fits nowhere rather than all others", () => {
    const { text } = printNegativeField(excluded("a b c d e f", "g"), { unit: "word", max: 3, source }, "t");
    expect(text).toBe("g");
  });
});

describe("rephraseExclusions", () => {
  it("asks for the opposite where it is known, and tells either way", () => {
    const { terms, warnings } = rephraseExclusions(excluded("clutter", "unicorns"), [], "t");
    expect(terms).toMatchObject([
      {
        id: "!detail/clutter",
        text: "a clean, simple background",
        facet: "composition",
        polarity: "include",
      },
    ]);
    expect(warnings.map(({ code, termId }) => [code, termId])).toEqual([
      ["negative-rephrased", "!detail/clutter"],
      ["negative-dropped", "!detail/unicorns"],
    ]);
  });

  it("says nothing twice", () => {
    const spoken = createTerms([{ facet: "camera", text: "Sharp focus" }]);
    expect(rephraseExclusions(excluded("blurry"), spoken, "t").terms).toEqual([]);
    expect(rephraseExclusions(excluded("people", "humans"), [], "t").terms).toHaveLength(1);
  });
});
