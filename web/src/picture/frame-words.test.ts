import { describe, expect, it } from "vitest";
import { megapixelWords, ratioWords } from "./frame-words";

describe("ratioWords", () => {
  it.each([
    [1920, 1080, "16:9 landscape"],
    [1344, 768, "nearly 16:9 landscape"],
    [1024, 1024, "1:1 square"],
    [1024, 1010, "nearly square"],
    [832, 1248, "2:3 portrait"],
    [1000, 707, "1.41:1 landscape"],
    [400, 1160, "1:2.9 portrait"],
    [400, 2000, "1:5 portrait"],
  ])("%i × %i is %s", (width, height, words) => {
    expect(ratioWords({ width, height })).toBe(words);
  });
});

describe("megapixelWords", () => {
  it.each([
    [6000, 4000, "24 MP"],
    [1344, 768, "1.0 MP"],
    [640, 640, "0.4 MP"],
    [200, 200, "0.04 MP"],
  ])("%i × %i is %s", (width, height, words) => {
    expect(megapixelWords({ width, height })).toBe(words);
  });
});
