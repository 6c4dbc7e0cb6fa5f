import { ImpromptError } from "../../base/error.js";
import { MAX_WEIGHT, MIN_WEIGHT } from "../build.js";
import type { SimpleEdit } from "../edit.js";
import { isFacet } from "../facets.js";
import type { Blueprint, Term } from "../types.js";
import { placeOf } from "./place.js";

function refuse(message: string): never {
  throw new ImpromptError("invalid-option", message);
}

function checkWeight(weight: number): void {
  if (!(weight >= MIN_WEIGHT && weight <= MAX_WEIGHT)) {
    refuse(`a weight is a number from ${MIN_WEIGHT} to ${MAX_WEIGHT}, not ${weight}`);
  }
}

function checkText(text: string): void {
  if (text === "") refuse("a term needs words");
}

function checkFacet(name: string): void {
  if (!isFacet(name)) refuse(`"${name}" is no facet`);
}

function checkTerm(term: Term): void {
  if (term.id === "") refuse("a term needs an id");
  checkFacet(term.facet);
  if (!(term.confidence >= 0 && term.confidence <= 1)) refuse("a confidence is a number from 0 to 1");
  checkText(term.text);
  checkWeight(term.weight);
}

function checkFree(blueprint: Blueprint, id: string): void {
  if (blueprint.terms.some((term) => term.id === id)) refuse(`a term has the id "${id}" already`);
}

function inserted(terms: readonly Term[], term: Term, at: number): Term[] {
  if (!(Number.isInteger(at) && at >= 0)) refuse(`a place is a whole number from 0, not ${at}`);
  return terms.toSpliced(at, 0, term);
}

function moved(blueprint: Blueprint, edit: SimpleEdit & { readonly kind: "move" }): Term[] {
  const { term, index } = placeOf(blueprint, edit.id);
  const facet = edit.facet ?? term.facet;
  checkFacet(facet);
  const guess = edit.facet === "artist" ? { hypothesis: true } : {};
  return inserted(blueprint.terms.toSpliced(index, 1), { ...term, facet, ...guess }, edit.at ?? index);
}

function pinned(term: Term, edit: SimpleEdit & { readonly kind: "pin" }): Term {
  const { pinned: _, ...rest } = term;
  return edit.pinned ? { ...rest, pinned: true } : rest;
}

function substituted(blueprint: Blueprint, edit: SimpleEdit & { readonly kind: "substitute" }): Term {
  checkTerm(edit.term);
  if (edit.term.id !== edit.id) checkFree(blueprint, edit.term.id);
  return edit.term;
}

/** What becomes of the one term that the edit names. */
function changed(blueprint: Blueprint, term: Term, edit: SimpleEdit): Term {
  switch (edit.kind) {
    case "replace":
      checkText(edit.text);
      return { ...term, text: edit.text };
    case "weigh":
      checkWeight(edit.weight);
      return { ...term, weight: edit.weight };
    case "pin":
      return pinned(term, edit);
    case "substitute":
      return substituted(blueprint, edit);
    case "exclude":
    case "include":
      return { ...term, polarity: edit.kind };
    default:
      return term;
  }
}

/**
 * The blueprint after one edit that is no batch; a valid blueprint stays valid.
 *
 * @throws ImpromptError `invalid-option` when the edit names an unknown term, uses an id twice or holds a value out
 *   of range
 */
export function change(blueprint: Blueprint, edit: SimpleEdit): Blueprint {
  const { terms } = blueprint;
  switch (edit.kind) {
    case "swatches":
      return { ...blueprint, palette: edit.swatches };
    case "frame":
      if (![edit.frame.width, edit.frame.height].every((side) => Number.isInteger(side) && side > 0)) {
        refuse("a frame's sides are whole numbers from 1");
      }
      return { ...blueprint, frame: edit.frame };
    case "add":
      checkTerm(edit.term);
      checkFree(blueprint, edit.term.id);
      return { ...blueprint, terms: inserted(terms, edit.term, edit.at ?? terms.length) };
    case "remove":
      return { ...blueprint, terms: terms.toSpliced(placeOf(blueprint, edit.id).index, 1) };
    case "move":
      return { ...blueprint, terms: moved(blueprint, edit) };
    default: {
      const { term, index } = placeOf(blueprint, edit.id);
      return { ...blueprint, terms: terms.with(index, changed(blueprint, term, edit)) };
    }
  }
}
