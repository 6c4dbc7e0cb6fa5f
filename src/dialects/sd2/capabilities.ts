import type { Capabilities } from "../capabilities.js";
import { A1111_WEIGHTS, CHUNK_NOTE, CLIP_CHUNK } from "../families/tags/clip-budget.js";
import { diffusionParameters, WEB_UI_DEFAULTS } from "../families/tags/diffusion-parameters.js";

const V2_1: Capabilities = {
  target: "sd2",
  version: "2.1",
  title: "Stable Diffusion 2.1",
  vendor: "Stability AI",
  status: "legacy",
  form: "tags",
  budget: CLIP_CHUNK,
  negative: { kind: "field", budget: CLIP_CHUNK },
  weights: A1111_WEIGHTS,
  frame: {
    kind: "any-size",
    multiple: 64,
    minSide: 384,
    maxSide: 1536,
    area: 768 * 768,
    source: { date: "2022-12", from: "Stable Diffusion v2.1 model card: trained at 768x768" },
  },
  lettering: "weak",
  parameters: diffusionParameters(WEB_UI_DEFAULTS, false),
  notes: [
    CHUNK_NOTE,
    "Its OpenCLIP encoder knows fewer artists and celebrities than 1.5's; negative prompts matter more.",
  ],
};

export const VERSIONS: readonly [Capabilities, Capabilities] = [
  V2_1,
  {
    ...V2_1,
    version: "2.1-base",
    title: "Stable Diffusion 2.1 base",
    frame: {
      kind: "any-size",
      multiple: 64,
      minSide: 256,
      maxSide: 1024,
      area: 512 * 512,
      source: { date: "2022-12", from: "Stable Diffusion v2.1-base model card: trained at 512x512" },
    },
  },
];
