import type { Capabilities, FrameSpec, WeightSpec } from "../capabilities.js";
import type { ParameterKey } from "./parameters.js";
import { SPECS } from "./parameters.js";

/** In the order in which they stand in a prompt. */
const EVERYWHERE_FIRST: readonly ParameterKey[] = ["aspect-ratio", "raw", "stylize", "chaos", "weird", "no"];
const REFERENCES: readonly ParameterKey[] = ["image-weight", "style-reference", "style-weight"];
const EVERYWHERE_LAST: readonly ParameterKey[] = ["seed", "tile", "personalize", "repeat"];

const NONE: WeightSpec = { kind: "none" };
const MULTI_PROMPT: WeightSpec = { kind: "double-colon", min: 0.05, max: 3 };

function frame(unsure: boolean): FrameSpec {
  return {
    kind: "any-ratio",
    min: 1 / 14,
    max: 14,
    parameter: "aspect-ratio",
    source: {
      date: "2026-09",
      from: "docs.midjourney.com on V8.1 as quoted by others: to 14:1, 4:1 with --hd",
      ...(unsure ? { unsure } : {}),
    },
  };
}

interface Version {
  readonly version: string;
  readonly title: string;
  readonly status: Capabilities["status"];
  readonly weights: WeightSpec;
  readonly own: readonly ParameterKey[];
  readonly notes: readonly string[];
}

function capabilitiesOf({ version, title, status, weights, own, notes }: Version): Capabilities {
  const keys = [...EVERYWHERE_FIRST, ...REFERENCES, ...own, ...EVERYWHERE_LAST];
  return {
    target: "midjourney",
    version,
    title,
    vendor: "Midjourney",
    status,
    form: "tags",
    budget: {
      unit: "character",
      max: 8192,
      recommended: {
        unit: "word",
        max: 60,
        source: {
          date: "2026-11",
          from: "users' experience: influence fades after 40 to 60 words",
          unsure: true,
        },
      },
      source: { date: "2026-11", from: "docs.evolink.ai; Midjourney names no maximum", unsure: true },
    },
    negative: { kind: "parameter", flag: "--no" },
    weights,
    frame: frame(!version.startsWith("8")),
    lettering: "quotes",
    parameters: keys.map((key) => SPECS[key]),
    notes,
  };
}

const NO_WEIGHTS = "Weights with :: end with V6.1 and Niji 6; stress is by order.";
const V8_PARAMETERS: readonly ParameterKey[] = ["edit", "experimental", "hd", "sd"];
const V6_NOTES = [
  "A phrase whose weight differs becomes a part of a multi-prompt, as in fox, forest::1 mist::1.5",
];

export const VERSIONS: readonly [Capabilities, ...Capabilities[]] = [
  capabilitiesOf({
    version: "8.2",
    title: "Midjourney V8.2",
    status: "current",
    weights: NONE,
    own: V8_PARAMETERS,
    notes: ["The default since 24 July 2026.", NO_WEIGHTS],
  }),
  capabilitiesOf({
    version: "8.1",
    title: "Midjourney V8.1",
    status: "legacy",
    weights: NONE,
    own: V8_PARAMETERS,
    notes: ["The default from 10 June to 23 July 2026.", NO_WEIGHTS],
  }),
  capabilitiesOf({
    version: "7",
    title: "Midjourney V7",
    status: "legacy",
    weights: NONE,
    own: ["style-version", "omni-reference", "omni-weight", "experimental", "quality-v7", "draft"],
    notes: ["The default from 17 June 2025 to 9 June 2026.", NO_WEIGHTS],
  }),
  capabilitiesOf({
    version: "6.1",
    title: "Midjourney V6.1",
    status: "legacy",
    weights: MULTI_PROMPT,
    own: ["character-reference", "character-weight", "quality-v6", "stop"],
    notes: V6_NOTES,
  }),
  capabilitiesOf({
    version: "niji7",
    title: "Niji 7",
    status: "current",
    weights: NONE,
    own: [],
    notes: ["For anime and illustration, since 9 January 2026.", NO_WEIGHTS],
  }),
  capabilitiesOf({
    version: "niji6",
    title: "Niji 6",
    status: "legacy",
    weights: MULTI_PROMPT,
    own: ["character-reference", "character-weight", "stop"],
    notes: ["For anime and illustration.", ...V6_NOTES],
  }),
];
