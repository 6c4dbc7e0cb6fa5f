import { join } from "node:path";
import type { Warning } from "../../../base/warning.js";
import type { Clip, ModelWork } from "../../../models/types.js";
import { readTable } from "./read-table.js";
import { dot } from "./top-k.js";
import type { PhraseList } from "./types.js";

/** Phrases whose embeddings are compared before a file of unknown weights is believed. */
const PROBES = 8;

/** Half precision and other runtimes keep cosines over 0.9999; other weights give far less. */
const SAME = 0.999;

/** Whether a table that says nothing of its weights is of these. */
async function holds(
  data: Float32Array,
  phrases: readonly string[],
  clip: Clip,
  work: ModelWork,
): Promise<boolean> {
  const count = Math.min(PROBES, phrases.length);
  const rows = Array.from({ length: count }, (_, at) => Math.floor(((at + 0.5) * phrases.length) / count));
  const probes = await clip.embedTexts(
    rows.map((row) => phrases[row] as string),
    work.signal === undefined ? {} : { signal: work.signal },
  );
  const matrix = { rows: phrases.length, width: clip.width, data };
  return rows.every((row, at) => {
    const probe = probes.data.subarray(at * clip.width, (at + 1) * clip.width);
    return dot(matrix, row, probe) >= SAME;
  });
}

/** The rows of a file of the list itself, or of all that CLIP Interrogator makes of the same list. */
async function rowsIn(
  path: string,
  { phrases, labels }: PhraseList,
  width: number,
): Promise<Float32Array | undefined> {
  const own = await readTable(path, phrases, width);
  if (own !== undefined || labels === undefined) return own;
  const all = await readTable(path, labels, width);
  if (all === undefined) return undefined;
  const places = new Map(labels.map((label, row) => [label, row]));
  const data = new Float32Array(phrases.length * width);
  for (const [at, phrase] of phrases.entries()) {
    const row = places.get(phrase);
    if (row === undefined) return undefined;
    data.set(all.subarray(row * width, (row + 1) * width), at * width);
  }
  return data;
}

export interface Foreign {
  /** Embeddings of the list's phrases, row for row; none where there is no file that holds. */
  readonly data?: Float32Array;
  readonly refused?: Warning;
}

/** The table of a list from CLIP Interrogator's cache, where it is there and agrees with the model. */
export async function takeForeign(
  list: PhraseList,
  file: string,
  clip: Clip,
  { foreign, signal }: ModelWork & { readonly foreign?: string },
): Promise<Foreign> {
  if (foreign === undefined) return {};
  const data = await rowsIn(join(foreign, file), list, clip.width);
  if (data === undefined) return {};
  if (await holds(data, list.phrases, clip, signal === undefined ? {} : { signal })) return { data };
  const refused: Warning = {
    code: "option-ignored",
    message: `${file} was made with other weights than ${clip.name} has here, so its list is embedded anew`,
    where: list.name,
  };
  return { refused };
}
