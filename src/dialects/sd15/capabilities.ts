import type { Capabilities } from "../capabilities.js";
import { A1111_WEIGHTS, CHUNK_NOTE, CLIP_CHUNK } from "../families/tags/clip-budget.js";
import { diffusionParameters, WEB_UI_DEFAULTS } from "../families/tags/diffusion-parameters.js";

export const VERSIONS: readonly [Capabilities] = [
  {
    target: "sd15",
    version: "1.5",
    title: "Stable Diffusion 1.5",
    vendor: "Runway, CompVis and Stability AI",
    status: "legacy",
    form: "tags",
    budget: CLIP_CHUNK,
    negative: { kind: "field", budget: CLIP_CHUNK },
    weights: A1111_WEIGHTS,
    frame: {
      kind: "any-size",
      multiple: 64,
      minSide: 256,
      maxSide: 1024,
      area: 512 * 512,
      source: { date: "2022-10", from: "Stable Diffusion v1.5 model card: trained at 512x512" },
    },
    lettering: "weak",
    parameters: diffusionParameters(WEB_UI_DEFAULTS, true),
    notes: [CHUNK_NOTE, "Sizes are multiples of 64 near 512x512; larger ones repeat the subject."],
  },
];
