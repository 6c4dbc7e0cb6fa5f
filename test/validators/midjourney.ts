import type { Prompt } from "../../src/dialects/types.js";

const V8 = ["8.2", "8.1"];
const V7_UP = [...V8, "7"];
const LEGACY = ["6.1", "niji6"];
const ALL = [...V7_UP, ...LEGACY, "niji7"];

interface Rule {
  readonly versions: readonly string[];
  readonly takes: (value: string, version: string) => boolean;
}

function whole(min: number, max: number, versions: readonly string[] = ALL): Rule {
  return { versions, takes: (value) => /^\d+$/u.test(value) && Number(value) >= min && Number(value) <= max };
}
function bare(versions: readonly string[] = ALL): Rule {
  return { versions, takes: (value) => value === "" };
}
function links(most: number, versions: readonly string[]): Rule {
  return {
    versions,
    takes: (value) => {
      const items = value.split(" ");
      return items.length <= most && items.every((item) => /^(?:https?:\/\/\S+|random|\d+)$/u.test(item));
    },
  };
}

const QUALITIES: { readonly [version: string]: readonly string[] } = {
  "7": ["1", "2", "4"],
  "6.1": ["0.25", ".25", "0.5", ".5", "1", "2"],
};

/** The parameter list of the vendor's article, by version; the order is the one that we promise. */
const RULES: { readonly [flag: string]: Rule } = {
  ar: {
    versions: ALL,
    takes: (value) => {
      const [width = 0, height = 0] = /^[1-9]\d*:[1-9]\d*$/u.test(value) ? value.split(":").map(Number) : [];
      return width > 0 && width / height <= 14 && height / width <= 14;
    },
  },
  raw: bare(),
  s: whole(0, 1000),
  c: whole(0, 100),
  w: whole(0, 3000),
  no: { versions: ALL, takes: (value) => value.split(",").every((item) => item.trim() !== "") },
  iw: { versions: ALL, takes: (value) => /^\d(?:\.\d+)?$/u.test(value) && Number(value) <= 3 },
  sref: links(99, ALL),
  sw: whole(0, 1000),
  sv: whole(1, 6, ["7"]),
  cref: links(99, LEGACY),
  cw: whole(0, 100, LEGACY),
  oref: links(1, ["7"]),
  ow: whole(1, 1000, ["7"]),
  edit: links(4, V8),
  exp: whole(0, 100, V7_UP),
  q: { versions: ["7", "6.1"], takes: (value, version) => QUALITIES[version]?.includes(value) === true },
  hd: bare(V8),
  sd: bare(V8),
  draft: bare(["7"]),
  stop: whole(10, 100, LEGACY),
  seed: whole(0, 4294967295),
  tile: bare(),
  p: { versions: ALL, takes: (value) => /^[\w ]*$/u.test(value) },
  r: whole(2, 40),
  v: { versions: ["8.1", "7", "6.1"], takes: (value, version) => value === version },
  niji: { versions: ["niji7", "niji6"], takes: (value, version) => `niji${value}` === version },
};
const ORDER = Object.keys(RULES);

interface Parsed {
  readonly words: string;
  readonly flags: readonly (readonly [string, string])[];
}

/** Image links and words before the first "--", then each flag with all that follows it. */
function parse(text: string): Parsed {
  const [words = "", ...rest] = text.startsWith("--")
    ? ["", ...text.slice(2).split(/\s--/u)]
    : text.split(/\s--/u);
  return {
    words,
    flags: rest.map((part) => {
      const space = part.indexOf(" ");
      return space < 0 ? [part, ""] : [part.slice(0, space), part.slice(space + 1)];
    }),
  };
}

function validateFlags(flags: Parsed["flags"], version: string): string[] {
  const found: string[] = [];
  const places = flags.map(([name]) => ORDER.indexOf(name));
  if (places.some((place, index) => index > 0 && place <= (places[index - 1] ?? -1))) {
    found.push("flags are repeated or out of order");
  }
  for (const [name, value] of flags) {
    const rule = RULES[name];
    if (rule === undefined) found.push(`unknown flag --${name}`);
    else if (!rule.versions.includes(version)) found.push(`--${name} is not for ${version}`);
    else if (!rule.takes(value, version)) found.push(`--${name} ${value} is not taken`);
    if (value !== value.trim() || /[.,;]$/u.test(value)) found.push(`punctuation after --${name}`);
  }
  const given = new Map(flags);
  const wanted = version === "8.2" ? undefined : version.startsWith("niji") ? "niji" : "v";
  if (wanted !== undefined && !given.has(wanted)) found.push(`the version is not said by --${wanted}`);
  if (given.has("hd")) {
    const [width = 1, height = 1] = (given.get("ar") ?? "1:1").split(":").map(Number);
    if (Math.max(width / height, height / width) > 4) found.push("--hd goes to 4:1 only");
    if (given.has("sd")) found.push("--hd and --sd exclude each other");
  }
  if (given.has("oref") && (given.has("draft") || given.get("q") === "4"))
    found.push("--oref excludes --draft, --q 4");
  return found;
}

function validateWords(words: string, version: string): string[] {
  const found: string[] = [];
  const text = words.replace(/^(?:https?:\/\/\S+\.(?:png|gif|webp|jpe?g)(?:\s|$))+/u, "");
  if (/https?:\/\//u.test(text)) found.push("a link among the words");
  if (/--|[—―]/u.test(text)) found.push("dashes that would start a parameter");
  if (/[{}]/u.test(text)) found.push("braces permute");
  if (text.split('"').length % 2 === 0) found.push("a quotation mark stays open");
  if (/[,;]\s*$/u.test(text)) found.push("a comma before the parameters");
  const marks = [...text.matchAll(/::(\S*)/gu)].map((match) => match[1] ?? "");
  if (marks.length === 0) return found;
  if (!LEGACY.includes(version)) found.push(`:: is not read by ${version}`);
  const weights = marks.map((mark) => (/^-?\d+(?:\.\d+)?$/u.test(mark) ? Number(mark) : Number.NaN));
  if (!(weights.reduce((sum, weight) => sum + weight, 0) > 0)) found.push("weights do not sum above 0");
  if (!/::\S+\s*$/u.test(text)) found.push("the last part of a multi-prompt has no weight");
  return found;
}

export function validate(prompt: Prompt, version: string): string[] {
  const { words, flags } = parse(prompt.text);
  const found = [...validateWords(words, version), ...validateFlags(flags, version)];
  if (Array.from(prompt.text).length > 8192) found.push("more than 8192 characters");
  if (/[\r\n\t]| {2}|^\s|\s$/u.test(prompt.text)) found.push("line breaks or stray spaces");
  if (prompt.negative !== null) found.push("Midjourney has no negative field");
  return found;
}
