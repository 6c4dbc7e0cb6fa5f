import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { faultsOf } from "./inspect.js";
import type { ModelKind } from "./located.js";
import type { KnownModel } from "./manifest.js";
import { folderOf } from "./names.js";
import type { StorePlaces } from "./places.js";
import type { ModelRecord } from "./record.js";
import { readRecord } from "./record.js";

/** `partial`: a pull has begun and not ended; `damaged`: files are missing or of another size. */
export type ModelState = "present" | "partial" | "damaged" | "absent";

export interface ListedModel {
  readonly name: string;
  readonly kind: ModelKind;
  readonly state: ModelState;
  /** Of what is here, or about what a pull would bring. */
  readonly bytes: number;
  /** Of a pull that has not ended. */
  readonly bytesThere?: number;
  /** Undefined for a model of the user's own. */
  readonly known?: KnownModel;
  readonly folder?: string;
  readonly origin?: { readonly repository: string; readonly revision: string };
}

async function bytesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const sizes = await Promise.all(
    entries
      .filter((entry) => entry.isFile() && !entry.name.endsWith(".json"))
      .map(
        async (entry) => (await stat(join(entry.parentPath, entry.name)).catch(() => undefined))?.size ?? 0,
      ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

function sizeOf({ files }: ModelRecord): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

async function listKnown(model: KnownModel, places: StorePlaces): Promise<ListedModel> {
  const base = { name: model.name, kind: model.kind, known: model };
  const folder = places.model(model.name);
  const record = await readRecord(folder).catch(() => null);
  if (record === null) return { ...base, state: "damaged", bytes: model.bytes, folder };
  if (record !== undefined) return { ...base, ...(await listRecord(folder, record)) };
  const bytesThere = await bytesIn(places.partial(model.name));
  if (bytesThere > 0) return { ...base, state: "partial", bytes: model.bytes, bytesThere };
  return { ...base, state: "absent", bytes: model.bytes };
}

async function listRecord(folder: string, record: ModelRecord): Promise<ListedModel> {
  const { name, kind, origin } = record;
  const state = (await faultsOf(folder, record.files)).length === 0 ? "present" : "damaged";
  return { name, kind, state, bytes: sizeOf(record), folder, ...(origin === null ? {} : { origin }) };
}

/** The known models in the manifest's order, then the user's own by name. */
export async function list(
  models: readonly KnownModel[],
  places: StorePlaces,
): Promise<readonly ListedModel[]> {
  const known = await Promise.all(models.map((model) => listKnown(model, places)));
  const taken = new Set(models.map(({ name }) => folderOf(name)));
  const entries = await readdir(places.root, { withFileTypes: true }).catch(() => []);
  const own: ListedModel[] = [];
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  for (const name of names.sort()) {
    if (name.startsWith(".") || taken.has(name)) continue;
    const folder = join(places.root, name);
    const record = await readRecord(folder).catch(() => undefined);
    if (record !== undefined) own.push(await listRecord(folder, record));
  }
  return [...known, ...own];
}
