import type { Recipe } from "imprompt/core";
import { saveText } from "../effects/save-text";
import { notify } from "../state/notices";
import { keepRecipe } from "./kept-recipes";
import { fileNameOf, readRecipe, writeRecipe } from "./recipe-file";
import { changeStyle } from "./style-store";

export function downloadRecipe(recipe: Recipe): void {
  saveText(writeRecipe(recipe), fileNameOf(recipe.name, "imprompt-recipe.json"), "application/json");
}

/** Keeps the recipes of these files and fills the last of them; gives why each of the others is none. */
export async function openRecipes(files: readonly File[]): Promise<readonly string[]> {
  const refused: string[] = [];
  for (const file of files) {
    const opened = readRecipe(await file.text(), file.name);
    if (opened.kind === "refused") {
      refused.push(opened.message);
      continue;
    }
    changeStyle({ type: "fill-chosen", filled: keepRecipe(opened.recipe) });
    notify({ tone: "ok", text: `"${opened.recipe.name}" is kept in this browser.` });
  }
  return refused;
}
