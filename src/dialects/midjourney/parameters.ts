import type { ParameterSpec, Source } from "../capabilities.js";

const ARTICLE: Source = {
  date: "2026-09",
  from: "docs.midjourney.com parameter list as quoted by others in September 2026",
  unsure: true,
};
const GUIDE: Source = { date: "2026-11", from: "docs.evolink.ai, Midjourney prompt guides", unsure: true };

type Make = Omit<ParameterSpec, "source"> & { readonly source?: Source };

function spec(make: Make): ParameterSpec {
  return { source: ARTICLE, ...make };
}

/** The parameters that some version knows. */
export type ParameterKey =
  | "aspect-ratio"
  | "raw"
  | "stylize"
  | "chaos"
  | "weird"
  | "no"
  | "image-weight"
  | "style-reference"
  | "style-weight"
  | "style-version"
  | "character-reference"
  | "character-weight"
  | "omni-reference"
  | "omni-weight"
  | "edit"
  | "experimental"
  | "hd"
  | "sd"
  | "draft"
  | "seed"
  | "tile"
  | "personalize"
  | "repeat"
  | "stop"
  | "quality-v6"
  | "quality-v7";

/** Every parameter of the versions that we print, by our name, as Midjourney spells and bounds it. */
export const SPECS: { readonly [K in ParameterKey]: ParameterSpec } = {
  "aspect-ratio": spec({
    name: "aspect-ratio",
    flag: "--ar",
    type: "text",
    default: "1:1",
    note: "whole numbers, W:H",
  }),
  raw: spec({
    name: "raw",
    flag: "--raw",
    type: "flag",
    default: false,
    note: "set by itself for plain photographs",
  }),
  stylize: spec({ name: "stylize", flag: "--s", type: "integer", min: 0, max: 1000, default: 100 }),
  chaos: spec({ name: "chaos", flag: "--c", type: "integer", min: 0, max: 100, default: 0 }),
  weird: spec({ name: "weird", flag: "--w", type: "integer", min: 0, max: 3000, default: 0 }),
  no: spec({
    name: "no",
    flag: "--no",
    type: "text",
    note: "comma-separated; joins the blueprint's exclusions",
  }),
  "image-weight": spec({ name: "image-weight", flag: "--iw", type: "number", min: 0, max: 3, default: 1 }),
  "style-reference": spec({
    name: "style-reference",
    flag: "--sref",
    type: "text",
    note: 'URLs, codes or "random"; joins the blueprint\'s references',
  }),
  "style-weight": spec({
    name: "style-weight",
    flag: "--sw",
    type: "integer",
    min: 0,
    max: 1000,
    default: 100,
  }),
  "style-version": spec({
    name: "style-version",
    flag: "--sv",
    type: "integer",
    min: 1,
    max: 6,
    source: GUIDE,
  }),
  "character-reference": spec({ name: "character-reference", flag: "--cref", type: "text" }),
  "character-weight": spec({ name: "character-weight", flag: "--cw", type: "integer", min: 0, max: 100 }),
  "omni-reference": spec({
    name: "omni-reference",
    flag: "--oref",
    type: "text",
    note: "one URL; costs double; not with quality 4 or draft",
  }),
  "omni-weight": spec({
    name: "omni-weight",
    flag: "--ow",
    type: "integer",
    min: 1,
    max: 1000,
    default: 100,
  }),
  edit: spec({ name: "edit", flag: "--edit", type: "text", note: "up to 4 URLs; in place of cref and oref" }),
  experimental: spec({ name: "experimental", flag: "--exp", type: "integer", min: 0, max: 100, default: 0 }),
  "quality-v6": spec({
    name: "quality",
    flag: "--q",
    type: "enum",
    values: ["0.25", "0.5", "1", "2"],
    default: "1",
  }),
  "quality-v7": spec({ name: "quality", flag: "--q", type: "enum", values: ["1", "2", "4"], default: "1" }),
  hd: spec({ name: "hd", flag: "--hd", type: "flag", note: "2048 pixels; ratios up to 4:1" }),
  sd: spec({ name: "sd", flag: "--sd", type: "flag", note: "1024 pixels" }),
  draft: spec({ name: "draft", flag: "--draft", type: "flag" }),
  seed: spec({ name: "seed", flag: "--seed", type: "integer", min: 0, max: 4294967295 }),
  tile: spec({ name: "tile", flag: "--tile", type: "flag" }),
  personalize: spec({
    name: "personalize",
    flag: "--p",
    type: "text",
    note: 'a profile or moodboard code, or "default" for the account\'s own',
  }),
  repeat: spec({ name: "repeat", flag: "--r", type: "integer", min: 2, max: 40 }),
  stop: spec({ name: "stop", flag: "--stop", type: "integer", min: 10, max: 100, default: 100 }),
} as const satisfies { readonly [key: string]: ParameterSpec };
