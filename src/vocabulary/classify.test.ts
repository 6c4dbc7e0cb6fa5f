import fc from "fast-check";
import { expect, test } from "vitest";
import { BUCKET_OF, FACETS } from "../blueprint/facets.js";
import type { PhraseContext } from "./classify.js";
import { classify } from "./classify.js";
import { LABELLED } from "./labelled.fixture.js";
import { lookup } from "./lookup.js";
import { parseTable } from "./table.js";
import { VOCABULARY } from "./vocabulary.generated.js";

const facet = (phrase: string, context?: PhraseContext): string => classify(phrase, context).facet;

test("of the phrases labelled by hand 85 % get their facet and 92 % their bucket", () => {
  const right = LABELLED.filter((label) => facet(label.phrase, { first: label.first }) === label.facet);
  const near = LABELLED.filter(
    (label) => BUCKET_OF[classify(label.phrase, { first: label.first }).facet] === BUCKET_OF[label.facet],
  );
  expect(right.length / LABELLED.length).toBeGreaterThanOrEqual(0.85);
  expect(near.length / LABELLED.length).toBeGreaterThanOrEqual(0.92);
});

test("every facet has labels, each a facet that exists", () => {
  expect([...new Set(LABELLED.map((label) => label.facet))].sort()).toEqual([...FACETS].sort());
});

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

test("each phrase of the vocabulary is found in its own facet, alone and as a prompt's words", () => {
  for (const name of FACETS) {
    for (const { phrases, opposites } of parseTable(VOCABULARY[name])) {
      for (const phrase of phrases) expect(`${phrase}: ${lookup(phrase)?.facet}`).toBe(`${phrase}: ${name}`);
      for (const opposite of opposites) expect(lookup(opposite)?.facet).toBe(name);
    }
  }
});

test("a table's line holds entries, synonyms, opposites and the mark of whole phrases", () => {
  expect(parseTable("# note\n\nfog | mist, rain\nsoft ! hard | harsh\n= new | newest\n")).toEqual([
    { phrases: ["fog", "mist"], opposites: [], whole: false },
    { phrases: ["rain"], opposites: [], whole: false },
    { phrases: ["soft"], opposites: ["hard", "harsh"], whole: false },
    { phrases: ["new", "newest"], opposites: [], whole: true },
  ]);
});

test("plurals and singulars find each other", () => {
  expect(lookup("wolves")?.facet).toBe("subject");
  expect(lookup("canals")?.facet).toBe("setting");
  expect(lookup("daisies")?.facet).toBe("subject");
});
