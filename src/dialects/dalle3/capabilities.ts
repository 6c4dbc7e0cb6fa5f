import type { Capabilities, Source } from "../capabilities.js";
import { countSpec, sizeSpecs } from "../families/prose/spec.js";

const OPENAPI: Source = { date: "2026-08-21", from: "openai/openai-openapi, CreateImageRequest" };

export const VERSIONS: readonly [Capabilities] = [
  {
    target: "dalle3",
    version: "3",
    title: "DALL-E 3",
    vendor: "OpenAI",
    status: "legacy",
    form: "prose",
    budget: { unit: "character", max: 4000, source: OPENAPI },
    negative: { kind: "none" },
    weights: { kind: "none" },
    frame: {
      kind: "sizes",
      sizes: [
        [1024, 1024],
        [1792, 1024],
        [1024, 1792],
      ],
      source: OPENAPI,
    },
    lettering: "quotes",
    parameters: [
      ...sizeSpecs(1024, 1792, OPENAPI, "1024x1024, 1792x1024 or 1024x1792"),
      { name: "style", type: "enum", values: ["vivid", "natural"], default: "vivid", source: OPENAPI },
      { name: "quality", type: "enum", values: ["standard", "hd"], default: "standard", source: OPENAPI },
      countSpec(1, OPENAPI),
    ],
    notes: [
      "The service rewrites the prompt and returns the text that it used as revised_prompt.",
      "style is set to natural where the medium is a photograph.",
    ],
  },
];
