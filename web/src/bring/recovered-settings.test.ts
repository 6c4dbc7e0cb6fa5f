import { expect, it } from "vitest";
import { settingsOf } from "./recovered-settings";

it("names what a tool wrote, and leaves out what it did not", () => {
  const parameters = {
    model: "a model",
    steps: 28,
    cfgScale: 6.5,
    seed: "18446744073709551615",
    size: { width: 1344, height: 768 },
    loras: [{ name: "ink", weight: 0.7 }, { name: "fog" }],
    denoisingStrength: 0,
    sampler: "",
  };
  expect(settingsOf(parameters)).toEqual([
    ["Model", "a model"],
    ["LoRA", "ink at 0.7, fog"],
    ["Steps", "28"],
    ["CFG scale", "6.5"],
    ["Seed", "18446744073709551615"],
    ["Size", "1344 × 768"],
    ["Denoising", "0"],
  ]);
  expect(settingsOf({})).toEqual([]);
});
