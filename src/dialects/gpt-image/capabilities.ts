import type { Capabilities, FrameSpec, ParameterSpec, Source } from "../capabilities.js";
import { countSpec, sizeSpecs } from "../families/prose/spec.js";

const OPENAPI: Source = { date: "2026-08-21", from: "openai/openai-openapi, CreateImageRequest" };

const THREE_SIZES: FrameSpec = {
  kind: "sizes",
  sizes: [
    [1024, 1024],
    [1536, 1024],
    [1024, 1536],
  ],
  source: OPENAPI,
};
const ANY_SIZE: FrameSpec = {
  kind: "any-size",
  multiple: 16,
  minSide: 512,
  maxSide: 3840,
  area: 1536 * 1024,
  source: OPENAPI,
};

const SHARED_PARAMETERS: readonly ParameterSpec[] = [
  {
    name: "quality",
    type: "enum",
    values: ["auto", "low", "medium", "high"],
    default: "auto",
    source: OPENAPI,
  },
  {
    name: "background",
    type: "enum",
    values: ["auto", "transparent", "opaque"],
    default: "auto",
    source: OPENAPI,
  },
  { name: "moderation", type: "enum", values: ["auto", "low"], default: "auto", source: OPENAPI },
  {
    name: "output-format",
    type: "enum",
    values: ["png", "jpeg", "webp"],
    default: "png",
    source: OPENAPI,
  },
  countSpec(10, OPENAPI),
];

const SHARED = {
  target: "gpt-image",
  vendor: "OpenAI",
  form: "prose",
  budget: { unit: "character", max: 32000, source: OPENAPI },
  negative: { kind: "none" },
  weights: { kind: "none" },
  lettering: "quotes",
  notes: ["Takes pictures beside the words through the edits endpoint."],
} as const;

export const VERSIONS: readonly [Capabilities, ...Capabilities[]] = [
  {
    ...SHARED,
    version: "2",
    title: "GPT Image 2",
    status: "current",
    frame: ANY_SIZE,
    parameters: [
      ...sizeSpecs(512, 3840, OPENAPI, "multiples of 16, at most 3840x2160, 1:3 to 3:1"),
      ...SHARED_PARAMETERS,
    ],
  },
  {
    ...SHARED,
    version: "1.5",
    title: "GPT Image 1.5",
    status: "legacy",
    frame: THREE_SIZES,
    parameters: [
      ...sizeSpecs(1024, 1536, OPENAPI, "1024x1024, 1536x1024 or 1024x1536"),
      ...SHARED_PARAMETERS,
    ],
  },
  {
    ...SHARED,
    version: "1",
    title: "GPT Image 1",
    status: "legacy",
    frame: THREE_SIZES,
    parameters: [
      ...sizeSpecs(1024, 1536, OPENAPI, "1024x1024, 1536x1024 or 1024x1536"),
      ...SHARED_PARAMETERS,
    ],
  },
];
