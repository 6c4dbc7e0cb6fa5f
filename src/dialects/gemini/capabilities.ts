import type { BudgetSpec, Capabilities, ParameterSpec, Source } from "../capabilities.js";
import { ratioSpec } from "../families/prose/spec.js";

const SDK: Source = { date: "2026-08", from: "vercel/ai, packages/google" };
const RATIOS: readonly string[] = ["1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9"];

const CONTEXT: BudgetSpec = {
  unit: "token",
  max: 32768,
  source: {
    date: "2026-11",
    from: "our own ceiling, from the models' input window; no prompt limit is published",
    unsure: true,
  },
};

function resolution(...values: readonly string[]): ParameterSpec {
  return { name: "resolution", type: "enum", values, default: "1K", source: SDK };
}

const SHARED = {
  target: "gemini",
  vendor: "Google",
  form: "prose",
  budget: CONTEXT,
  negative: { kind: "none" },
  weights: { kind: "none" },
  frame: { kind: "ratios", ratios: RATIOS, parameter: "aspect-ratio", source: SDK },
  lettering: "quotes",
} as const;

export const VERSIONS: readonly [Capabilities, ...Capabilities[]] = [
  {
    ...SHARED,
    version: "3-pro",
    title: "Gemini 3 Pro Image",
    status: "current",
    parameters: [ratioSpec(RATIOS, SDK), resolution("1K", "2K", "4K")],
    notes: ["gemini-3-pro-image; takes up to 14 pictures beside the words."],
  },
  {
    ...SHARED,
    version: "3.1-flash",
    title: "Gemini 3.1 Flash Image",
    status: "current",
    parameters: [ratioSpec(RATIOS, SDK), resolution("512", "1K", "2K", "4K")],
    notes: ["gemini-3.1-flash-image; takes up to 14 pictures beside the words."],
  },
  {
    ...SHARED,
    version: "2.5-flash",
    title: "Gemini 2.5 Flash Image",
    status: "legacy",
    parameters: [ratioSpec(RATIOS, SDK)],
    notes: ["gemini-2.5-flash-image; draws about 1 megapixel."],
  },
];
