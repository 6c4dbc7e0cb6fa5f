import { describe, expect, it } from "vitest";
import type { TermDraft } from "../../blueprint/build.js";
import { createBlueprint, createTerms } from "../../blueprint/build.js";
import { prioritise, selectTerms, wordsOf } from "./select.js";

function select(...terms: readonly TermDraft[]): ReturnType<typeof selectTerms> {
  return selectTerms(createBlueprint({ frame: { width: 1, height: 1 }, terms }), "t");
}

/** Ids from the one kept longest. */
function ranking(...drafts: readonly TermDraft[]): string[] {
  return [...prioritise(createTerms(drafts))].sort((x, y) => y.priority - x.priority).map(({ id }) => id);
}

describe("selectTerms", () => {
  it("names no artist that nobody asked for, however sure the guess", () => {
    const { spoken, warnings } = select({
      facet: "artist",
      text: "Someone",
      confidence: 1,
      evidence: [{ source: "clip:x" }],
    });
    expect(spoken).toEqual([]);
    expect(warnings).toMatchObject([{ code: "phrase-dropped", termId: "artist/someone" }]);
  });

  it.each([
    { pinned: true },
    { evidence: [{ source: "user" }] },
    { evidence: [{ source: "metadata:a1111" }] },
  ])("names an artist with %o", (more) => {
    const { spoken, warnings } = select({ facet: "artist", text: "Someone", ...more });
    expect(spoken).toHaveLength(1);
    expect(warnings).toEqual([]);
  });

  it("says other guesses as such", () => {
    const { spoken, warnings } = select({
      facet: "subject",
      text: "bicycle",
      hypothesis: true,
      evidence: [{ source: "file-name" }],
    });
    expect(spoken).toHaveLength(1);
    expect(warnings).toMatchObject([{ code: "hypothesis" }]);
  });

  it("parts exclusions and skips what has no words", () => {
    const { spoken, excluded } = select(
      { facet: "subject", text: " , \n" },
      { facet: "text", text: "logo", polarity: "exclude" },
    );
    expect(spoken).toEqual([]);
    expect(excluded.map(({ text }) => text)).toEqual(["logo"]);
  });
});

describe("wordsOf", () => {
  it.each([
    ["two\n lines\t here. ", "two lines here"],
    ["a, , b ,c,", "a, b ,c"],
    ["wait...", "wait..."],
  ])("cleans %j", (text, words) => {
    expect(wordsOf(createTerms([{ facet: "subject", text }])[0]!)).toBe(words);
  });
});

describe("prioritise", () => {
  it("puts pinned before the user's before the rest, whatever their worth", () => {
    expect(
      ranking(
        { facet: "subject", text: "seen" },
        { facet: "quality", text: "said", confidence: 0.1, evidence: [{ source: "user" }] },
        { facet: "quality", text: "held", confidence: 0.1, pinned: true },
      ),
    ).toEqual(["quality/held", "quality/said", "subject/seen"]);
  });

  it("counts weight and confidence", () => {
    expect(
      ranking(
        { facet: "style", text: "plain", confidence: 0.8 },
        { facet: "style", text: "heavy", confidence: 0.8, weight: 1.5 },
        { facet: "style", text: "unsure", confidence: 0.5 },
      ),
    ).toEqual(["style/heavy", "style/plain", "style/unsure"]);
  });

  it("lets the first of a facet go before the third of a greater one", () => {
    const subjects = ["one", "two", "three"].map((text) => ({ facet: "subject" as const, text }));
    expect(ranking(...subjects, { facet: "lighting", text: "dusk" })).toEqual([
      "subject/one",
      "lighting/dusk",
      "subject/two",
      "subject/three",
    ]);
  });
});
