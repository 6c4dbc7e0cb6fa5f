import type { BudgetSpec, Capabilities, Source } from "../capabilities.js";

const API: Source = { date: "2026-11", from: "docs.leonardo.ai, reference/creategeneration" };

const PROMPT: BudgetSpec = {
  unit: "character",
  max: 1500,
  source: {
    date: "2026-11",
    from: "third-party guides; Leonardo's own reference names no figure",
    unsure: true,
  },
};

export const VERSIONS: readonly [Capabilities] = [
  {
    target: "leonardo",
    version: "v1",
    title: "Leonardo API v1",
    vendor: "Leonardo.Ai",
    status: "current",
    form: "tags",
    budget: PROMPT,
    negative: { kind: "field", budget: PROMPT },
    weights: { kind: "none" },
    frame: {
      kind: "any-size",
      multiple: 8,
      minSide: 32,
      maxSide: 1536,
      area: 1024 * 1024,
      source: API,
    },
    lettering: "quotes",
    parameters: [
      { name: "width", type: "integer", min: 32, max: 1536, note: "a multiple of 8", source: API },
      { name: "height", type: "integer", min: 32, max: 1536, note: "a multiple of 8", source: API },
      { name: "guidance", type: "integer", min: 1, max: 20, default: 7, source: API },
      { name: "steps", type: "integer", min: 10, max: 60, source: { ...API, unsure: true } },
      { name: "seed", type: "integer", min: 0, max: 4294967295, source: { ...API, unsure: true } },
      { name: "count", type: "integer", min: 1, max: 8, note: "1 to 4 above 768 pixels a side", source: API },
    ],
    notes: [
      "Some guides name 1,000 characters, others 1,500; the vendor names none.",
      "Its finetuned models differ in what they heed; negative prompts are ignored by FLUX-based ones.",
    ],
  },
];
