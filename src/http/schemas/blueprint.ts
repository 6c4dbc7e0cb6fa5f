import type { z } from "@hono/zod-openapi";
import { ImpromptError } from "../../base/error.js";
import type { Edit } from "../../blueprint/edit.js";
import { editSchema as libraryEdit, parseEdit } from "../../blueprint/editing/schema.js";
import type { Recipe } from "../../blueprint/recipe/recipe.js";
import { recipeSchema as libraryRecipe, parseRecipe } from "../../blueprint/recipe/schema.js";
import {
  blueprintSchema as libraryBlueprint,
  termSchema as libraryTerm,
  parseBlueprint,
} from "../../blueprint/schema.js";
import type { Blueprint, Term } from "../../blueprint/types.js";
import { component } from "./component.js";
import {
  MAX_EVIDENCE,
  MAX_PHRASE,
  MAX_PHRASES,
  MAX_REFERENCES,
  MAX_SLOTS,
  MAX_SWATCHES,
  MAX_TERMS,
} from "./limits.js";

function tooLarge(what: string, most: number): ImpromptError {
  return new ImpromptError("input-too-large", `${what} are more than the ${most} that are taken`, {
    hint: "Send less, or use the library itself, which has no such bound.",
  });
}

function checkCount(holder: object, key: string, what: string, most: number): readonly unknown[] {
  const list: unknown = Reflect.get(holder, key);
  if (!Array.isArray(list)) return [];
  if (list.length > most) throw tooLarge(`its ${what}`, most);
  return list;
}

/** Bounds what is looked at before it is looked at closely. */
function checkSize(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  for (const term of checkCount(value, "terms", "phrases", MAX_TERMS)) {
    if (typeof term === "object" && term !== null) checkCount(term, "evidence", "reasons", MAX_EVIDENCE);
  }
  checkCount(value, "palette", "colors", MAX_SWATCHES);
  checkCount(value, "references", "references", MAX_REFERENCES);
  checkCount(value, "slots", "slots", MAX_SLOTS);
}

/** @throws ImpromptError `input-too-large` for more or longer phrases than are worked on */
export function checkPhrases({ terms }: Pick<Blueprint, "terms">): void {
  if (terms.length > MAX_TERMS) throw tooLarge("its phrases", MAX_TERMS);
  if (terms.some(({ text }) => text.length > MAX_PHRASE))
    throw tooLarge("the characters of a phrase", MAX_PHRASE);
  const characters = terms.reduce((sum, { text }) => sum + text.length, 0);
  if (characters > MAX_PHRASES) throw tooLarge("the characters of its phrases", MAX_PHRASES);
}

function bounded<T extends Pick<Blueprint, "terms">>(parse: (value: unknown) => T): (value: unknown) => T {
  return (value) => {
    checkSize(value);
    const parsed = parse(value);
    checkPhrases(parsed);
    return parsed;
  };
}

/** @throws ImpromptError `invalid-blueprint`, `input-too-large` */
export const blueprintSchema: z.ZodType<Blueprint> = component(
  "Blueprint",
  `The recipe of a picture, version 1: what imprompt describe --json prints under "blueprint". At most ${MAX_TERMS} phrases with ${MAX_PHRASES} characters in all.`,
  libraryBlueprint,
  bounded(parseBlueprint),
);

/** @throws ImpromptError `invalid-blueprint`, `input-too-large` */
export const recipeSchema: z.ZodType<Recipe> = component(
  "Recipe",
  "A master prompt, version 1: a blueprint with open slots, written {name} or {name=default} in its texts.",
  libraryRecipe,
  bounded(parseRecipe),
);

/** @throws ImpromptError `invalid-option` */
export const editSchema: z.ZodType<Edit> = component(
  "Edit",
  "One change of a blueprint as a value. A batch is all or nothing; batches nest at most 8 deep.",
  libraryEdit,
  parseEdit,
);

export const termSchema: z.ZodType<Term> = component(
  "Term",
  "One phrase of a blueprint, with its facet and why it is believed.",
  libraryTerm,
  (value) => libraryTerm.parse(value) as Term,
);
