import type { DescribeOptions } from "../app/describe.js";
import { ImpromptError } from "../base/error.js";
import type { Facet } from "../blueprint/facets.js";
import { FACETS, isFacet } from "../blueprint/facets.js";
import type { ReadLimits } from "../runtime/node.js";
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

export interface DescribeFlags extends LimitFlags, OutputFlags, VocabularyFlags {
  readonly target?: readonly string[];
  readonly subject?: string;
  readonly styleOnly?: boolean;
  readonly set?: readonly string[];
  readonly drop?: readonly string[];
  readonly minConfidence: string;
}

/** What a person gets who names no target: one of each grammar. */
export const DEFAULT_TARGETS: readonly string[] = ["midjourney", "sdxl", "flux"];

function wrong(flag: string, value: string, hint: string): ImpromptError {
  return new ImpromptError("invalid-option", `${flag} does not take "${value}"`, { hint });
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
    throw wrong(flag, value, "Give a positive number, with a unit if you like: 64MiB, 100MP.");
  return Math.floor(count);
}

function parseNumber(flag: string, value: string, low: number, high: number): number {
  const number = value.trim() === "" ? Number.NaN : Number(value);
  if (!(number >= low && number <= high)) throw wrong(flag, value, `Give a number from ${low} to ${high}.`);
  return number;
}

function parseFacet(flag: string, name: string): Facet {
  const facet = name.trim().toLowerCase();
  if (!isFacet(facet)) throw wrong(flag, name, `The facets are ${FACETS.join(", ")}.`);
  return facet;
}

function parseSetting(setting: string): { facet: Facet; text: string } {
  const at = setting.indexOf("=");
  const text = setting.slice(at + 1).trim();
  if (at < 1 || text === "")
    throw wrong("--set", setting, 'Write it as facet=text: --set "lighting=soft window light".');
  return { facet: parseFacet("--set", setting.slice(0, at)), text };
}

function splitList(values: readonly string[] | undefined): string[] {
  return (values ?? [])
    .flatMap((value) => value.split(","))
    .map((value) => value.trim())
    .filter((value) => value !== "");
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
    throw wrong("--subject", flags.subject ?? "", "Say in a few words what the picture shows.");
  const targets = splitList(flags.target);
  if (flags.target !== undefined && targets.length === 0) {
    throw wrong("--target", flags.target.join(","), "Name a target, or all; imprompt targets lists them.");
  }
  return {
    targets: targets.length === 0 ? DEFAULT_TARGETS : targets,
    ...(subject === undefined ? {} : { subject }),
    styleOnly: flags.styleOnly === true,
    set: (flags.set ?? []).map(parseSetting),
    drop: splitList(flags.drop).map((name) => parseFacet("--drop", name)),
    minConfidence: parseNumber("--min-confidence", flags.minConfidence, 0, 1),
  };
}
