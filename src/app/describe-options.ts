import { ImpromptError } from "../base/error.js";
import type { Facet } from "../blueprint/facets.js";
import { FACETS, isFacet } from "../blueprint/facets.js";

/** The refusal of an option's value, in the same words at every door; `option` is its name there. */
export function refuseOption(option: string, value: string, hint: string): ImpromptError {
  return new ImpromptError("invalid-option", `${option} does not take "${value}"`, { hint });
}

/** @throws ImpromptError `invalid-option` for a name that is no facet's */
export function parseFacet(option: string, name: string): Facet {
  const facet = name.trim().toLowerCase();
  if (!isFacet(facet)) throw refuseOption(option, name, `The facets are ${FACETS.join(", ")}.`);
  return facet;
}

/** "lighting=soft window light" in its two halves. @throws ImpromptError `invalid-option` */
export function parseSetting(
  option: string,
  setting: string,
): { readonly facet: Facet; readonly text: string } {
  const at = setting.indexOf("=");
  const text = setting.slice(at + 1).trim();
  if (at < 1 || text === "") {
    throw refuseOption(option, setting, `Write it as facet=text: ${option} "lighting=soft window light".`);
  }
  return { facet: parseFacet(option, setting.slice(0, at)), text };
}

/** A number within a range, both ends included. @throws ImpromptError `invalid-option` */
export function parseNumber(option: string, value: string, low: number, high: number): number {
  const number = value.trim() === "" ? Number.NaN : Number(value);
  if (!(number >= low && number <= high)) {
    throw refuseOption(option, value, `Give a number from ${low} to ${high}.`);
  }
  return number;
}

/** One of a closed list, whatever its case. @throws ImpromptError `invalid-option` */
export function parseChoice<Choice extends string>(
  option: string,
  value: string,
  choices: readonly Choice[],
): Choice {
  const wanted = value.trim().toLowerCase();
  const choice = choices.find((each) => each === wanted);
  if (choice === undefined) throw refuseOption(option, value, `Choose among ${choices.join(", ")}.`);
  return choice;
}

/** The entries of comma-separated lists, blanks left out. */
export function splitList(values: readonly string[] | undefined): string[] {
  return (values ?? [])
    .flatMap((value) => value.split(","))
    .map((value) => value.trim())
    .filter((value) => value !== "");
}
