import type { DescribeOptions } from "../app/describe.js";
import { parseFacet, parseNumber, parseSetting, refuseOption, splitList } from "../app/describe-options.js";
import { DEFAULT_TARGETS } from "../app/targets.js";
import type { ReadLimits } from "../runtime/node.js";
import type { EngineFlags } from "./engine-options.js";
import { parseEngine } from "./engine-options.js";
import type { VocabularyFlags } from "./vocabulary.js";

/** Option values as the command line gives them. */
export interface LimitFlags {
  readonly maxBytes: string;
  readonly maxPixels: string;
  readonly timeout: string;
}

export interface OutputFlags {
  readonly json?: boolean;
  readonly out?: string;
}

export interface DescribeFlags extends LimitFlags, OutputFlags, VocabularyFlags, EngineFlags {
  readonly target?: readonly string[];
  readonly subject?: string;
  readonly styleOnly?: boolean;
  readonly set?: readonly string[];
  readonly drop?: readonly string[];
  readonly minConfidence: string;
}

const UNITS: { readonly [unit: string]: number } = {
  "": 1,
  b: 1,
  k: 1e3,
  kb: 1e3,
  m: 1e6,
  mb: 1e6,
  mp: 1e6,
  g: 1e9,
  gb: 1e9,
  kib: 1024,
  mib: 1024 ** 2,
  gib: 1024 ** 3,
};

function parseQuantity(flag: string, value: string): number {
  const match = /^\s*(\d+(?:\.\d+)?)\s*([a-z]*)\s*$/iu.exec(value);
  const factor = UNITS[(match?.[2] ?? "").toLowerCase()];
  const count = Number(match?.[1]) * (factor ?? Number.NaN);
  if (!(count >= 1))
    throw refuseOption(flag, value, "Give a positive number, with a unit if you like: 64MiB, 100MP.");
  return Math.floor(count);
}

/** @throws ImpromptError `invalid-option` */
export function parseLimits(flags: LimitFlags): ReadLimits {
  return {
    maxBytes: parseQuantity("--max-bytes", flags.maxBytes),
    maxPixels: parseQuantity("--max-pixels", flags.maxPixels),
    timeoutMs: parseNumber("--timeout", flags.timeout, 0.1, 3600) * 1000,
  };
}

/** @throws ImpromptError `invalid-option` */
export function parseDescribe(
  flags: DescribeFlags,
): DescribeOptions & { readonly targets: readonly string[] } {
  const subject = flags.subject?.trim();
  if (subject === "")
    throw refuseOption("--subject", flags.subject ?? "", "Say in a few words what the picture shows.");
  const targets = splitList(flags.target);
  if (flags.target !== undefined && targets.length === 0) {
    throw refuseOption(
      "--target",
      flags.target.join(","),
      "Name a target, or all; imprompt targets lists them.",
    );
  }
  return {
    ...parseEngine(flags),
    targets: targets.length === 0 ? DEFAULT_TARGETS : targets,
    ...(targets.length === 0 ? {} : { modelFor: targets }),
    ...(subject === undefined ? {} : { subject }),
    styleOnly: flags.styleOnly === true,
    set: (flags.set ?? []).map((setting) => parseSetting("--set", setting)),
    drop: splitList(flags.drop).map((name) => parseFacet("--drop", name)),
    minConfidence: parseNumber("--min-confidence", flags.minConfidence, 0, 1),
  };
}
