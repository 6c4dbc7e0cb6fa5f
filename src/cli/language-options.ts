import { chooseTargets } from "../app/targets.js";
import { ImpromptError } from "../base/error.js";
import type { OutputFlags } from "./options.js";

/** Options that the commands on blueprints share. */
export interface SourceFlags extends OutputFlags {
  readonly target?: readonly string[];
  readonly from?: string;
}

/** @throws ImpromptError `unknown-target` */
export function parseTargets(names: readonly string[] | undefined): Promise<readonly string[]> {
  return chooseTargets((names ?? []).flatMap((name) => name.split(",")));
}

/** @throws ImpromptError `invalid-option` outside the range or for no whole number */
export function parseWhole(flag: string, value: string, low: number, high: number): number {
  const number = /^\d+$/u.test(value.trim()) ? Number(value) : Number.NaN;
  if (number >= low && number <= high) return number;
  throw new ImpromptError("invalid-option", `${flag} does not take "${value}"`, {
    hint: `Give a whole number from ${low} to ${high}.`,
  });
}

/** The names of a comma-separated option, each one of `known`. @throws ImpromptError `invalid-option` */
export function parseNames<T extends string>(flag: string, value: string, known: readonly T[]): T[] {
  return value
    .split(",")
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== "")
    .map((name) => {
      const found = known.find((one) => one === name);
      if (found !== undefined) return found;
      throw new ImpromptError("invalid-option", `${flag} does not take "${name}"`, {
        hint: `Choose among ${known.join(", ")}.`,
      });
    });
}
