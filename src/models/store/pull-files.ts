import { link, mkdir, readdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { ImpromptError } from "../../base/error.js";
import type { Downloaded } from "./download/download.js";
import { download } from "./download/download.js";
import { findPart, finishPart, partPlace } from "./download/part.js";
import { sha256Of, shardsOf, sizeOfFile } from "./inspect.js";
import type { KnownModel } from "./manifest.js";
import type { StorePlaces } from "./places.js";
import type { StoredFile } from "./record.js";
import type { StoreProgress, StoreServices } from "./services.js";
import type { Survey, WantedFile } from "./survey.js";
import { surveyShards } from "./survey.js";

export interface PullContext {
  readonly places: StorePlaces;
  readonly model: KnownModel;
  readonly services: StoreServices;
  readonly signal: AbortSignal;
  readonly tell: (event: Omit<StoreProgress, "model">) => void;
}

/** Room that is left beside the files: for records, and because a full disk hurts more than this program. */
const SPARE_BYTES = 64 * 2 ** 20;

function inWords(bytes: number): string {
  return bytes >= 1e9 ? `${(bytes / 1e9).toFixed(1)} GB` : `${Math.ceil(bytes / 1e6)} MB`;
}

export function bytesOf(files: readonly WantedFile[]): number {
  return files.reduce((sum, { remote }) => sum + (remote.bytes ?? 0), 0);
}

/** Bytes that earlier pulls have left of these very files. */
export async function bytesThere(context: PullContext, files: readonly WantedFile[]): Promise<number> {
  const partial = context.places.partial(context.model.name);
  const found = await Promise.all(
    files.map(({ remote }) => findPart(partPlace(partial, remote.path), remote)),
  );
  return found.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** @throws ImpromptError `disk-full` */
export async function checkRoom(needed: number, { places, services, model }: PullContext): Promise<void> {
  const free = await services.freeBytes(places.root);
  if (needed <= 0 || free >= needed + SPARE_BYTES) return;
  throw new ImpromptError(
    "disk-full",
    `${inWords(needed)} are still to come and ${inWords(free)} are free in ${places.root}`,
    { where: model.name, hint: "Make room, or put the models elsewhere with IMPROMPT_MODELS." },
  );
}

/** A file of the model that is being replaced need not come again where it is still what the hub has. */
export async function reuse(context: PullContext, { remote }: WantedFile, total: number): Promise<void> {
  const { places, model, signal, tell } = context;
  const place = partPlace(places.partial(model.name), remote.path);
  const old = join(places.model(model.name), remote.path);
  if (remote.sha256 === undefined || (await findPart(place, remote)).sha256 !== undefined) return;
  if ((await sizeOfFile(old)) !== remote.bytes) return;
  const file = remote.path;
  const digest = await sha256Of(old, signal, (done) => tell({ what: "checking", file, done, total }));
  if (digest !== remote.sha256) return;
  await mkdir(dirname(place.part), { recursive: true });
  await rm(place.part, { force: true });
  const linked = await link(old, place.part).then(
    () => true,
    () => false,
  );
  if (linked) await finishPart(place, remote, digest);
}

type Fetched = WantedFile & { readonly got: Downloaded };

async function fetchAll(
  files: readonly WantedFile[],
  before: number,
  total: number,
  context: PullContext,
): Promise<Fetched[]> {
  const { places, model, services, signal, tell } = context;
  const done: Fetched[] = [];
  let start = before;
  for (const wanted of files) {
    const { remote } = wanted;
    const base = { file: remote.path, total };
    const got = await download(remote, partPlace(places.partial(model.name), remote.path), {
      services,
      signal,
      onProgress: (bytes, what, wait) =>
        tell({ ...base, what, done: start + bytes, ...(wait === undefined ? {} : { wait }) }),
    });
    start += got.bytes;
    done.push({ ...wanted, got });
    tell({ ...base, what: "downloading", done: start });
  }
  return done;
}

function stored({ role, remote, got }: Fetched): StoredFile {
  return { path: remote.path, role, ...got };
}

/**
 * Brings all files of a model to its unfinished folder; of divided weights their index first, which names the rest.
 *
 * @throws ImpromptError `download-failed`, `disk-full`, `output-failed`, `model-corrupt`, `cancelled`
 */
export async function transfer(found: Survey, total: number, context: PullContext): Promise<StoredFile[]> {
  const { places, model, services, signal } = context;
  const { weights } = found.source.layout;
  const files = await fetchAll(found.files, 0, total, context);
  if (!weights.endsWith(".index.json")) return files.map(stored);
  const names = await shardsOf(partPlace(places.partial(model.name), weights).file);
  const shards = await surveyShards(found, names, services, signal);
  await checkRoom(bytesOf(shards) - (await bytesThere(context, shards)), context);
  const before = files.reduce((sum, { got }) => sum + got.bytes, 0);
  const rest = await fetchAll(shards, before, before + bytesOf(shards), context);
  return [...files, ...rest].map(stored);
}

/** What another source has left in an earlier pull does not belong to this model. */
export async function sweep(folder: string, files: readonly StoredFile[]): Promise<void> {
  const wanted = new Set(files.map(({ path }) => path));
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (entry.isDirectory()) continue;
    const path = join(entry.parentPath, entry.name)
      .slice(folder.length + 1)
      .replaceAll("\\", "/");
    if (!wanted.has(path)) await rm(join(folder, path), { force: true });
  }
}
