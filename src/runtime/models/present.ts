import { readdir } from "node:fs/promises";
import type { LocatedModel } from "../../models/store/located.js";
import { modelsFolder } from "../models-folder.js";

/** The store is not even loaded where no model can be: most who describe a picture have none. */
async function isEmpty(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch(() => []);
  return names.every((name) => name.startsWith("."));
}

/**
 * Models whose files are all here, in the store's order; damaged ones are left out.
 *
 * @param folder of the models; the user's own unless said
 */
export async function presentModels(folder?: string): Promise<readonly LocatedModel[]> {
  const environment = folder === undefined ? process.env : { ...process.env, IMPROMPT_MODELS: folder };
  if (await isEmpty(modelsFolder(environment))) return [];
  const { openNodeModelStore } = await import("../model-store.js");
  const store = openNodeModelStore(environment);
  const listed = await store.list();
  const here = listed.filter(({ state }) => state === "present");
  const located = await Promise.all(
    here.map(async ({ name }) => {
      try {
        return await store.locate(name);
      } catch {
        return undefined; // damaged, or removed meanwhile
      }
    }),
  );
  return located.filter((model) => model !== undefined);
}
