import { ImpromptError } from "../../base/error.js";
import { clamp, round } from "../../base/number.js";
import { MAX_WEIGHT, MIN_WEIGHT } from "../build.js";
import type { Edit } from "../edit.js";
import type { Blueprint } from "../types.js";
import { termNamed } from "./term-named.js";

/**
 * The edit that gives a phrase, named by its id or words, a weight; kept within 0.05 to 3, three decimals.
 *
 * @throws ImpromptError `invalid-option` when there is no such phrase or the weight is no number
 */
export function weigh(blueprint: Blueprint, name: string, weight: number): Edit {
  if (!Number.isFinite(weight))
    throw new ImpromptError("invalid-option", `a weight is a number, not ${weight}`);
  const { id } = termNamed(blueprint, name);
  return { kind: "weigh", id, weight: round(clamp(weight, MIN_WEIGHT, MAX_WEIGHT), 3) };
}
