import { round } from "../../base/number.js";
import type { Warning } from "../../base/warning.js";
import type { Frame, Reference } from "../../blueprint/types.js";
import { readFlag } from "../../dialects/grammars/midjourney-flags.js";
import type { ParameterSettings, ParameterValue } from "../../dialects/types.js";
import type { Flag, Span } from "../../language/phrase.js";

/** What a prompt says beside its phrases. */
export interface StatedSettings {
  /** By the names of `ParameterSpec`s. */
  readonly parameters: ParameterSettings;
  readonly references: readonly Reference[];
  /** Where each parameter stands in the text. */
  readonly places: { readonly [name: string]: Span };
  readonly warnings: readonly Warning[];
}

/** Names in a generation text of AUTOMATIC1111's kind, in ours. */
const TEXT_NAMES: { readonly [key: string]: string } = {
  steps: "steps",
  sampler: "sampler",
  "schedule type": "scheduler",
  "cfg scale": "cfg-scale",
  seed: "seed",
  "clip skip": "clip-skip",
  size: "size",
};

const ROLES: { readonly [name: string]: { readonly role: Reference["role"]; readonly weight: string } } = {
  "style-reference": { role: "style", weight: "style-weight" },
  "character-reference": { role: "character", weight: "character-weight" },
  "omni-reference": { role: "character", weight: "omni-weight" },
};

/** What a reference's weight of 1 is in Midjourney's own scales. */
const NEUTRAL = 100;
const LINK = /^https?:\/\/\S+$/iu;

function numeric(value: string): ParameterValue {
  return /^-?\d{1,15}(?:\.\d{1,6})?$/u.test(value) ? Number(value) : value;
}

/** Where each flag stands, found in order. */
export function flagPlaces(text: string, flags: readonly Flag[]): (Span | undefined)[] {
  let from = 0;
  return flags.map(({ flag, value }) => {
    const found = new RegExp(`(?:--|[—–])${flag}(?![a-z-])`, "giu");
    found.lastIndex = from;
    const match = found.exec(text);
    if (match === null) return undefined;
    const at = value === "" ? -1 : text.indexOf(value, match.index + match[0].length);
    const end = at < 0 ? match.index + match[0].length : at + value.length;
    from = end;
    return { start: match.index, end };
  });
}

/** Links of a flag as references, with the weight that its sister flag gives all of them; codes stay a parameter. */
function takeReferences(parameters: { [name: string]: ParameterValue }): Reference[] {
  const references: Reference[] = [];
  for (const [name, { role, weight }] of Object.entries(ROLES)) {
    const words = String(parameters[name] ?? "").split(/\s+/u);
    const links = words.filter((word) => LINK.test(word));
    if (links.length === 0) continue;
    const codes = words.filter((word) => !links.includes(word));
    delete parameters[name];
    if (codes.length > 0) parameters[name] = codes.join(" ");
    const given = parameters[weight];
    if (typeof given === "number" && codes.length === 0) delete parameters[weight];
    for (const link of links) {
      const own = /^(.+)::(\d+(?:\.\d+)?)$/u.exec(link);
      const url = own?.[1] ?? link;
      const share = own === null ? given : Number(own[2]) * NEUTRAL;
      references.push({
        role,
        url,
        ...(typeof share === "number" ? { weight: round(share / NEUTRAL, 2) } : {}),
      });
    }
  }
  return references;
}

/** Midjourney's flags and image links as settings and references. */
export function settingsOfFlags(
  text: string,
  flags: readonly Flag[],
  images: readonly string[],
): StatedSettings {
  const parameters: { [name: string]: ParameterValue } = {};
  const places: { [name: string]: Span } = {};
  const warnings: Warning[] = [];
  const found = flagPlaces(text, flags);
  flags.forEach((flag, index) => {
    const span = found[index];
    const at = span === undefined ? {} : { span };
    const read = readFlag(flag.flag, flag.value);
    if (read === undefined) {
      const message = `no version of Midjourney has a parameter --${flag.flag}`;
      warnings.push({ code: "parameter-dropped", message, ...at });
      return;
    }
    parameters[read.name] = read.value;
    if (span !== undefined) places[read.name] = span;
  });
  const references = takeReferences(parameters);
  const weight = parameters["image-weight"];
  if (images.length > 0 && typeof weight === "number") delete parameters["image-weight"];
  const shown = images.map(
    (url): Reference => ({ role: "image", url, ...(typeof weight === "number" ? { weight } : {}) }),
  );
  return { parameters, references: [...shown, ...references], places, warnings };
}

/** The settings behind a generation text; what belongs to the tool alone is told in one warning. */
export function settingsOfText(
  text: string,
  pairs: readonly (readonly [key: string, value: string])[],
): StatedSettings {
  const parameters: { [name: string]: ParameterValue } = {};
  const places: { [name: string]: Span } = {};
  const foreign: string[] = [];
  let from = Math.max(0, text.lastIndexOf("Steps:"));
  const start = from;
  for (const [key, value] of pairs) {
    const at = text.indexOf(`${key}:`, from);
    const held = at < 0 ? -1 : text.indexOf(value, at + key.length);
    const span = held < 0 ? undefined : { start: at, end: held + value.length };
    if (span !== undefined) from = span.end;
    const name = TEXT_NAMES[key.toLowerCase()];
    const size = /^(\d{1,5})x(\d{1,5})$/u.exec(value);
    if (name === undefined || (name === "size" && size === null)) {
      foreign.push(key);
      continue;
    }
    const said =
      name === "size" ? { width: Number(size?.[1]), height: Number(size?.[2]) } : { [name]: numeric(value) };
    Object.assign(parameters, said);
    if (span !== undefined) for (const known of Object.keys(said)) places[known] = span;
  }
  const message = `${foreign.join(", ")}: these belong to the tool and models that made the picture`;
  const warnings: Warning[] =
    foreign.length === 0 ? [] : [{ code: "parameter-dropped", message, span: { start, end: text.length } }];
  return { parameters, references: [], places, warnings };
}

/** Members of structured prompts that have a name of their own among settings. */
const MEMBER_NAMES: { readonly [key: string]: string } = {
  ar: "aspect-ratio",
  cfg: "cfg-scale",
  "guidance-scale": "guidance",
  "num-inference-steps": "steps",
  "num-images": "count",
};

/** Settings that a structured prompt holds under their keys, or that narrow a booru search. */
export function settingsOfMembers(text: string, members: readonly Flag[]): StatedSettings {
  const parameters: { [name: string]: ParameterValue } = {};
  const places: { [name: string]: Span } = {};
  let from = 0;
  for (const { flag, value } of members) {
    const key = (flag.split(".").at(-1) ?? flag).replace(/\[\]/gu, "");
    const kebab = key
      .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, "-")
      .toLowerCase()
      .replace(/[\s_]+/gu, "-");
    const name = MEMBER_NAMES[kebab] ?? kebab;
    const at = text.indexOf(key, from);
    const held = at < 0 ? -1 : text.indexOf(value, at + key.length);
    if (held >= 0) {
      from = held + value.length;
      places[name] = { start: at, end: from };
    }
    parameters[name] = numeric(value);
  }
  return { parameters, references: [], places, warnings: [] };
}

/** Pixels of a frame of which only the ratio is known. */
const AREA = 1024 * 1024;

/** The frame that the settings state: a size, or a ratio at about a megapixel; else 1024x1024. */
export function frameOf(parameters: ParameterSettings): Frame {
  const { width, height, "aspect-ratio": ratio } = parameters;
  if (typeof width === "number" && typeof height === "number" && width >= 1 && height >= 1) {
    return { width: Math.round(width), height: Math.round(height) };
  }
  const sides = typeof ratio === "string" ? /^(\d{1,5}):(\d{1,5})$/u.exec(ratio) : null;
  const [across, down] = [Number(sides?.[1]), Number(sides?.[2])];
  if (!(across > 0 && down > 0)) return { width: 1024, height: 1024 };
  const scale = Math.max(1, Math.round(Math.sqrt(AREA / (across * down))));
  return { width: across * scale, height: down * scale };
}
