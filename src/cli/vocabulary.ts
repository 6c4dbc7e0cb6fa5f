import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { ImpromptError } from "../base/error.js";
import { loadVocabulary } from "../vocabulary/load.js";
import type { Vocabulary } from "../vocabulary/vocabulary.js";

export interface VocabularyFlags {
  readonly vocab?: string;
  readonly vocabOnly?: boolean;
}

/**
 * The vocabulary of a folder of `<facet>.txt` files, beside or in place of ours; undefined where none is asked for.
 *
 * @throws ImpromptError `input-not-found` for no folder or no such file in it, `input-corrupt` naming the line
 */
export async function readVocabulary(flags: VocabularyFlags): Promise<Vocabulary | undefined> {
  const folder = flags.vocab;
  if (folder === undefined) return undefined;
  const names = await readdir(folder).catch(() => []);
  const files = await Promise.all(
    names
      .filter((name) => name.endsWith(".txt"))
      .sort()
      .map(async (name) => ({ name, text: await readFile(join(folder, name), "utf8") })),
  );
  if (files.length === 0) {
    throw new ImpromptError("input-not-found", "there is no vocabulary here", {
      where: folder,
      hint: "Name a folder of <facet>.txt files, such as lighting.txt.",
    });
  }
  return loadVocabulary(files, flags.vocabOnly === true ? "replace" : "extend");
}
