import fc from "fast-check";
import { expect, test } from "vitest";
import { FACETS } from "../blueprint/facets.js";
import type { PhraseContext } from "./classify.js";
import { classify } from "./classify.js";
import { lookup } from "./lookup.js";
import { parseTable } from "./table.js";
import { VOCABULARY } from "./vocabulary.generated.js";

const facet = (phrase: string, context?: PhraseContext): string => classify(phrase, context).facet;

test("letter case, hyphens, underscores, articles and brackets do not matter", () => {
  for (const phrase of ["close-up", "Close Up", "close_up", "a close-up", "(close up)", "CLOSE-UP,"]) {
    expect(facet(phrase)).toBe("composition");
  }
});

test("what is not known leads as the subject and follows as a detail", () => {
  expect(classify("zorblax", { first: true })).toMatchObject({ facet: "subject", confidence: 0.5 });
  expect(classify("zorblax")).toMatchObject({ facet: "detail", confidence: 0.3 });
});

test("a place is the subject where it leads, unless it only says when or where", () => {
  expect(facet("a quiet harbor", { first: true })).toBe("subject");
  expect(facet("a quiet harbor")).toBe("setting");
  expect(facet("at night", { first: true })).toBe("setting");
  expect(facet("outdoors", { first: true })).toBe("setting");
});

test.each([
  ["photo of a lighthouse", "subject"],
  ["aerial view of a coastline", "setting"],
  ["the image shows a boy with a kite", "subject"],
  ["lots of negative space", "composition"],
  ["captured in soft light", "lighting"],
  ["with a shallow depth of field", "camera"],
  ["lit by candles", "lighting"],
  ["by candlelight", "lighting"],
  ["by the sea", "setting"],
  ["by Jane Roe", "artist"],
  ["in the style of Vermeer", "artist"],
  ["in the style of an old game", "style"],
  ["floating islands", "setting"],
  ["sipping tea", "action"],
  ["mood: uneasy", "atmosphere"],
  ["'OPEN ALL NIGHT'", "text"],
  ["embedding:easynegative", "quality"],
  ["jane doe (some series)", "subject"],
])("%s is %s", (phrase, expected) => {
  expect(facet(phrase)).toBe(expected);
});

test("any string gets a facet with a confidence and a reason", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 80 }), fc.boolean(), (phrase, first) => {
      const verdict = classify(phrase, { first });
      expect(FACETS).toContain(verdict.facet);
      expect(verdict.confidence).toBeGreaterThan(0);
      expect(verdict.confidence).toBeLessThanOrEqual(1);
      expect(verdict.reason).not.toBe("");
    }),
    { numRuns: 2000 },
  );
});

test("phrases of any length are judged", () => {
  expect(FACETS).toContain(facet("it is ".repeat(200_000)));
  expect(facet(`a red fox ${"of ".repeat(300_000)}`)).toBe("subject");
});

test("each phrase of the vocabulary is found in its own facet, and its opposites somewhere", () => {
  for (const name of FACETS) {
    const { entries, faults } = parseTable(VOCABULARY[name]);
    expect(faults).toEqual([]);
    for (const { phrases, opposites } of entries) {
      for (const phrase of phrases) expect(`${phrase}: ${lookup(phrase)?.facet}`).toBe(`${phrase}: ${name}`);
      for (const opposite of opposites)
        expect(`${opposite}: ${lookup(opposite) !== undefined}`).toBe(`${opposite}: true`);
    }
  }
});

test("plurals and singulars find each other", () => {
  expect(lookup("wolves")?.facet).toBe("subject");
  expect(lookup("canals")?.facet).toBe("setting");
  expect(lookup("daisies")?.facet).toBe("subject");
});

test.each([
  ["fists clenched", "action"],
  ["hand-stitched leather", "detail"],
  ["hopeful tone", "atmosphere"],
  ["black with silver accents", "palette"],
  ["green and violet stage lights", "lighting"],
  ["ash falling from the sky", "atmosphere"],
  ["fused fingers", "quality"],
  ["no captions", "text"],
  ["a grinning goblin", "subject"],
  ["grinning at the camera", "action"],
])("%s is %s by its shape", (phrase, expected) => {
  expect(facet(phrase)).toBe(expected);
});
