import type { BudgetSpec, WeightSpec } from "../../capabilities.js";

/** One chunk of CLIP: 77 tokens with its start and end. Longer prompts are read in further chunks by most interfaces. */
export const CLIP_CHUNK: BudgetSpec = {
  unit: "clip-token",
  max: 75,
  source: { date: "2026-11", from: "AUTOMATIC1111/stable-diffusion-webui, modules/sd_hijack_clip.py" },
};

/** The grammar knows no limits; beyond these, by our own judgement, a phrase is lost or burns the picture. */
export const A1111_WEIGHTS: WeightSpec = { kind: "a1111", min: 0.1, max: 2 };

export const CHUNK_NOTE =
  "One chunk of 75 CLIP tokens is filled; interfaces that read further chunks would take more, with weaker effect.";
