import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Warning } from "../../../base/warning.js";
import type { Clip, ModelWork } from "../../../models/types.js";
import { borrow, MAX_CACHE_BYTES, trim } from "./cache-folder.js";
import type { TableLayout } from "./cache-layout.js";
import { fileNameOf, keyOf, layoutOf, setKeyOf } from "./cache-layout.js";
import { embedTable } from "./embed-table.js";
import { takeForeign } from "./foreign.js";
import { fromHalf, toHalf } from "./half.js";
import { readTable } from "./read-table.js";
import type { PhraseList, PhraseTable } from "./types.js";

export interface OpenTablesOptions extends ModelWork {
  /** Where embeddings are kept; created where it is not there. */
  readonly folder: string;
  /** CLIP Interrogator's own cache folder, whose files are taken where they hold. */
  readonly foreign?: string;
  /** Bytes that all of the folder may take; 4 GiB unless said. */
  readonly maxBytes?: number;
}

export interface OpenedTables {
  /** In the order of the lists. */
  readonly tables: readonly PhraseTable[];
  /** The folder of these tables, which CLIP Interrogator takes as its `cache_path`. */
  readonly set: string;
  readonly warnings: readonly Warning[];
}

/** Keeps what was computed elsewhere, so that it need not be probed again. */
async function keep(path: string, layout: TableLayout, data: Float32Array): Promise<void> {
  const halves = toHalf(data);
  fromHalf(halves, data);
  const rows = new Uint8Array(halves.buffer, 0, halves.byteLength);
  const partial = `${path}.partial`;
  await writeFile(partial, [layout.head, rows, layout.tail]);
  await rename(partial, path);
}

function unkept(list: string, failure: unknown): Warning {
  const reason = failure instanceof Error ? failure.message : String(failure);
  return {
    code: "option-ignored",
    message: `the embeddings of "${list}" could not be kept and will be computed again next time (${reason})`,
    where: list,
  };
}

async function openData(
  list: PhraseList,
  clip: Clip,
  set: string,
  options: OpenTablesOptions,
  warnings: Warning[],
): Promise<Float32Array> {
  const { name, phrases } = list;
  const file = fileNameOf(clip.name, name);
  const key = keyOf(clip.fingerprint, phrases);
  const path = join(options.folder, set, file);
  await borrow(options.folder, set, file, key);
  const cached = await readTable(path, phrases, clip.width, key);
  if (cached !== undefined) return cached;
  const layout = layoutOf(key, phrases, clip.width);
  const { data: foreign, refused } = await takeForeign(list, file, clip, options);
  if (refused !== undefined) warnings.push(refused);
  if (foreign !== undefined) {
    await keep(path, layout, foreign).catch((failure: unknown) => warnings.push(unkept(name, failure)));
    return foreign;
  }
  const { data, failure } = await embedTable(path, layout, phrases, clip, options);
  if (failure !== undefined) warnings.push(unkept(name, failure));
  return data;
}

/**
 * The lists with their embeddings, from the cache where it has them, else computed and kept there. Progress counts
 * the phrases of all lists. An interrupted computation is gone on from the next time.
 *
 * @throws ImpromptError as the model does
 */
export async function openTables(
  lists: readonly PhraseList[],
  clip: Clip,
  options: OpenTablesOptions,
): Promise<OpenedTables> {
  const set = setKeyOf(clip.fingerprint, lists);
  const warnings: Warning[] = [];
  const tables: PhraseTable[] = [];
  const total = lists.reduce((sum, { phrases }) => sum + phrases.length, 0);
  let before = 0;
  await mkdir(join(options.folder, set), { recursive: true }).catch(() => undefined);
  for (const list of lists) {
    const { name, phrases } = list;
    const done = before;
    const onProgress = (part: number): void => options.onProgress?.(done + part, total);
    const data = await openData(list, clip, set, { ...options, onProgress }, warnings);
    tables.push({ name, phrases, embeddings: { rows: phrases.length, width: clip.width, data } });
    before += phrases.length;
    options.onProgress?.(before, total);
  }
  await trim(options.folder, set, options.maxBytes ?? MAX_CACHE_BYTES).catch(() => undefined);
  return { tables, set: join(options.folder, set), warnings };
}
