import type { BudgetSpec, Capabilities, FrameSpec, Source } from "../capabilities.js";
import { A1111_WEIGHTS } from "../families/tags/clip-budget.js";
import { diffusionParameters } from "../families/tags/diffusion-parameters.js";

const PIPELINE: Source = {
  date: "2026-11",
  from: "huggingface/diffusers, pipeline_stable_diffusion_3.py (pull request 8506 for the length)",
};
const TURBO_CARD: Source = { date: "2024-10", from: "Stable Diffusion 3.5 Large Turbo model card" };

/** What the T5 encoder reads unless told otherwise, its end token left free; it can be told to read 512. */
const T5_DEFAULT: BudgetSpec = { unit: "t5-token", max: 255, source: PIPELINE };

const ONE_MEGAPIXEL: FrameSpec = {
  kind: "any-size",
  multiple: 64,
  minSide: 512,
  maxSide: 2048,
  area: 1024 * 1024,
  source: { date: "2024-10", from: "Stable Diffusion 3.5 model cards: 1 megapixel, sides divisible by 64" },
};

const LARGE: Capabilities = {
  target: "sd35",
  version: "large",
  title: "Stable Diffusion 3.5 Large",
  vendor: "Stability AI",
  status: "current",
  form: "tags",
  budget: T5_DEFAULT,
  negative: { kind: "field", budget: T5_DEFAULT },
  weights: A1111_WEIGHTS,
  frame: ONE_MEGAPIXEL,
  lettering: "quotes",
  parameters: diffusionParameters({ steps: 28, cfgScale: 7, source: PIPELINE }, false),
  notes: [
    "Its two CLIP encoders read the first 75 tokens, its T5 encoder 255 and, when told to, up to 511: comma phrases serve all three.",
    "Weights are read by interfaces such as ComfyUI and AUTOMATIC1111, not by the bare model.",
  ],
};

export const VERSIONS: readonly [Capabilities, ...Capabilities[]] = [
  LARGE,
  {
    ...LARGE,
    version: "large-turbo",
    title: "Stable Diffusion 3.5 Large Turbo",
    negative: { kind: "none" },
    parameters: diffusionParameters({ steps: 4, cfgScale: 0, source: TURBO_CARD }, false),
    notes: [...LARGE.notes, "It runs without guidance, so a negative prompt has no effect."],
  },
  { ...LARGE, version: "medium", title: "Stable Diffusion 3.5 Medium" },
];
