import { ImpromptError } from "../../base/error.js";
import type { Blueprint, Term } from "../types.js";

export interface Place {
  readonly term: Term;
  readonly index: number;
}

/** @throws ImpromptError `invalid-option` when no term has the id */
export function placeOf(blueprint: Blueprint, id: string): Place {
  const index = blueprint.terms.findIndex((term) => term.id === id);
  const term = blueprint.terms[index];
  if (term === undefined) throw new ImpromptError("invalid-option", `no term has the id "${id}"`);
  return { term, index };
}
