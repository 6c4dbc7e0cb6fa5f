import { describe, expect, it } from "vitest";
import { createTerms } from "../../../blueprint/build.js";
import type { Facet } from "../../../blueprint/facets.js";
import { readPhrase } from "./phrase.js";

function read(facet: Facet, text: string): ReturnType<typeof readPhrase> {
  return readPhrase(createTerms([{ facet, text }])[0]!);
}

describe("readPhrase", () => {
  it.each([
    ["subject", "red fox", "noun"],
    ["subject", "1girl", "label"],
    ["subject", "long_hair", "label"],
    ["subject", "a cat sits on a mat", "clause"],
    ["subject", "a woman who is smiling", "noun"],
    ["subject", "Create an image of a robot", "sentence"],
    ["subject", "A busy market. People walk between stalls", "sentence"],
    ["subject", "two lemonade stands", "noun"],
    ["action", "resting", "participle"],
    ["action", "looking at viewer", "participle"],
    ["lighting", "lit from behind", "participle"],
    ["lighting", "soft side light from the left", "noun"],
    ["setting", "at dusk", "preposition"],
    ["style", "in the style of Hokusai", "preposition"],
    ["style", "moody", "adjective"],
    ["palette", "black and white", "adjective"],
    ["detail", "highly detailed", "adjective"],
    ["detail", "glowing lanterns", "noun"],
    ["composition", "over-the-shoulder shot", "noun"],
    ["camera", "everything in focus", "noun"],
    ["quality", "best quality", "label"],
    ["quality", "8k", "label"],
  ] as const)("%s %s is a %s", (facet, text, shape) => {
    expect(read(facet, text).shape).toBe(shape);
  });

  it.each([
    ["red fox with a lantern", "fox", "one"],
    ["fishmongers in yellow aprons", "fishmongers", "many"],
    ["fox resting in snow", "fox", "one"],
    ["soft window light from the left", "light", "mass"],
    ["long shadows across the cobbles", "shadows", "many"],
    ["arms crossed", "arms", "many"],
    ["soft, even light", "light", "mass"],
  ])("%s is about %s (%s)", (text, head, number) => {
    const phrase = read("detail", text);
    expect([phrase.head, phrase.number]).toEqual([head, number]);
  });

  it("leaves lettering as it is and lowers a sentence's capital elsewhere", () => {
    expect(read("text", "The End").text).toBe("The End");
    expect(read("subject", "The old mill").text).toBe("the old mill");
    expect(read("subject", "Tokyo street").text).toBe("Tokyo street");
    expect(read("medium", "Oil on canvas").text).toBe("oil on canvas");
  });

  it("balances stray quotes without changing a phrase's length", () => {
    expect(read("detail", 'a 5" ruler').text).toBe("a 5\u2033 ruler");
    expect(read("detail", 'an open" quote').text).toBe("an open' quote");
    expect(read("detail", "a \u201ccurly\u201d sign").text).toBe('a "curly" sign');
  });
});
