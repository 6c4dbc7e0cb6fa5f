import { createBlueprint } from "../blueprint/build.js";
import type { Recipe, Slot } from "../blueprint/recipe/recipe.js";
import { recipeOf } from "../blueprint/recipe/recipe-of.js";
import type { StyleConsensus } from "../blueprint/style/consensus.js";
import { distil } from "../blueprint/style/distil.js";
import type { Blueprint } from "../blueprint/types.js";
import { figuresOf } from "./figures.js";

/** One picture or prompt that a style is distilled from, as it was described. */
export interface StyleSource {
  readonly name: string;
  readonly blueprint: Blueprint;
  /** What was measured; a description's own `measurements`. */
  readonly measurements?: { readonly [id: string]: unknown } | undefined;
}

export interface DistilledStyle {
  readonly consensus: StyleConsensus;
  readonly recipe: Recipe;
  /** The recipe with its slots still open, for a look at its prompts. */
  readonly preview: Blueprint;
}

/** What is left open where nobody says it. */
export const DEFAULT_SLOTS: readonly Slot[] = [{ name: "subject", facet: "subject", required: true }];

/**
 * What references share, as a recipe.
 *
 * @throws ImpromptError `invalid-option` for a count that `distil` refuses, or a slot that is misnamed
 */
export function styleOf(
  sources: readonly StyleSource[],
  slots: readonly Slot[],
  name: string,
): DistilledStyle {
  const consensus = distil(
    sources.map(({ name: called, blueprint, measurements }) => ({
      name: called,
      blueprint,
      ...(measurements === undefined ? {} : { measurements: figuresOf(measurements) }),
    })),
  );
  const recipe = recipeOf(consensus, slots, name);
  const { terms, palette, frame } = recipe;
  return { consensus, recipe, preview: createBlueprint({ frame: frame ?? consensus.frame, palette, terms }) };
}
