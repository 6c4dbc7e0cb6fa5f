import { meaningOf } from "imprompt/core";
import { describe, expect, it } from "vitest";
import type { Known } from "./suggest";
import { lastTyped, readTyped, suggest, withSuggestion } from "./suggest";

function known(facet: Known["facet"], name: string, ...others: readonly string[]): Known {
  return { facet, name, phrases: [name, ...others] };
}

const ENTRIES: readonly Known[] = [
  known("lighting", "soft light", "diffuse light"),
  known("lighting", "rim light"),
  known("lighting", "golden hour"),
  known("atmosphere", "lighthearted"),
  known("atmosphere", "gloomy"),
  known("medium", "light painting"),
];

function texts(typed: string, said: readonly string[] = [], most = 8): string[] {
  const keys = new Set(said.map(meaningOf));
  return suggest(ENTRIES, typed, ["lighting", "atmosphere"], keys, most).map(({ text }) => text);
}

describe("suggest", () => {
  it("puts what begins so first, then what has a word that does, then other phrases for it", () => {
    expect(texts("li")).toEqual(["lighthearted", "soft light", "rim light"]);
    expect(texts("DIFF")).toEqual(["soft light"]);
  });

  it("keeps to the facets and to the number", () => {
    expect(texts("light painting")).toEqual([]);
    expect(texts("li", [], 2)).toEqual(["lighthearted", "soft light"]);
  });

  it("leaves out what is said already by its meaning", () => {
    expect(texts("soft", ["Soft lighting"])).toEqual([]);
  });

  it("takes facets in turns before anything is typed", () => {
    expect(texts("", [], 3)).toEqual(["soft light", "lighthearted", "rim light"]);
  });
});

describe("what is typed", () => {
  it("is parted by commas, and a hyphen in front excludes", () => {
    expect(readTyped("fog, -people,, low-key light ,-")).toEqual([
      { text: "fog", excluded: false },
      { text: "people", excluded: true },
      { text: "low-key light", excluded: false },
      { text: "-", excluded: false },
    ]);
  });

  it("is completed behind its last comma", () => {
    expect(lastTyped("fog, -peo")).toBe("peo");
    expect(withSuggestion("fog, -peo", "people")).toBe("fog, -people");
    expect(withSuggestion("gol", "golden hour")).toBe("golden hour");
  });
});
