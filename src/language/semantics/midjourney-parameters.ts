/** The versions whose parameters are known, oldest first, Niji's behind. */
export const MIDJOURNEY_VERSIONS = [
  "5",
  "5.1",
  "5.2",
  "6",
  "6.1",
  "7",
  "8.1",
  "8.2",
  "niji5",
  "niji6",
  "niji7",
] as const;

export type MidjourneyVersion = (typeof MIDJOURNEY_VERSIONS)[number];

/** How much of what stands behind a flag is its value. "many" and "words" go on to the next flag. */
type Arity = "none" | "one" | "many" | "words";

interface Rule {
  /** All versions when absent. */
  readonly versions?: readonly MidjourneyVersion[];
  readonly min?: number;
  readonly max?: number;
  readonly values?: readonly string[];
}

/** A parameter under its long name. */
export interface MidjourneyParameter {
  readonly name: string;
  /** Every way to write it, without the hyphens; lower case. */
  readonly flags: readonly string[];
  readonly arity: Arity;
  /** The first rule that names a version holds for it; a version that none names lacks the parameter. */
  readonly rules: readonly Rule[];
}

const V8: readonly MidjourneyVersion[] = ["8.1", "8.2"];
const V6: readonly MidjourneyVersion[] = ["6", "6.1", "niji6"];
const V5: readonly MidjourneyVersion[] = ["5", "5.1", "5.2", "niji5"];
const FROM_5_1: readonly MidjourneyVersion[] = ["5.1", "5.2", "6", "6.1", "7", ...V8, "niji6", "niji7"];
const FROM_6: readonly MidjourneyVersion[] = [...V6, "7", ...V8, "niji7"];

function parameter(
  flags: string,
  arity: Arity,
  ...rules: readonly Rule[]
): MidjourneyParameter & { readonly flags: readonly [string, ...string[]] } {
  const [name = "", ...others] = flags.split(" ");
  return { name, flags: [name, ...others], arity, rules: rules.length === 0 ? [{}] : rules };
}

/**
 * @source docs.midjourney.com's parameter list as others quote it in September 2026; --niji, --version, --style,
 * --turbo and their like from the same list, without ranges
 */
export const MIDJOURNEY_PARAMETERS: readonly MidjourneyParameter[] = [
  parameter("aspect ar", "one"),
  parameter("raw", "none", { versions: FROM_5_1 }),
  parameter("style", "one"),
  parameter("stylize s", "one", { min: 0, max: 1000 }),
  parameter("chaos c", "one", { min: 0, max: 100 }),
  parameter("weird w", "one", { min: 0, max: 3000 }),
  parameter("no", "words"),
  parameter(
    "iw",
    "one",
    { versions: [...V6, "7", ...V8], min: 0, max: 3 },
    { versions: V5, min: 0, max: 2 },
    { versions: ["niji7"] },
  ),
  parameter("sref", "many", { versions: FROM_6 }),
  parameter("sw", "one", { versions: FROM_6, min: 0, max: 1000 }),
  parameter("sv", "one", { versions: ["7"], min: 1, max: 6 }, { versions: FROM_6 }),
  parameter("cref", "many", { versions: V6 }),
  parameter("cw", "one", { versions: V6, min: 0, max: 100 }),
  parameter("oref", "many", { versions: ["7"] }),
  parameter("ow", "one", { versions: ["7"], min: 1, max: 1000 }),
  parameter("edit", "many", { versions: V8 }),
  parameter("exp", "one", { versions: ["7", ...V8], min: 0, max: 100 }),
  parameter(
    "quality q",
    "one",
    { versions: ["7"], values: ["1", "2", "4"] },
    { versions: V6, min: 0.25, max: 2 },
    { versions: V5 },
    { versions: ["niji7"] },
  ),
  parameter("hd", "none", { versions: V8 }),
  parameter("sd", "none", { versions: V8 }),
  parameter("draft", "none", { versions: ["7", ...V8] }),
  parameter("seed", "one", { min: 0, max: 4_294_967_295 }),
  parameter("tile", "none"),
  parameter("profile p personalize", "many", { versions: FROM_6 }),
  parameter("repeat r", "one", { min: 2, max: 40 }),
  parameter("stop", "one", { min: 10, max: 100 }),
  parameter("version v", "one", { values: ["5", "5.1", "5.2", "6", "6.0", "6.1", "7", "8", "8.1", "8.2"] }),
  parameter("niji", "one", { values: ["5", "6", "7"] }),
  parameter("fast", "none"),
  parameter("relax", "none"),
  parameter("turbo", "none"),
  parameter("stealth", "none"),
  parameter("public", "none"),
  parameter("video", "none"),
];

const BY_FLAG: ReadonlyMap<string, MidjourneyParameter> = new Map(
  MIDJOURNEY_PARAMETERS.flatMap((item) => item.flags.map((flag) => [flag, item] as const)),
);

/** The parameter that a flag without its hyphens calls, whatever its case. */
export function midjourneyParameter(flag: string): MidjourneyParameter | undefined {
  return BY_FLAG.get(flag.toLowerCase());
}

const NUMBER = /^-?(?:\d{1,12}(?:\.\d{1,6})?|\.\d{1,6})$/u;

/** What is wrong with a parameter's value for a version, as a sentence's end; undefined when nothing is. */
export function midjourneyFault(
  { name, arity, rules }: MidjourneyParameter,
  value: string,
  version: MidjourneyVersion,
): string | undefined {
  const rule = rules.find(({ versions }) => versions?.includes(version) ?? true);
  if (rule === undefined) return `is not known to version ${version}`;
  if (arity === "none") return value === "" ? undefined : "takes no value";
  if (value === "") return name === "profile" || name === "niji" ? undefined : "needs a value";
  if (value.includes("{")) return undefined;
  if (name === "aspect") {
    return /^[1-9]\d{0,4}:[1-9]\d{0,4}$/u.test(value) ? undefined : "takes two whole numbers, as in 16:9";
  }
  if (rule.values !== undefined) {
    return rule.values.includes(value) ? undefined : `takes one of ${rule.values.join(", ")}`;
  }
  if (rule.min === undefined || rule.max === undefined) return undefined;
  const number = NUMBER.test(value) ? Number(value) : Number.NaN;
  return number >= rule.min && number <= rule.max ? undefined : `goes from ${rule.min} to ${rule.max}`;
}
