import * as z from "zod/mini";
import { ImpromptError } from "../../base/error.js";
import { FACETS } from "../facets.js";
import { frameSchema, paletteSchema, termSchema } from "../schema.js";
import { SLOT_NAME } from "./placeholders.js";
import type { Recipe } from "./recipe.js";

const slot = z
  .strictObject({
    name: z.string().check(z.regex(SLOT_NAME)),
    facet: z.enum(FACETS),
    default: z.optional(z.string()),
    required: z.boolean(),
  })
  .check(
    z.refine((value) => !(value.required && value.default !== undefined), {
      message: "a required slot has no default",
      path: ["default"],
    }),
  );

/** The published shape of a recipe, version 1; also `schema/recipe.json`. */
export const recipeSchema: z.ZodMiniType<unknown> = z
  .strictObject({
    version: z.literal(1),
    name: z.string().check(z.minLength(1)),
    terms: z.array(termSchema),
    slots: z.array(slot),
    palette: paletteSchema,
    frame: z.optional(frameSchema),
  })
  .check(
    z.refine((value) => new Set(value.slots.map(({ name }) => name)).size === value.slots.length, {
      message: "two slots have the same name",
      path: ["slots"],
    }),
  )
  .check(
    z.refine(
      (value) => new Set((value.terms as Recipe["terms"]).map(({ id }) => id)).size === value.terms.length,
      {
        message: "two terms have the same id",
        path: ["terms"],
      },
    ),
  );

/**
 * A recipe from outside, checked once.
 *
 * @throws ImpromptError `invalid-blueprint`, naming the first path that is wrong
 */
export function parseRecipe(value: unknown): Recipe {
  const result = recipeSchema.safeParse(value);
  if (result.success) return result.data as Recipe;
  const issue = result.error.issues[0];
  const where = issue === undefined ? "" : `${issue.path.join(".") || "the document"}: ${issue.message}`;
  throw new ImpromptError("invalid-blueprint", `this is not a recipe (${where})`, {
    hint: "schema/recipe.json tells the shape.",
  });
}
