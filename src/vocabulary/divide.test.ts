import fc from "fast-check";
import { expect, test } from "vitest";
import { FACETS } from "../blueprint/facets.js";
import { divide } from "./divide.js";

const told = (phrase: string): string[] =>
  divide(phrase, { first: true }).map(({ facet, text }) => `${facet}: ${text}`);

test.each<readonly [string, readonly string[]]>([
  [
    "cinematic still of a person in a cyberpunk city",
    ["medium: cinematic still", "subject: a person", "setting: in a cyberpunk city"],
  ],
  [
    "a photograph of a red fox sleeping under an old oak tree at dawn",
    [
      "medium: a photograph",
      "subject: a red fox",
      "action: sleeping",
      "setting: under an old oak tree",
      "lighting: at dawn",
    ],
  ],
  [
    "an astronaut riding a horse on the moon",
    ["subject: an astronaut", "action: riding a horse", "setting: on the moon"],
  ],
  [
    "a man is walking through a crowded market",
    ["subject: a man", "action: walking", "setting: through a crowded market"],
  ],
  [
    "a knight with a sword in a dark forest lit by torches",
    ["subject: a knight with a sword", "setting: in a dark forest", "lighting: lit by torches"],
  ],
  [
    "oil painting of a ship in the style of Turner",
    ["medium: oil painting", "subject: a ship", "style: in the style of Turner"],
  ],
  [
    "a woman in a red dress smiling in soft window light",
    ["subject: a woman in a red dress", "action: smiling", "lighting: in soft window light"],
  ],
  ["close-up of a bee on clover", ["composition: close-up", "subject: a bee on clover"]],
])("%s", (phrase, pieces) => {
  expect(told(phrase)).toEqual(pieces);
});

test.each([
  "a red fox",
  "a bowl of ramen with soft-boiled egg",
  "sunlight streaming through the trees in a forest",
  "shallow depth of field",
  "in the style of a Tokyo street at night",
  'a sign that reads "OPEN" in the window',
])("%s stays one piece", (phrase) => {
  expect(divide(phrase)).toMatchObject([{ text: phrase, start: 0, end: phrase.length }]);
});

const WORDS =
  "a the an red fox woman man photo portrait of in on at under by with standing sleeping walks city forest rain dawn night light soft style shot neon , is and lit zorb 😀 é".split(
    " ",
  );

test("pieces stand in order inside the phrase, do not overlap and quote it", () => {
  const phrases = fc.oneof(
    fc.string({ unit: "binary", maxLength: 120 }),
    fc.array(fc.constantFrom(...WORDS), { maxLength: 24 }).map((words) => words.join(" ")),
  );
  fc.assert(
    fc.property(phrases, fc.boolean(), (phrase, first) => {
      const pieces = divide(phrase, { first });
      expect(pieces.length).toBeGreaterThan(0);
      let end = 0;
      for (const piece of pieces) {
        expect(piece.start).toBeGreaterThanOrEqual(end);
        expect(piece.end).toBeLessThanOrEqual(phrase.length);
        expect(phrase.slice(piece.start, piece.end)).toBe(piece.text);
        expect(FACETS).toContain(piece.facet);
        if (pieces.length > 1) expect(piece.text.trim()).not.toBe("");
        end = piece.end;
      }
    }),
    { numRuns: 3000 },
  );
});

test("phrases of any length come back", () => {
  expect(divide("a cat on a ".repeat(100_000))).toHaveLength(1);
});
