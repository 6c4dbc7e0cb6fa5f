import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { diskFailure } from "./download/sink.js";
import { folderOf } from "./names.js";

/** Absolute paths of a store: models as visible folders, everything unfinished in hidden ones. */
export interface StorePlaces {
  readonly root: string;
  readonly model: (name: string) => string;
  /** Of a pull: the next one goes on from it. */
  readonly partial: (name: string) => string;
  /** Of an import: the next one begins anew. */
  readonly staging: (name: string) => string;
  readonly lock: (name: string) => string;
}

export function placesOf(root: string): StorePlaces {
  return {
    root,
    model: (name) => join(root, folderOf(name)),
    partial: (name) => join(root, ".partial", folderOf(name)),
    staging: (name) => join(root, ".partial", `${folderOf(name)}.import`),
    lock: (name) => join(root, ".locks", `${folderOf(name)}.lock`),
  };
}

export async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true }).catch((error: unknown) => {
    throw diskFailure(path, error);
  });
}

const TRASH = ".trash-";

/**
 * A folder disappears at once, however long its files take, and with it what a killed process has left on this way;
 * `suffix` is one that no other call uses.
 */
export async function discardFolder(places: StorePlaces, folder: string, suffix: string): Promise<void> {
  const away = join(places.root, `${TRASH}${suffix}`);
  await rename(folder, away).catch((error: unknown) => {
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    if (!isMissing) throw diskFailure(folder, error);
  });
  const left = (await readdir(places.root).catch(() => [])).filter((name) => name.startsWith(TRASH));
  for (const name of left) await rm(join(places.root, name), { recursive: true, force: true, maxRetries: 3 });
}

/** The finished folder takes the model's place: no one sees one half of it. */
export async function commitFolder(
  places: StorePlaces,
  name: string,
  finished: string,
  suffix: string,
): Promise<string> {
  const folder = places.model(name);
  await discardFolder(places, folder, suffix);
  await rename(finished, folder).catch((error: unknown) => {
    throw diskFailure(folder, error);
  });
  return folder;
}
