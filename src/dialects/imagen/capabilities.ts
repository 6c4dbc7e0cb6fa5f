import type { Capabilities, Source } from "../capabilities.js";
import { countSpec, ratioSpec, seedSpec } from "../families/prose/spec.js";

const COPY: Source = { date: "2026-05-13", from: "ai.google.dev, Imagen guide (a copy)", unsure: true };
const RATIOS: readonly string[] = ["1:1", "3:4", "4:3", "9:16", "16:9"];

export const VERSIONS: readonly [Capabilities] = [
  {
    target: "imagen",
    version: "4",
    title: "Imagen 4",
    vendor: "Google",
    status: "retired",
    form: "prose",
    budget: { unit: "token", max: 480, source: COPY },
    negative: { kind: "none" },
    weights: { kind: "none" },
    frame: { kind: "ratios", ratios: RATIOS, parameter: "aspect-ratio", source: COPY },
    lettering: "quotes",
    parameters: [
      ratioSpec(RATIOS, COPY),
      countSpec(4, COPY),
      { name: "image-size", type: "enum", values: ["1K", "2K"], default: "1K", source: COPY },
      seedSpec(COPY, 2147483647),
    ],
    notes: [
      "Shut down by Google; gemini is its successor.",
      "Reads English; lettering works up to about 25 characters.",
    ],
  },
];
