import { get, set } from "idb-keyval";
import type { Recipe } from "imprompt/core";
import { parseRecipe } from "imprompt/core";
import { create } from "zustand";
import { newId } from "../state/id";
import { notify } from "../state/notices";

/** A recipe that the browser keeps. */
export interface KeptRecipe {
  readonly id: string;
  readonly recipe: Recipe;
}

/** `loading` until the browser's store has answered. */
interface Kept {
  readonly state: "loading" | "ready";
  readonly list: readonly KeptRecipe[];
}

const KEY = "imprompt.recipes";

/** The list while it is being written: a page that goes takes its open transactions with it. */
const UNSAVED = "imprompt.recipes.unsaved";

export const useKeptRecipes = create<Kept>()(() => ({ state: "loading", list: [] }));

function sound(value: unknown): value is KeptRecipe {
  if (typeof value !== "object" || value === null || !("id" in value && "recipe" in value)) return false;
  try {
    parseRecipe(value.recipe);
    return typeof value.id === "string";
  } catch {
    return false; // of another version, or damaged: the others are still good
  }
}

let asked = false;

/** Reads what is kept, once. */
export async function loadKeptRecipes(): Promise<void> {
  if (asked) return;
  asked = true;
  try {
    const kept: unknown = readUnsaved() ?? (await get(KEY));
    const list = Array.isArray(kept) ? kept.filter(sound) : [];
    useKeptRecipes.setState((now) => ({ state: "ready", list: [...now.list, ...list] }));
  } catch {
    useKeptRecipes.setState({ state: "ready" });
    notify({
      tone: "bad",
      text: "The browser keeps nothing here. Download recipes that you want to have later.",
    });
  }
}

/** Null takes the note away. */
function noteUnsaved(list: readonly KeptRecipe[] | null): void {
  try {
    localStorage.removeItem(UNSAVED);
    if (list !== null) localStorage.setItem(UNSAVED, JSON.stringify(list));
  } catch {
    // no room for a note: the browser's store may still have it
  }
}

function readUnsaved(): unknown {
  try {
    return JSON.parse(localStorage.getItem(UNSAVED) ?? "null");
  } catch {
    return null;
  }
}

async function write(list: readonly KeptRecipe[]): Promise<void> {
  noteUnsaved(list);
  await set(KEY, list);
  if (useKeptRecipes.getState().list === list) noteUnsaved(null);
}

function change(list: readonly KeptRecipe[]): void {
  useKeptRecipes.setState({ list });
  write(list).catch(() => {
    notify({ tone: "bad", text: "The browser could not keep the recipe. Download it instead." });
  });
}

/** Keeps a recipe as the first of the list; gives its id. */
export function keepRecipe(recipe: Recipe): string {
  const id = newId();
  change([{ id, recipe }, ...useKeptRecipes.getState().list]);
  return id;
}

export function renameRecipe(id: string, name: string): void {
  change(
    useKeptRecipes
      .getState()
      .list.map((kept) => (kept.id === id ? { id, recipe: { ...kept.recipe, name } } : kept)),
  );
}

/** Lets a recipe go; the message that says so can bring it back to its place. */
export function deleteRecipe(id: string): void {
  const before = useKeptRecipes.getState().list;
  const at = before.findIndex((kept) => kept.id === id);
  const gone = before[at];
  if (gone === undefined) return;
  change(before.filter((kept) => kept !== gone));
  const undo = (): void => {
    const { list } = useKeptRecipes.getState();
    change([...list.slice(0, at), gone, ...list.slice(at)]);
  };
  notify({ tone: "plain", text: `"${gone.recipe.name}" is deleted.`, action: { label: "Undo", run: undo } });
}
