import type { BudgetSpec, Capabilities, ParameterSpec, Source } from "../capabilities.js";
import { countSpec, seedSpec, sizeSpecs } from "../families/prose/spec.js";

const CLIENTS: Source = { date: "2026-11", from: "Adobe, firefly-services-clients, GenerateImagesRequest" };
const SIZES: Source = { date: "2026-11", from: "firefly-mcp-cli, quoting Adobe's size lists", unsure: true };

const PROMPT: BudgetSpec = { unit: "character", max: 1024, source: CLIENTS };

function parameters(maxSide: number): readonly ParameterSpec[] {
  return [
    ...sizeSpecs(512, maxSide, SIZES, "one of the model's sizes"),
    { name: "content-class", type: "enum", values: ["photo", "art"], source: CLIENTS },
    {
      name: "visual-intensity",
      type: "integer",
      min: 2,
      max: 10,
      default: 6,
      source: { ...CLIENTS, unsure: true },
    },
    countSpec(4, CLIENTS),
    seedSpec({ ...CLIENTS, unsure: true }),
  ];
}

const SHARED = {
  target: "firefly",
  vendor: "Adobe",
  form: "prose",
  budget: PROMPT,
  negative: { kind: "field", budget: PROMPT },
  weights: { kind: "none" },
  lettering: "quotes",
  notes: [
    "content-class is set from the medium.",
    "The synchronous v3 endpoint was removed on 3 October 2025; the asynchronous one takes the same fields.",
  ],
} as const;

export const VERSIONS: readonly [Capabilities, ...Capabilities[]] = [
  {
    ...SHARED,
    version: "image4",
    title: "Firefly Image 4",
    status: "current",
    frame: {
      kind: "sizes",
      sizes: [
        [2048, 2048],
        [2304, 1792],
        [1792, 2304],
        [2688, 1536],
        [1440, 2560],
      ],
      source: SIZES,
    },
    parameters: parameters(2688),
  },
  {
    ...SHARED,
    version: "image3",
    title: "Firefly Image 3",
    status: "legacy",
    frame: {
      kind: "sizes",
      sizes: [
        [2048, 2048],
        [1024, 1024],
        [2304, 1792],
        [1792, 2304],
        [2688, 1536],
        [1344, 768],
        [1152, 896],
        [896, 1152],
      ],
      source: SIZES,
    },
    parameters: parameters(2688),
  },
];
