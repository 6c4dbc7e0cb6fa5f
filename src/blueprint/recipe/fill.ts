import { ImpromptError } from "../../base/error.js";
import type { Warning } from "../../base/warning.js";
import type { TermDraft } from "../build.js";
import { createBlueprint } from "../build.js";
import { normaliseDrafts } from "../normalise.js";
import { placeTerms } from "../place-terms.js";
import type { Blueprint, Evidence, Frame, Term } from "../types.js";
import type { Piece } from "./placeholders.js";
import { scanPlaceholders } from "./placeholders.js";
import type { Recipe, Slot } from "./recipe.js";

/** The frame of a recipe that has none: square, as generators start out. */
const SQUARE: Frame = { width: 1024, height: 1024 };

export interface Filled {
  readonly blueprint: Blueprint;
  readonly warnings: readonly Warning[];
}

interface Answer {
  /** Empty for an optional slot without value or default. */
  readonly text: string;
  readonly evidence: Evidence;
}

interface Filling {
  readonly recipe: Recipe;
  readonly values: ReadonlyMap<string, string>;
  readonly slots: ReadonlyMap<string, Slot>;
}

function missing(names: readonly string[], recipe: Recipe): never {
  const [first = ""] = names;
  const list = names.map((name) => `"${name}"`).join(", ");
  throw new ImpromptError("invalid-option", `the recipe needs a value for ${list}`, {
    where: recipe.name,
    hint: `Say what "${first}" is to be.`,
  });
}

/** The value, else the default in the text, else the slot's; nothing when one has to be given and is not. */
function answer({ recipe, values, slots }: Filling, name: string, inline?: string): Answer | undefined {
  const value = values.get(name)?.trim() ?? "";
  const note = `slot "${name}"`;
  if (value !== "") return { text: value, evidence: { source: "user", note } };
  const slot = slots.get(name);
  const fallback = inline ?? slot?.default ?? (slot === undefined || slot.required ? undefined : "");
  return fallback === undefined
    ? undefined
    : { text: fallback, evidence: { source: `recipe:${recipe.name}`, note: `${note}, as it stands` } };
}

/** A term with its places filled; nothing when no word is left, or only an unfilled place was there. */
function fillTerm(
  filling: Filling,
  term: Term,
  pieces: readonly Piece[],
  lacking: Set<string>,
): TermDraft | undefined {
  const evidence = [...term.evidence];
  let empty = pieces.some(({ kind }) => kind === "place");
  const text = pieces.map((piece) => {
    if (piece.kind === "words") return piece.text;
    const given = answer(filling, piece.name, piece.default);
    if (given === undefined) lacking.add(piece.name);
    if (given === undefined || given.text === "") return "";
    empty = false;
    evidence.push(given.evidence);
    return given.text;
  });
  return empty ? undefined : { ...term, text: text.join(""), evidence };
}

/**
 * The recipe's blueprint with these values in its slots, normal in form. A value stands for its slot in every
 * text, word for word; a slot that no text has a place for becomes a phrase of its facet. A term whose places all
 * stay empty is left out. Values are the user's word, defaults the recipe's, as evidence. A name in a text that
 * is no slot is a required one, unless it has a default there. Values that no slot takes are warned of.
 *
 * @throws ImpromptError `invalid-option` naming every required slot without a value
 */
export function fill(recipe: Recipe, values: { readonly [name: string]: string }): Filled {
  const slots = new Map(recipe.slots.map((slot) => [slot.name, slot]));
  const filling: Filling = { recipe, values: new Map(Object.entries(values)), slots };
  const lacking = new Set<string>();
  const placed = new Set<string>();
  const drafts = recipe.terms.flatMap((term): TermDraft | readonly TermDraft[] => {
    const pieces = scanPlaceholders(term.text);
    for (const piece of pieces) if (piece.kind === "place") placed.add(piece.name);
    return fillTerm(filling, term, pieces, lacking) ?? [];
  });
  for (const { name, facet } of recipe.slots) {
    if (placed.has(name)) continue;
    const given = answer(filling, name);
    if (given === undefined) lacking.add(name);
    else if (given.text !== "") drafts.push({ facet, text: given.text, evidence: [given.evidence] });
  }
  if (lacking.size > 0) missing([...lacking], recipe);
  const warnings = [...filling.values.keys()]
    .filter((name) => !placed.has(name) && !slots.has(name))
    .map((name): Warning => {
      return { code: "option-ignored", message: `the recipe has no slot "${name}"`, where: recipe.name };
    });
  const { frame = SQUARE, palette } = recipe;
  const { terms } = placeTerms([], normaliseDrafts(drafts));
  return { blueprint: { ...createBlueprint({ palette, frame }), terms }, warnings };
}
