import { createReadStream } from "node:fs";
import { link, mkdir, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { ImpromptError } from "../../base/error.js";
import type { CheckedWith } from "./download/download.js";
import { openSink } from "./download/sink.js";
import { cancelled } from "./hub/failure.js";
import type { FoundFile, FoundModel } from "./import-find.js";
import { checkKinds, faultsOf, locatedOf, sha256Of } from "./inspect.js";
import type { LocatedModel } from "./located.js";
import { takeLock } from "./lock.js";
import type { StorePlaces } from "./places.js";
import { commitFolder, makeFolder } from "./places.js";
import type { ModelRecord, StoredFile } from "./record.js";
import { readRecord, writeRecord } from "./record.js";
import type { StoreServices, StoreWork } from "./services.js";

export interface Imported {
  readonly model: LocatedModel;
  /** True where the store had it whole: nothing was read. */
  readonly already: boolean;
  readonly bytes: number;
  /** Of them, those that take no further room: the disk has them once. */
  readonly bytesShared: number;
  /** True where weights are published under this name and these are others. */
  readonly differs: boolean;
}

interface Taking {
  readonly services: StoreServices;
  readonly root: string;
  readonly signal: AbortSignal;
  readonly onBytes: (bytes: number) => void;
}

interface Taken {
  readonly file: StoredFile;
  readonly shared: boolean;
}

/** Weights are shared with where they lie, if the disk can: small files, which people edit, are copied. */
async function share(from: string, to: string): Promise<boolean> {
  return link(from, to).then(
    () => true,
    () => false,
  );
}

async function copy(from: string, to: string, bytes: number, taking: Taking) {
  const free = await taking.services.freeBytes(taking.root);
  if (free < bytes) {
    throw new ImpromptError("disk-full", "there is no room to copy this file", {
      where: from,
      hint: "Make room, or put the models on the disk that it is on with IMPROMPT_MODELS: then it is not copied.",
    });
  }
  const sink = await openSink(to, { keep: false, git: true, bytes, signal: taking.signal });
  try {
    for await (const chunk of createReadStream(from, { highWaterMark: 1 << 20, signal: taking.signal })) {
      await sink.write(chunk as Buffer);
      taking.onBytes(sink.offset());
    }
  } catch (error) {
    await sink.close();
    throw taking.signal.aborted ? cancelled() : error;
  }
  return sink.finish();
}

/** A Hugging Face cache calls its files by their digests: sha256 for large ones, Git's name for small ones. */
function compare(from: string, sha256: string, gitSha1: string | undefined): CheckedWith {
  const name = basename(from);
  const expected = /^[0-9a-f]{64}$/u.test(name) ? sha256 : /^[0-9a-f]{40}$/u.test(name) ? gitSha1 : undefined;
  if (expected === undefined) return "nothing";
  if (expected === name) return name.length === 64 ? "sha256" : "git-sha1";
  throw new ImpromptError("model-corrupt", "this file of the cache is damaged: its digest is not its name", {
    where: from,
    hint: "Remove it there, or pull the model instead.",
  });
}

async function takeFile({ path, from, role }: FoundFile, folder: string, taking: Taking): Promise<Taken> {
  const to = join(folder, path);
  await mkdir(dirname(to), { recursive: true });
  const { size } = await stat(from);
  const isShared = role === "weights" && (await share(from, to));
  const digests = isShared
    ? { sha256: await sha256Of(from, taking.signal, taking.onBytes), gitSha1: undefined }
    : await copy(from, to, size, taking);
  const checkedWith = compare(from, digests.sha256, digests.gitSha1);
  return { file: { path, bytes: size, sha256: digests.sha256, role, checkedWith }, shared: isShared };
}

async function takeAll(
  found: FoundModel,
  folder: string,
  services: StoreServices,
  root: string,
  work: StoreWork,
) {
  const { signal = new AbortController().signal, onProgress } = work;
  const sizes = await Promise.all(found.files.map(async ({ from }) => (await stat(from)).size));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const taken: Taken[] = [];
  let start = 0;
  for (const [at, file] of found.files.entries()) {
    if (signal.aborted) throw cancelled();
    const from = start;
    const onBytes = (bytes: number): void =>
      onProgress?.({ what: "checking", model: found.name, file: file.path, done: from + bytes, total });
    taken.push(await takeFile(file, folder, { services, root, signal, onBytes }));
    start += sizes[at] ?? 0;
  }
  return taken;
}

function imported(folder: string, record: ModelRecord, found: FoundModel, shared: number | "all"): Imported {
  const weights = record.files.find(({ path }) => path === record.weights);
  return {
    model: locatedOf(folder, record),
    already: shared === "all",
    bytes: record.files.reduce((sum, { bytes }) => sum + bytes, 0),
    bytesShared: shared === "all" ? 0 : shared,
    differs: found.sha256 !== undefined && weights?.sha256 !== found.sha256,
  };
}

/**
 * Takes a model that lies elsewhere on this machine into the store, as real files: shared with their old place
 * where the disk can do that, else copied.
 *
 * @throws ImpromptError `model-corrupt`, `disk-full`, `output-failed`, `cancelled`
 */
export async function take(
  found: FoundModel,
  places: StorePlaces,
  services: StoreServices,
  work: StoreWork = {},
): Promise<Imported> {
  const folder = places.model(found.name);
  const old = await readRecord(folder).catch(() => undefined);
  if (old !== undefined && (await faultsOf(folder, old.files)).length === 0) {
    return imported(folder, old, found, "all");
  }
  await makeFolder(places.root);
  const lock = await takeLock(places.lock(found.name), found.name, services);
  const staging = places.staging(found.name);
  try {
    await rm(staging, { recursive: true, force: true });
    await makeFolder(staging);
    const taken = await takeAll(found, staging, services, places.root, work);
    const files = taken.map(({ file }) => file);
    await checkKinds(
      staging,
      found.layout.weights,
      files.map(({ path }) => path),
    );
    const record: ModelRecord = {
      version: 1,
      name: found.name,
      kind: found.layout.kind,
      weights: found.layout.weights,
      origin: found.origin,
      files,
      added: new Date(services.now()).toISOString(),
    };
    await writeRecord(staging, record);
    await lock.assertHeld();
    await commitFolder(places, found.name, staging, services.random().toString(36).slice(2));
    await rm(places.partial(found.name), { recursive: true, force: true });
    const shared = taken.reduce((sum, { file, shared: isShared }) => sum + (isShared ? file.bytes : 0), 0);
    return imported(folder, record, found, shared);
  } finally {
    await rm(staging, { recursive: true, force: true });
    await lock.release();
  }
}
