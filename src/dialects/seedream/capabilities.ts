import type { BudgetSpec, Capabilities, Source } from "../capabilities.js";
import { sizeSpecs } from "../families/prose/spec.js";

const BYTEPLUS: Source = { date: "2026-11", from: "BytePlus ModelArk, Seedream guide" };

/** A recommendation, and far above it a ceiling of our own: no hard limit is published. */
const SEEDREAM_BUDGET: BudgetSpec = {
  unit: "character",
  max: 12000,
  recommended: { unit: "word", max: 600, source: BYTEPLUS },
  source: {
    date: "2026-11",
    from: "our own ceiling; BytePlus only recommends 600 English words",
    unsure: true,
  },
};

const SHARED = {
  target: "seedream",
  vendor: "ByteDance",
  form: "prose",
  budget: SEEDREAM_BUDGET,
  negative: { kind: "none" },
  weights: { kind: "none" },
  frame: {
    kind: "any-size",
    multiple: 16,
    minSide: 512,
    maxSide: 8192,
    area: 2048 * 2048,
    source: BYTEPLUS,
  },
  lettering: "quotes",
  parameters: [
    ...sizeSpecs(512, 8192, BYTEPLUS, "1:16 to 16:1"),
    {
      name: "sequential-image-generation",
      type: "enum",
      values: ["disabled", "auto"],
      default: "disabled",
      source: BYTEPLUS,
    },
  ],
  notes: ["Reads English and Chinese; takes 10 to 14 pictures beside the words."],
} as const;

export const VERSIONS: readonly [Capabilities, ...Capabilities[]] = [
  { ...SHARED, version: "4.5", title: "Seedream 4.5", status: "current" },
  { ...SHARED, version: "5", title: "Seedream 5", status: "current" },
  { ...SHARED, version: "4", title: "Seedream 4", status: "legacy" },
];
