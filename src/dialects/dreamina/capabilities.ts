import type { BudgetSpec, Capabilities, Source } from "../capabilities.js";
import { ratioSpec } from "../families/prose/spec.js";

const PAGE: Source = {
  date: "2026-11",
  from: "our own assumption: ratios within what Seedream draws",
  unsure: true,
};
const SEEDREAM: Source = {
  date: "2026-11",
  from: "Seedream's figures (BytePlus), the model that it runs",
  unsure: true,
};
const RATIOS: readonly string[] = ["1:1", "21:9", "16:9", "3:2", "4:3", "3:4", "2:3", "9:16"];

const BUDGET: BudgetSpec = {
  unit: "character",
  max: 12000,
  recommended: { unit: "word", max: 600, source: SEEDREAM },
  source: SEEDREAM,
};

export const VERSIONS: readonly [Capabilities] = [
  {
    target: "dreamina",
    version: "web",
    title: "Dreamina",
    vendor: "ByteDance",
    status: "current",
    form: "prose",
    budget: BUDGET,
    negative: { kind: "none" },
    weights: { kind: "none" },
    frame: { kind: "ratios", ratios: RATIOS, parameter: "aspect-ratio", source: PAGE },
    lettering: "quotes",
    parameters: [ratioSpec(RATIOS, PAGE)],
    notes: ["Its own limit is not published; it runs Seedream, whose figures are used."],
  },
];
