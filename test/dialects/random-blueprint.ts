import fc from "fast-check";
import type { TermDraft } from "../../src/blueprint/build.js";
import { createBlueprint } from "../../src/blueprint/build.js";
import { FACETS } from "../../src/blueprint/facets.js";
import { normalise } from "../../src/blueprint/normalise.js";
import type { Blueprint } from "../../src/blueprint/types.js";

const CALM = [
  ...["fox", "neon lights", "photograph", "oil painting", "35mm lens", "golden hour", "quiet street", "text"],
  ...["incomprehensibilities", "f/1.8", "1girl", "雨の夜", "кот", "naïve café", "muted", "winding road"],
];
const WILD = [
  ...[
    "saber (fate)",
    "[sketch]",
    "--ar 3:2",
    "a::2",
    "{x, y}",
    "\\",
    '"OPEN"',
    'a 5" ruler',
    "AND",
    "\n",
    ",",
  ],
  ...["—", "100 %", "e.g. one. two", "👩‍🚀", "https://example.com/a.png", "<b>", "the the"],
];

/** Different words, up to four of them. */
const calmPhrase: fc.Arbitrary<string> = fc
  .uniqueArray(fc.constantFrom(...CALM), { minLength: 1, maxLength: 4 })
  .map((words) => words.join(" "));

const wildPhrase: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .array(fc.constantFrom(...CALM, ...WILD), { minLength: 1, maxLength: 4 })
      .map((words) => words.join(" ")),
  },
  { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 40, unit: "grapheme" }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...CALM, ...WILD), fc.nat(400))
      .map(([word, more]) => `${word} `.repeat(more + 1)),
  },
);

function drafts(phrase: fc.Arbitrary<string>): fc.Arbitrary<TermDraft> {
  return fc.record({
    facet: fc.constantFrom(...FACETS),
    text: phrase,
    weight: fc.oneof(
      { weight: 3, arbitrary: fc.constant(1) },
      { weight: 1, arbitrary: fc.double({ min: 0.01, max: 4, noNaN: true }) },
    ),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    polarity: fc.oneof(
      { weight: 4, arbitrary: fc.constant("include" as const) },
      { weight: 1, arbitrary: fc.constant("exclude" as const) },
    ),
    pinned: fc.boolean(),
    evidence: fc.constantFrom(
      [],
      [{ source: "user" }],
      [{ source: "metadata:a1111" }],
      [{ source: "analysis:light" }],
    ),
  });
}

function blueprints(phrase: fc.Arbitrary<string>): fc.Arbitrary<Blueprint> {
  const side = fc.integer({ min: 1, max: 20_000 });
  return fc
    .record({
      frame: fc.record({ width: side, height: side }),
      terms: fc.array(drafts(phrase), { maxLength: 30 }),
    })
    .map((parts) => normalise(createBlueprint(parts)));
}

/** Blueprints in normal form whose phrases are words as people write them. */
export const calmBlueprint: fc.Arbitrary<Blueprint> = blueprints(calmPhrase);

/** Blueprints in normal form, with phrases that no budget holds and signs that a target could misread. */
export const wildBlueprint: fc.Arbitrary<Blueprint> = blueprints(wildPhrase);
