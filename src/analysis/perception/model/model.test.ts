import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Picture } from "../../../image/picture.js";
import { DESCRIPTOR_BLOCKS } from "../descriptors/index.js";
import { openPerception, perceive } from "../index.js";
import { chancesOf } from "./chances-of.js";
import type { PhraseRule } from "./phrases.js";
import { phrasesOf } from "./phrases.js";

const bytes = new Uint8Array(readFileSync(new URL("../model.bin", import.meta.url)));
const model = openPerception(bytes);
const report = JSON.parse(
  readFileSync(new URL("../../../../tools/perception/report.json", import.meta.url), "utf8"),
) as { readonly probe: { readonly [head: string]: readonly number[] } };

test("the shipped model was trained on the descriptors that the code computes", () => {
  expect(model.descriptors).toEqual(DESCRIPTOR_BLOCKS.map(({ name, length }) => ({ name, length })));
  expect(bytes.length).toBeLessThan(3e6);
});

test.each(["medium", "scene"] as const)("%s gives the chances that its training computed", (name) => {
  const features = Float32Array.from({ length: model.standard.mean.length }, (_, at) => 2 * Math.sin(at + 1));
  const chances = Object.values(chancesOf(features, model[name]));
  const expected = report.probe[name] ?? [];
  expect(chances).toHaveLength(expected.length);
  for (const [at, chance] of chances.entries()) expect(chance).toBeCloseTo(expected[at] as number, 4);
});

test("the chances of a picture are shares of one", () => {
  const data = Uint8Array.from({ length: 96 * 64 * 3 }, (_, at) => (at * 37 + (at >> 7)) % 256);
  const { medium, scene } = perceive(new Picture({ width: 96, height: 64, data }), model);
  for (const chances of [medium, scene]) {
    expect(Object.values(chances).reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 6);
    expect(Object.values(chances).every((chance) => chance >= 0)).toBe(true);
  }
});

test.each([
  ["nothing", new Uint8Array(0)],
  ["a few bytes", bytes.slice(0, 40)],
  ["a model cut off", bytes.slice(0, bytes.length - 100)],
  ["another format", new TextEncoder().encode('\u000e\u0000\u0000\u0000{"format":"x"}')],
  ["no JSON", new TextEncoder().encode("\u0002\u0000\u0000\u0000{]")],
])("%s is no model", (_, broken) => {
  expect(() => openPerception(broken)).toThrow(expect.objectContaining({ code: "model-corrupt" }));
});

const RULE: PhraseRule = {
  head: "scene",
  labels: ["forest", "forest_bamboo"],
  facet: "setting",
  text: "forest",
  spokenFrom: 0.6,
  suggestedFrom: 0.2,
  calibration: [
    [0.2, 0.1],
    [0.6, 0.9],
  ],
};

const phrasesAt = (forest: number, bamboo: number): ReturnType<typeof phrasesOf> =>
  phrasesOf({ medium: {}, scene: { forest, forest_bamboo: bamboo } }, [RULE]);

test("labels that say the same are one phrase, said from its threshold on", () => {
  expect(phrasesAt(0.4, 0.3)).toEqual({
    spoken: [{ facet: "setting", text: "forest", confidence: 0.9 }],
    suggested: [],
  });
});

test("below its threshold a phrase is a suggestion, with the precision measured there", () => {
  const { spoken, suggested } = phrasesAt(0.4, 0);
  expect(spoken).toEqual([]);
  expect(suggested[0]?.confidence).toBeCloseTo(0.5, 9);
});

test("an unlikely phrase is not even suggested, and one without a threshold never said", () => {
  expect(phrasesAt(0.1, 0)).toEqual({ spoken: [], suggested: [] });
  const { spokenFrom: _, ...mute } = RULE;
  expect(phrasesOf({ medium: {}, scene: { forest: 1 } }, [mute]).spoken).toEqual([]);
});

test("the narrowest phrase that is sure enough is said alone", () => {
  const bamboo: PhraseRule = { ...RULE, labels: ["forest_bamboo"], text: "bamboo forest" };
  const said = (chance: number): string[] =>
    phrasesOf({ medium: {}, scene: { forest: 0.1, forest_bamboo: chance } }, [RULE, bamboo]).spoken.map(
      ({ text }) => text,
    );
  expect(said(0.7)).toEqual(["bamboo forest"]);
  expect(said(0.55)).toEqual(["forest"]);
});
