import { describe, expect, it } from "vitest";
import { createTerms } from "../../../blueprint/build.js";
import type { Facet } from "../../../blueprint/facets.js";
import { indefinite, leadOf } from "./article.js";
import { readPhrase } from "./phrase.js";

function withLead(text: string, facet: Facet = "subject"): string {
  const phrase = readPhrase(createTerms([{ facet, text }])[0]!);
  return leadOf(phrase) + phrase.text;
}

describe("indefinite", () => {
  it.each([
    [
      "an",
      [
        "apple",
        "hour glass",
        "honest man",
        "85mm lens",
        "11th floor",
        "18 wheeler",
        "HDR photo",
        "f/1.8 lens",
        "LED sign",
        "8-bit game",
        "unimpressed cat",
        "umbrella",
      ],
    ],
    [
      "a",
      [
        "fox",
        "university",
        "European hare",
        "unicorn",
        "one-eyed cat",
        "35mm film",
        "110 film",
        "UFO",
        "used car",
        "house",
        "VHS tape",
      ],
    ],
  ] as const)("is %s by sound", (article, words) => {
    expect(words.map((word) => `${indefinite(word)} ${word}`)).toEqual(
      words.map((word) => `${article} ${word}`),
    );
  });
});

describe("leadOf", () => {
  it.each([
    ["red fox", "a red fox"],
    ["two crows", "two crows"],
    ["the old mill", "the old mill"],
    ["A red fox", "a red fox"],
    ["crows on a wire", "crows on a wire"],
    ["people", "people"],
    ["soft snow", "soft snow"],
    ["glass of water", "a glass of water"],
    ["camera lens", "a camera lens"],
    ["Hatsune Miku", "Hatsune Miku"],
    ["Eiffel Tower", "the Eiffel Tower"],
    ["oil painting", "an oil painting"],
    ["rim lighting", "rim lighting"],
    ["cat and dog", "cat and dog"],
    ["black and white cat", "a black and white cat"],
    ["赤い鳥居", "赤い鳥居"],
    ["fox resting in a quiet street", "a fox resting in a quiet street"],
    ["shallow depth of field", "a shallow depth of field"],
    ["subject on the left third", "the subject on the left third"],
    ["rule of thirds", "the rule of thirds"],
  ])("%s -> %s", (text, said) => {
    expect(withLead(text)).toBe(said);
  });
});
