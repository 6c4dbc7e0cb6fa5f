import type { ParameterSpec } from "../capabilities.js";
import type { ParameterSettings, ParameterValue } from "../types.js";

interface FlagName {
  /** Our name of the parameter. */
  readonly name: string;
  /** As Midjourney spells it, the shortest first, as we print it. */
  readonly flags: readonly string[];
  readonly type: ParameterSpec["type"];
  /** Takes all words up to the next flag; others take one. */
  readonly wordy?: true;
}

/** In the order in which they are printed. `--no` is no parameter here: its words are exclusions. */
const FLAGS: readonly FlagName[] = [
  { name: "aspect-ratio", type: "text", flags: ["ar", "aspect"] },
  { name: "raw", type: "flag", flags: ["raw"] },
  { name: "style", type: "text", flags: ["style"] },
  { name: "stylize", type: "number", flags: ["s", "stylize"] },
  { name: "chaos", type: "number", flags: ["c", "chaos"] },
  { name: "weird", type: "number", flags: ["w", "weird"] },
  { name: "image-weight", type: "number", flags: ["iw"] },
  { name: "style-reference", type: "text", flags: ["sref"], wordy: true },
  { name: "style-weight", type: "number", flags: ["sw"] },
  { name: "style-version", type: "number", flags: ["sv"] },
  { name: "character-reference", type: "text", flags: ["cref"], wordy: true },
  { name: "character-weight", type: "number", flags: ["cw"] },
  { name: "omni-reference", type: "text", flags: ["oref"], wordy: true },
  { name: "omni-weight", type: "number", flags: ["ow"] },
  { name: "edit", type: "text", flags: ["edit"], wordy: true },
  { name: "experimental", type: "number", flags: ["exp"] },
  { name: "quality", type: "number", flags: ["q", "quality"] },
  { name: "hd", type: "flag", flags: ["hd"] },
  { name: "sd", type: "flag", flags: ["sd"] },
  { name: "draft", type: "flag", flags: ["draft"] },
  { name: "seed", type: "number", flags: ["seed"] },
  { name: "tile", type: "flag", flags: ["tile"] },
  { name: "personalize", type: "text", flags: ["p", "profile", "personalize"], wordy: true },
  { name: "repeat", type: "number", flags: ["r", "repeat"] },
  { name: "stop", type: "number", flags: ["stop"] },
  { name: "version", type: "text", flags: ["v", "version"] },
  { name: "niji", type: "text", flags: ["niji"] },
];

const BY_FLAG: ReadonlyMap<string, FlagName> = new Map(
  FLAGS.flatMap((entry) => entry.flags.map((flag) => [flag, entry] as const)),
);

/** Midjourney's parameters of all versions, without their ranges, under our names. */
export const MIDJOURNEY_PARAMETERS: readonly Pick<ParameterSpec, "name" | "type">[] = FLAGS.filter(
  ({ name }) => name !== "niji",
).map(({ name, type }) => ({ name, type }));

export interface ReadFlag {
  readonly name: string;
  readonly value: ParameterValue;
}

function valueOf(text: string): ParameterValue {
  if (text === "") return true;
  return /^-?(?:\d{1,15}(?:\.\d{1,6})?|\.\d{1,6})$/u.test(text) ? Number(text) : text;
}

/**
 * What a flag without its dashes says, under our name: `--style raw` is raw, `--niji 6` the version "niji6", a bare
 * `--p` the account's own. Undefined for a flag that no version knows.
 */
export function readFlag(flag: string, written: string): ReadFlag | undefined {
  const known = BY_FLAG.get(flag.toLowerCase());
  if (known === undefined) return undefined;
  const clean = written.replace(/[\s,;.]+$/u, "");
  const [first = ""] = clean.split(/\s+/u, 1);
  const value = known.wordy === true ? clean : first;
  const { name } = known;
  if (name === "niji") return { name: "version", value: `niji${value}` };
  if (name === "version") return { name, value };
  if (name === "style" && value.toLowerCase() === "raw") return { name: "raw", value: true };
  if (name === "personalize") return { name, value: value === "" ? "default" : value };
  return { name, value: valueOf(value) };
}

/** The parameters' part of a prompt; what is no parameter of Midjourney is left out. */
export function printFlagsOf(settings: ParameterSettings): string {
  return FLAGS.flatMap(({ name, flags: [flag = ""] }) => {
    const value = settings[name];
    if (value === undefined || value === false) return [];
    if (name === "version" && String(value).startsWith("niji")) {
      return [`--niji ${String(value).slice("niji".length)}`.trim()];
    }
    return [value === true || value === "default" ? `--${flag}` : `--${flag} ${value}`];
  }).join(" ");
}
