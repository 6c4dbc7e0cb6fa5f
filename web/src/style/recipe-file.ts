import type { Recipe } from "imprompt/core";
import { ImpromptError, parseRecipe } from "imprompt/core";
import { stemOf } from "../state/stem";

type Opened =
  | { readonly kind: "opened"; readonly recipe: Recipe }
  | { readonly kind: "refused"; readonly message: string };

/** "Rainy neon" is rainy-neon.imprompt-recipe.json; letters and digits of any script stay. */
export function fileNameOf(name: string, ending: string): string {
  return `${stemOf(name.toLowerCase(), "recipe")}.${ending}`;
}

export function writeRecipe(recipe: Recipe): string {
  return `${JSON.stringify(recipe, null, 2)}\n`;
}

/** A recipe file's text as a recipe, or why it is none. */
export function readRecipe(text: string, fileName: string): Opened {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return {
      kind: "refused",
      message: `${fileName}: this is no JSON. Choose a file that was saved here or by imprompt style --save.`,
    };
  }
  try {
    return { kind: "opened", recipe: parseRecipe(value) };
  } catch (error) {
    if (!(error instanceof ImpromptError)) throw error;
    return { kind: "refused", message: `${fileName}: ${error.sentence}` };
  }
}
