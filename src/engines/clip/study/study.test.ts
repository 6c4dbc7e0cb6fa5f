import { describe, expect, it } from "vitest";
import { fakeClip } from "../phrases/fake-clip.fixture.js";
import { comparePrompts } from "./compare.js";
import { partsOf } from "./parts.js";
import { rankLists } from "./rank.js";
import { scorePrompt } from "./score.js";
import { nearest } from "./similar.js";

const clip = fakeClip({ width: 64 });
const RED = await clip.embedTexts(["red"]);

describe("partsOf", () => {
  it("parts at commas and line breaks outside brackets", () => {
    expect(partsOf("a (red, wet:1.2) fox,, soft light\nin [a, b] ,")).toEqual([
      "a (red, wet:1.2) fox",
      "soft light",
      "in [a, b]",
    ]);
    expect(partsOf("closed) early, on")).toEqual(["closed) early", "on"]);
    expect(partsOf(" ")).toEqual([]);
  });
});

describe("rankLists", () => {
  it("ranks by similarity, with CLIP's softmax over the whole list", async () => {
    const phrases = ["blue", "red", "red red", "green"];
    const table = { name: "colors", phrases, embeddings: await clip.embedTexts(phrases) };
    const { lists } = await rankLists([table], RED.data, { logitScale: 100, count: 2 });
    const [list] = lists;
    expect(list?.count).toBe(4);
    expect(list?.ranked.map(({ phrase }) => phrase)).toEqual(["red", "red red"]);
    expect(list?.ranked[0]?.share).toBeCloseTo(0.5, 6);
    const flat = await rankLists([table], RED.data, { logitScale: 3, count: 9 });
    const all = flat.lists[0]?.ranked;
    expect(all?.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 6);
  });
});

describe("scorePrompt", () => {
  it("tells what each phrase does by leaving it out", async () => {
    const score = await scorePrompt("red, quiet valley", RED.data, clip);
    const [red, valley] = score.parts;
    expect(red?.alone).toBeCloseTo(1, 6);
    expect(red?.contribution).toBeGreaterThan(0.3);
    expect(valley?.contribution).toBeLessThan(0);
    expect(valley?.alone).toBeCloseTo(score.similarity - (red?.contribution ?? 0), 6);
  });

  it("says which phrases are behind the last token", async () => {
    const short = { ...clip, contextLength: 5, countTokens: (text: string) => text.split(" ").length + 2 };
    const score = await scorePrompt("red, two words, beyond", RED.data, short);
    expect(score).toMatchObject({ tokens: 6, limit: 5 });
    expect(score.parts.map(({ read }) => read)).toEqual([true, true, false]);
  });

  it("judges one phrase against none", async () => {
    const { parts } = await scorePrompt("red", RED.data, clip);
    expect(parts).toHaveLength(1);
  });
});

describe("comparePrompts", () => {
  it("finds the nearer one and sorts the phrases", async () => {
    const compared = await comparePrompts("red, The soft-light", "blue, soft light", RED.data, clip);
    expect(compared.difference).toBeGreaterThan(0);
    expect(compared.difference).toBeCloseTo(compared.a.similarity - compared.b.similarity, 12);
    expect(compared.onlyA.map(({ text }) => text)).toEqual(["red"]);
    expect(compared.onlyB.map(({ text }) => text)).toEqual(["blue"]);
    expect(compared.shared.map(({ text }) => text)).toEqual(["The soft-light"]);
  });
});

describe("nearest", () => {
  it("keeps the order of the files in ties", () => {
    const embeddings = { rows: 3, width: 2, data: Float32Array.of(0, 1, 1, 0, 1, 0) };
    expect(nearest([1, 0], ["a", "b", "c"], embeddings, 2)).toEqual([
      { file: "b", similarity: 1 },
      { file: "c", similarity: 1 },
    ]);
  });
});
