import type { BudgetSpec, Capabilities, FrameSpec, ParameterSpec, Source } from "../capabilities.js";
import { seedSpec, sizeSpecs } from "../families/prose/spec.js";

const DIFFUSERS: Source = { date: "2026-11", from: "huggingface/diffusers, pipelines/flux/pipeline_flux.py" };
const BFL: Source = { date: "2026-11", from: "docs.bfl.ai, API reference" };
const KONTEXT: Source = { ...BFL, from: "as FLUX1.1 [pro] Ultra in docs.bfl.ai", unsure: true };
const NODES: Source = { date: "2026-11", from: "docs.comfy.org, FLUX.2 nodes", unsure: true };
const SKILLS: Source = { date: "2026-11", from: "black-forest-labs/skills" };
const FLUX3: Source = {
  date: "2026-11",
  from: "docs.comfy.org and replicate.com, FLUX 3 Image",
  unsure: true,
};
const GATEWAY: Source = { date: "2026-11", from: "docs.apiyi.com, api-capabilities/flux", unsure: true };

function t5(max: number, source: Source): BudgetSpec {
  return { unit: "t5-token", max, source };
}

const OPEN_WEIGHTS: FrameSpec = {
  kind: "any-size",
  multiple: 16,
  minSide: 256,
  maxSide: 2048,
  area: 1024 * 1024,
  source: DIFFUSERS,
};
const FLUX2_SIZE: FrameSpec = { ...OPEN_WEIGHTS, multiple: 32, source: NODES };
/** 21:9 to 9:21. */
const RATIO: FrameSpec = {
  kind: "any-ratio",
  min: 9 / 21,
  max: 21 / 9,
  parameter: "aspect-ratio",
  source: BFL,
};
const RATIO_PARAMETER: ParameterSpec = { name: "aspect-ratio", type: "text", default: "16:9", source: BFL };

const SHARED = {
  target: "flux",
  vendor: "Black Forest Labs",
  form: "prose",
  negative: { kind: "none" },
  weights: { kind: "none" },
  lettering: "quotes",
} as const;

const NO_NEGATIVE = "No negative prompt: what is to be avoided is asked for in positive words.";

export const VERSIONS: readonly [Capabilities, ...Capabilities[]] = [
  {
    ...SHARED,
    version: "dev",
    title: "FLUX.1 [dev]",
    status: "current",
    budget: t5(512, DIFFUSERS),
    frame: OPEN_WEIGHTS,
    parameters: [
      ...sizeSpecs(256, 2048, DIFFUSERS, "a multiple of 16"),
      {
        name: "guidance",
        type: "number",
        min: 0,
        max: 20,
        default: 3.5,
        note: "range by our own judgement",
        source: DIFFUSERS,
      },
      {
        name: "steps",
        type: "integer",
        min: 1,
        max: 100,
        default: 28,
        note: "range by our own judgement",
        source: DIFFUSERS,
      },
      seedSpec(DIFFUSERS),
    ],
    notes: [NO_NEGATIVE, "T5 reads the whole text; CLIP gives only an overall vector."],
  },
  {
    ...SHARED,
    version: "schnell",
    title: "FLUX.1 [schnell]",
    status: "current",
    budget: t5(256, DIFFUSERS),
    frame: OPEN_WEIGHTS,
    parameters: [
      ...sizeSpecs(256, 2048, DIFFUSERS, "a multiple of 16"),
      {
        name: "steps",
        type: "integer",
        min: 1,
        max: 50,
        default: 4,
        note: "range by our own judgement",
        source: DIFFUSERS,
      },
      seedSpec(DIFFUSERS),
    ],
    notes: [NO_NEGATIVE, "Takes no guidance."],
  },
  {
    ...SHARED,
    version: "ultra",
    title: "FLUX1.1 [pro] Ultra",
    status: "current",
    budget: t5(512, { ...DIFFUSERS, from: `${DIFFUSERS.from}; the API names no figure`, unsure: true }),
    frame: RATIO,
    parameters: [
      RATIO_PARAMETER,
      { name: "raw", type: "flag", default: false, note: "less processed, more natural", source: BFL },
      { name: "prompt-upsampling", type: "flag", default: false, source: BFL },
      { name: "safety-tolerance", type: "integer", min: 0, max: 6, default: 2, source: BFL },
      { name: "image-prompt-strength", type: "number", min: 0, max: 1, default: 0.1, source: BFL },
      seedSpec(BFL),
    ],
    notes: [NO_NEGATIVE, "Draws up to 4 megapixels."],
  },
  {
    ...SHARED,
    version: "2",
    title: "FLUX.2",
    status: "current",
    budget: { unit: "token", max: 32000, source: GATEWAY },
    frame: FLUX2_SIZE,
    parameters: [
      ...sizeSpecs(256, 2048, NODES, "a multiple of 32"),
      { name: "prompt-upsampling", type: "flag", default: true, source: NODES },
      { name: "safety-tolerance", type: "integer", min: 0, max: 5, default: 2, source: NODES },
      seedSpec(NODES),
    ],
    notes: [
      NO_NEGATIVE,
      "Colors are matched by code and name: #1f4e5a teal.",
      `Takes up to 8 pictures beside the words, called "image 1" and so on; JSON works too (${SKILLS.from}).`,
    ],
  },
  {
    ...SHARED,
    version: "kontext",
    title: "FLUX.1 Kontext",
    status: "current",
    budget: t5(512, { ...DIFFUSERS, from: "FLUX.1 [dev]'s limit in huggingface/diffusers", unsure: true }),
    frame: RATIO,
    parameters: [
      RATIO_PARAMETER,
      { name: "prompt-upsampling", type: "flag", default: false, source: KONTEXT },
      { name: "safety-tolerance", type: "integer", min: 0, max: 6, default: 2, source: KONTEXT },
      seedSpec(KONTEXT),
    ],
    notes: [
      NO_NEGATIVE,
      "Edits a picture that is given beside the words: the text says what to change and what to keep.",
    ],
  },
  {
    ...SHARED,
    version: "3",
    title: "FLUX 3 Image",
    status: "current",
    budget: { unit: "character", max: 15000, source: FLUX3 },
    frame: {
      kind: "ratios",
      ratios: ["1:1", "21:9", "16:9", "3:2", "4:3", "5:4", "4:5", "3:4", "2:3", "9:16", "9:21"],
      parameter: "aspect-ratio",
      source: FLUX3,
    },
    parameters: [
      {
        name: "aspect-ratio",
        type: "enum",
        values: ["auto", "1:1", "21:9", "16:9", "3:2", "4:3", "5:4", "4:5", "3:4", "2:3", "9:16", "9:21"],
        default: "auto",
        source: FLUX3,
      },
      { name: "resolution", type: "enum", values: ["768sq", "1k", "1.5k", "2k", "4k"], source: FLUX3 },
      seedSpec(FLUX3),
    ],
    notes: [NO_NEGATIVE, "Takes up to 10 pictures beside the words."],
  },
];
