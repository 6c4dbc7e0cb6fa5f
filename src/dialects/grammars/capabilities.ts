import type { GrammarId } from "../../language/syntax/tree.js";
import type { Capabilities, FrameSpec, NegativeSpec, ParameterSpec, WeightSpec } from "../capabilities.js";
import { diffusionParameters, WEB_UI_DEFAULTS } from "../families/tags/diffusion-parameters.js";
import { MIDJOURNEY_PARAMETERS } from "./midjourney-flags.js";

/** What stands for "no limit" where a budget is a number: JSON knows no infinity. */
export const UNLIMITED: number = Number.MAX_SAFE_INTEGER;

const RULE = { date: "2026-11", from: "our own rule for prompts that are for no target in particular" };
const BUDGET = { unit: "character", max: UNLIMITED, source: RULE } as const;
const FIELD: NegativeSpec = { kind: "field", budget: BUDGET };
const NO_WEIGHTS: WeightSpec = { kind: "none" };

/** Near the megapixel that most present diffusion models were trained at. */
const MEGAPIXEL: FrameSpec = {
  kind: "any-size",
  multiple: 64,
  minSide: 256,
  maxSide: 2048,
  area: 1024 * 1024,
  source: RULE,
};
const RATIO: FrameSpec = {
  kind: "any-ratio",
  min: 1 / 14,
  max: 14,
  parameter: "aspect-ratio",
  source: RULE,
};

const DIFFUSION: readonly ParameterSpec[] = diffusionParameters(WEB_UI_DEFAULTS, true);
const PLAIN: readonly ParameterSpec[] = [
  { name: "aspect-ratio", type: "text", source: RULE },
  { name: "seed", type: "integer", min: 0, source: RULE },
];
const MIDJOURNEY: readonly ParameterSpec[] = MIDJOURNEY_PARAMETERS.map((spec) => ({ ...spec, source: RULE }));

interface Kind {
  readonly title: string;
  readonly form: Capabilities["form"];
  readonly negative: NegativeSpec;
  readonly weights: WeightSpec;
  readonly parameters: readonly ParameterSpec[];
  readonly frame: FrameSpec;
}

/** A weight of any size that a blueprint holds. */
const NUMBERS: WeightSpec = { kind: "a1111", min: 0.05, max: 3 };
const TAGS = { form: "tags", negative: FIELD, parameters: DIFFUSION, frame: MEGAPIXEL } as const;
const JSON_PROMPT = {
  form: "prose",
  negative: { kind: "none" },
  weights: NO_WEIGHTS,
  parameters: PLAIN,
  frame: RATIO,
} as const;

const KINDS: { readonly [G in GrammarId]: Kind } = {
  a1111: { ...TAGS, title: "AUTOMATIC1111 text", weights: NUMBERS },
  comfyui: { ...TAGS, title: "ComfyUI text", weights: NUMBERS },
  compel: { ...TAGS, title: "InvokeAI text", weights: NUMBERS },
  novelai: { ...TAGS, title: "NovelAI text", weights: NUMBERS },
  midjourney: {
    title: "Midjourney text",
    form: "tags",
    negative: { kind: "parameter", flag: "--no" },
    weights: { kind: "double-colon", min: 0.05, max: 3 },
    parameters: MIDJOURNEY,
    frame: RATIO,
  },
  prose: {
    title: "plain prose",
    form: "prose",
    negative: FIELD,
    weights: NO_WEIGHTS,
    parameters: PLAIN,
    frame: RATIO,
  },
  tags: { ...TAGS, title: "plain tags", weights: NO_WEIGHTS },
  danbooru: { ...TAGS, title: "Danbooru tags", weights: NO_WEIGHTS },
  "ideogram-json": { ...JSON_PROMPT, title: "Ideogram JSON" },
  "flux-json": { ...JSON_PROMPT, title: "FLUX JSON" },
};

/** What a grammar can say, in the terms of a target: without limits, with the settings that its tools know. */
export function grammarCapabilities(grammar: GrammarId): Capabilities {
  return {
    ...KINDS[grammar],
    target: grammar,
    version: "",
    vendor: "",
    status: "current",
    budget: BUDGET,
    lettering: "quotes",
    notes: [],
  };
}
