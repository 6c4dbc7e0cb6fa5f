import type { Capabilities, Source } from "../capabilities.js";
import { countSpec, ratioSpec, seedSpec } from "../families/prose/spec.js";

const DOCS: Source = { date: "2026-11", from: "platform.minimax.io, image generation API" };
const RATIOS: readonly string[] = ["1:1", "16:9", "4:3", "3:2", "2:3", "3:4", "9:16", "21:9"];

export const VERSIONS: readonly [Capabilities] = [
  {
    target: "minimax",
    version: "image-01",
    title: "MiniMax image-01",
    vendor: "MiniMax",
    status: "current",
    form: "prose",
    budget: { unit: "character", max: 1500, source: DOCS },
    negative: { kind: "none" },
    weights: { kind: "none" },
    frame: { kind: "ratios", ratios: RATIOS, parameter: "aspect-ratio", source: DOCS },
    lettering: "quotes",
    parameters: [
      ratioSpec(RATIOS, DOCS),
      { name: "prompt-optimizer", type: "flag", default: false, source: DOCS },
      countSpec(9, DOCS),
      seedSpec({ ...DOCS, unsure: true }),
    ],
    notes: ["Takes a width and height of 512 to 2048 in multiples of 8 instead of a ratio."],
  },
];
