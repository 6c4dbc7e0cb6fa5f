import { rm, stat } from "node:fs/promises";
import { ImpromptError } from "../../base/error.js";
import { takeLock } from "./lock.js";
import type { StorePlaces } from "./places.js";
import { discardFolder } from "./places.js";
import type { StoreServices } from "./services.js";

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/**
 * Removes a model, and what a pull of it has left.
 *
 * @throws ImpromptError `model-missing` where there is nothing to remove, `download-failed` while it is being pulled
 */
export async function remove(name: string, places: StorePlaces, services: StoreServices): Promise<void> {
  const folder = places.model(name);
  const partial = places.partial(name);
  if (!(await isThere(folder)) && !(await isThere(partial))) {
    throw new ImpromptError("model-missing", "this model is not here", {
      where: name,
      hint: "See what is: imprompt models list.",
    });
  }
  const lock = await takeLock(places.lock(name), name, services);
  try {
    await discardFolder(places, folder, services.random().toString(36).slice(2));
    for (const left of [partial, places.staging(name)]) {
      await rm(left, { recursive: true, force: true, maxRetries: 3 });
    }
  } finally {
    await lock.release();
  }
}
