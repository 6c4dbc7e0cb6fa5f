import fc from "fast-check";
import { expect, test } from "vitest";
import { FACETS } from "../blueprint/facets.js";
import { opposites, phrasesOf, strengthOf, synonyms } from "./lexicon.js";
import { loadVocabulary } from "./load.js";
import { lookup } from "./lookup.js";

test("a photograph excludes cartoons and renders, fog the harsh light, and the other way round", () => {
  expect(opposites("photograph")).toEqual(expect.arrayContaining(["cartoon", "3d render"]));
  expect(opposites("cartoon")).toContain("photograph");
  expect(opposites("fog")).toContain("harsh light");
  expect(opposites("thick morning fog")).toEqual(opposites("fog"));
  expect(opposites("zorblax")).toEqual([]);
});

test("opposites are mutual, known and never the thing itself", () => {
  fc.assert(
    fc.property(fc.constantFrom(...FACETS.flatMap((facet) => phrasesOf(facet))), (phrase) => {
      for (const opposite of opposites(phrase)) {
        expect(opposite).not.toBe(phrase);
        expect(opposites(opposite)).toContain(phrase);
      }
    }),
    { numRuns: 2000 },
  );
});

test("synonyms are the other words of the same line", () => {
  expect(synonyms("magic hour")).toContain("golden hour");
  expect(synonyms("Golden-Hour")).not.toContain("golden hour");
  expect(synonyms("a long phrase that ends in fog")).toEqual([]);
});

test("what changes a whole picture is stronger than what changes nothing to be pointed at", () => {
  expect(strengthOf("black and white")).toBeGreaterThan(strengthOf("golden hour"));
  expect(strengthOf("golden hour")).toBeGreaterThan(strengthOf("vignette"));
  expect(strengthOf("pixel art")).toBeGreaterThan(0.9);
  expect(strengthOf("masterpiece")).toBeLessThan(0.2);
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 40 }), (phrase) => {
      expect(strengthOf(phrase)).toBeGreaterThanOrEqual(0);
      expect(strengthOf(phrase)).toBeLessThanOrEqual(1);
    }),
  );
});

test("the phrases of a facet are its usual words, each once", () => {
  for (const facet of FACETS) {
    const phrases = phrasesOf(facet);
    expect(phrases.length).toBeGreaterThan(20);
    expect(new Set(phrases).size).toBe(phrases.length);
    for (const phrase of phrases) expect(lookup(phrase)).toMatchObject({ facet, name: phrase });
  }
  const own = loadVocabulary([{ name: "artist.txt", text: "jane roe | roe\n" }], "replace");
  expect(phrasesOf("artist", own)).toEqual(["jane roe"]);
});
