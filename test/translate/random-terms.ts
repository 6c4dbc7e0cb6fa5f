import fc from "fast-check";
import type { TermDraft } from "../../src/blueprint/build.js";
import { createBlueprint } from "../../src/blueprint/build.js";
import { FACETS } from "../../src/blueprint/facets.js";
import type { Blueprint } from "../../src/blueprint/types.js";

const NOUNS = ["fox", "harbor", "lantern", "oak tree", "violinist", "雨の夜", "кот", "glass teapot"];
const MODIFIERS = ["red", "quiet", "weathered", "neon-lit", "half-open", "35mm", "f/1.8", "tiny"];

/** What each of several grammars takes for syntax. */
const SIGNS = [
  "(x)",
  "[sketch]",
  "{a}",
  "saber (fate)",
  "C++",
  "a--b",
  "ratio 16:9",
  "1.5 m",
  "2",
  '"OPEN"',
  "^_^",
  "AND",
];

const calmPhrase: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom("", ...MODIFIERS), fc.constantFrom(...NOUNS))
  .map((words) => words.join(" ").trim());

const signedPhrase: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...NOUNS), fc.constantFrom(...SIGNS), fc.boolean())
  .map(([noun, sign, first]) => (first ? `${sign} ${noun}` : `${noun} ${sign}`));

/** Weights that 3 decimals hold. */
const weight: fc.Arbitrary<number> = fc.oneof(
  { weight: 2, arbitrary: fc.constant(1) },
  { weight: 3, arbitrary: fc.integer({ min: 50, max: 3000 }).map((thousandths) => thousandths / 1000) },
);

function blueprints(phrase: fc.Arbitrary<string>): fc.Arbitrary<Blueprint> {
  const term: fc.Arbitrary<TermDraft> = fc.record({
    facet: fc.constantFrom(...FACETS),
    text: phrase,
    weight,
    polarity: fc.constantFrom("include" as const, "include" as const, "exclude" as const),
    evidence: fc.constant([{ source: "user" }]),
  });
  return fc
    .uniqueArray(term, { maxLength: 12, selector: ({ text }) => text })
    .map((terms) => createBlueprint({ frame: { width: 1024, height: 1024 }, terms }));
}

/** Phrases of words alone, in the order given. */
export const calmTerms: fc.Arbitrary<Blueprint> = blueprints(calmPhrase);

/** Phrases with signs that some grammar would read as its own. */
export const signedTerms: fc.Arbitrary<Blueprint> = blueprints(fc.oneof(calmPhrase, signedPhrase));

/** Any text at all. */
export const wildTerms: fc.Arbitrary<Blueprint> = blueprints(
  fc.oneof(signedPhrase, fc.string({ minLength: 1, maxLength: 30, unit: "grapheme" })),
);
