import { ImpromptError } from "../../base/error.js";
import { meaningOf } from "../meaning.js";
import type { Blueprint, Term } from "../types.js";

/** How many phrases a hint lists. */
const LISTED = 12;

/**
 * The term that a person means by its id or its words; among several of the same meaning one that is included,
 * then the first.
 *
 * @throws ImpromptError `invalid-option` when there is none
 */
export function termNamed(blueprint: Blueprint, name: string): Term {
  const key = meaningOf(name);
  const same = blueprint.terms.filter((term) => meaningOf(term.text) === key);
  const found =
    blueprint.terms.find(({ id }) => id === name) ??
    same.find(({ polarity }) => polarity === "include") ??
    same[0];
  if (found !== undefined) return found;
  const listed = blueprint.terms.slice(0, LISTED).map(({ text }) => `"${text}"`);
  const hint = listed.length === 0 ? "The blueprint is empty." : `It says ${listed.join(", ")}.`;
  throw new ImpromptError("invalid-option", `the blueprint does not say "${name}"`, { hint });
}
