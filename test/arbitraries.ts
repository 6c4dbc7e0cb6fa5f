import fc from "fast-check";
import type { BlueprintDraft, TermDraft } from "../src/blueprint/build.js";
import { createBlueprint } from "../src/blueprint/build.js";
import { FACETS } from "../src/blueprint/facets.js";
import type { Observation } from "../src/blueprint/observation.js";
import type { Blueprint } from "../src/blueprint/types.js";

const WORDS = [
  "soft",
  "light",
  "red",
  "fox",
  "Neon",
  "city",
  "fog",
  "(b)",
  "a",
  "the",
  "85mm",
  "grey",
  "colour",
  "日本",
];

export const phraseText: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 }).map((w) => w.join(" ")),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 30, unit: "grapheme" }) },
);

export const termDraft: fc.Arbitrary<TermDraft> = fc.record({
  facet: fc.constantFrom(...FACETS),
  text: phraseText,
  weight: fc.double({ min: 0, max: 5, noNaN: true }),
  confidence: fc.double({ min: 0, max: 1, noNaN: true }),
  polarity: fc.constantFrom("include" as const, "exclude" as const),
});

export const observation: fc.Arbitrary<Observation> = fc.record({
  facet: fc.constantFrom(...FACETS),
  text: phraseText,
  confidence: fc.double({ min: 0, max: 1, noNaN: true }),
  evidence: fc.record({
    source: fc.constantFrom("user", "metadata:x", "analysis:palette", "clip:x", "file-name"),
  }),
});

export const blueprint: fc.Arbitrary<Blueprint> = fc
  .record({
    frame: fc.record({ width: fc.integer({ min: 1, max: 9000 }), height: fc.integer({ min: 1, max: 9000 }) }),
    terms: fc.array(termDraft, { maxLength: 40 }),
  })
  .map((draft: BlueprintDraft) => createBlueprint(draft));
