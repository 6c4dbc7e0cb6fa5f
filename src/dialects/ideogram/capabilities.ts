import type { BudgetSpec, Capabilities, FrameSpec, ParameterSpec, Source } from "../capabilities.js";
import { countSpec, ratioSpec, seedSpec, sizeSpecs } from "../families/prose/spec.js";

const DOCS: Source = { date: "2026-11", from: "developer.ideogram.ai, API reference" };
const JSON_GUIDE: Source = { date: "2026-11", from: "docs.ideogram.ai, JSON Prompting (Ideogram 4.0)" };
const NODE: Source = { date: "2026-11", from: "docs.comfy.org, IdeogramV4 node", unsure: true };

const PROMPT: BudgetSpec = {
  unit: "character",
  max: 10000,
  source: {
    date: "2026-11",
    from: "API users' reports for version 2; some gateways cap at 2,048",
    unsure: true,
  },
};

const RATIOS: readonly string[] = "1x1 1x3 3x1 1x2 2x1 9x16 16x9 10x16 16x10 2x3 3x2 3x4 4x3 4x5 5x4".split(
  " ",
);
const RATIO: FrameSpec = { kind: "ratios", ratios: RATIOS, parameter: "aspect-ratio", source: DOCS };

const SIZES: FrameSpec = {
  kind: "sizes",
  sizes: [
    [2048, 2048],
    [1440, 2880],
    [2880, 1440],
    [1664, 2496],
    [2496, 1664],
    [1792, 2240],
    [2240, 1792],
    [1440, 2560],
    [2560, 1440],
    [1600, 2560],
    [2560, 1600],
    [1728, 2304],
    [2304, 1728],
    [1296, 3168],
    [3168, 1296],
    [1152, 2944],
    [2944, 1152],
    [1248, 3328],
    [3328, 1248],
    [1280, 3072],
    [3072, 1280],
  ],
  source: NODE,
};

const SPEED: ParameterSpec = {
  name: "rendering-speed",
  type: "enum",
  values: ["TURBO", "DEFAULT", "QUALITY"],
  default: "DEFAULT",
  source: DOCS,
};
const MAGIC: ParameterSpec = {
  name: "magic-prompt",
  type: "enum",
  values: ["AUTO", "ON", "OFF"],
  default: "AUTO",
  note: "ON and AUTO rewrite the prompt",
  source: DOCS,
};

function styleType(...values: readonly string[]): ParameterSpec {
  return { name: "style-type", type: "enum", values, default: "AUTO", source: DOCS };
}

const SHARED = {
  target: "ideogram",
  vendor: "Ideogram",
  form: "prose",
  status: "current",
  budget: PROMPT,
  weights: { kind: "none" },
  lettering: "quotes",
} as const;

const SEED = seedSpec(DOCS, 2147483647);

export const VERSIONS: readonly [Capabilities, ...Capabilities[]] = [
  {
    ...SHARED,
    version: "3",
    title: "Ideogram 3.0",
    negative: { kind: "field", budget: PROMPT },
    frame: RATIO,
    parameters: [
      ratioSpec(RATIOS, DOCS),
      styleType("AUTO", "GENERAL", "REALISTIC", "DESIGN", "FICTION"),
      MAGIC,
      SPEED,
      { name: "style-codes", type: "text", source: DOCS },
      countSpec(8, DOCS),
      SEED,
    ],
    notes: [
      "style-type is set to REALISTIC where the medium is a photograph, to DESIGN where it is a design.",
    ],
  },
  {
    ...SHARED,
    version: "4",
    title: "Ideogram 4.0, text",
    negative: { kind: "none" },
    frame: SIZES,
    parameters: [...sizeSpecs(1152, 3328, NODE, "one of the model's sizes"), MAGIC, SPEED, SEED],
    notes: ["Sent as text_prompt; exactly one of text_prompt and json_prompt is taken."],
  },
  {
    ...SHARED,
    version: "4-json",
    title: "Ideogram 4.0, JSON",
    negative: { kind: "none" },
    frame: SIZES,
    parameters: [...sizeSpecs(1152, 3328, NODE, "one of the model's sizes"), SPEED, SEED],
    notes: [
      `Sent as json_prompt, which switches the magic prompt off (${JSON_GUIDE.from}, ${JSON_GUIDE.date}).`,
      "The model was trained on such captions: keys in their fixed order, colors as #RRGGBB, up to 16.",
    ],
  },
  {
    ...SHARED,
    version: "character",
    title: "Ideogram 3.0 Character",
    negative: { kind: "field", budget: PROMPT },
    frame: RATIO,
    parameters: [
      ratioSpec(RATIOS, DOCS),
      styleType("AUTO", "FICTION", "REALISTIC"),
      {
        name: "character-reference",
        type: "text",
        note: "the picture of the character: required",
        source: DOCS,
      },
      MAGIC,
      SPEED,
      countSpec(8, DOCS),
      SEED,
    ],
    notes: ["Keeps a character from a reference picture; the blueprint's character reference is used."],
  },
];
