import { rm } from "node:fs/promises";
import { join } from "node:path";
import { ImpromptError } from "../../base/error.js";
import { downloadFailed } from "./hub/failure.js";
import { checkKinds, faultsOf, locatedOf } from "./inspect.js";
import type { LocatedModel } from "./located.js";
import { takeLock } from "./lock.js";
import type { KnownModel } from "./manifest.js";
import type { StorePlaces } from "./places.js";
import { commitFolder, makeFolder } from "./places.js";
import type { PullContext } from "./pull-files.js";
import { bytesOf, bytesThere, checkRoom, reuse, sweep, transfer } from "./pull-files.js";
import type { ModelRecord, StoredFile } from "./record.js";
import { readRecord, writeRecord } from "./record.js";
import type { StoreServices, StoreWork } from "./services.js";
import type { Survey } from "./survey.js";
import { survey } from "./survey.js";

export interface Pulled {
  readonly model: LocatedModel;
  /** True where it was there whole, so that no one was asked. */
  readonly already: boolean;
  readonly bytes: number;
  /** Of them, those that were there before. */
  readonly bytesKept: number;
  /** Files for which the server published no digest to compare them with. */
  readonly unchecked: readonly string[];
}

function pulled(folder: string, record: ModelRecord, kept: number | "all"): Pulled {
  const bytes = record.files.reduce((sum, file) => sum + file.bytes, 0);
  return {
    model: locatedOf(folder, record),
    already: kept === "all",
    bytes,
    bytesKept: kept === "all" ? bytes : kept,
    unchecked: record.files.filter((file) => file.checkedWith === "nothing").map(({ path }) => path),
  };
}

/** What came whole but is no model is not kept: the next pull would go on from it. */
async function refuseForeign(
  name: string,
  found: Survey,
  files: readonly StoredFile[],
  partial: string,
): Promise<void> {
  const { layout, sha256 } = found.source;
  const weights = files.find(({ path }) => path === layout.weights);
  try {
    if (sha256 !== undefined && weights?.sha256 !== sha256) {
      throw new ImpromptError("model-corrupt", "it is not what is published under this name");
    }
    await checkKinds(
      join(partial, "files"),
      layout.weights,
      files.map(({ path }) => path),
    );
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    const host = found.files[0]?.remote.url.host ?? "the server";
    const what = error instanceof ImpromptError ? error.message : "it cannot be read";
    throw downloadFailed(name, {
      why: `what ${host} sent is no model: ${what}`,
      again: false,
      hint: "Is this the hub, or a page that asks to log in to the network?",
      cause: error,
    });
  }
}

async function pullLocked(context: PullContext, assertHeld: () => Promise<void>): Promise<Pulled> {
  const { places, model, services, signal } = context;
  const partial = places.partial(model.name);
  const finished = join(partial, "files");
  const found = await survey(model, services, signal);
  const isKnown = found.files.every(({ remote }) => remote.bytes !== undefined);
  const total = isKnown ? bytesOf(found.files) : model.bytes;
  for (const file of found.files) await reuse(context, file, total);
  const kept = await bytesThere(context, found.files);
  await checkRoom(total - kept, context);
  const files = await transfer(found, total, context);
  await sweep(finished, files);
  await refuseForeign(model.name, found, files, partial);
  const record: ModelRecord = {
    version: 1,
    name: model.name,
    kind: model.kind,
    weights: found.source.layout.weights,
    origin: { repository: found.source.repository, revision: found.revision },
    files,
    added: new Date(services.now()).toISOString(),
  };
  await writeRecord(finished, record);
  await assertHeld();
  const folder = await commitFolder(places, model.name, finished, services.random().toString(36).slice(2));
  await rm(partial, { recursive: true, force: true });
  return pulled(folder, record, kept);
}

async function findWhole(places: StorePlaces, name: string): Promise<Pulled | undefined> {
  const folder = places.model(name);
  const record = await readRecord(folder).catch(() => undefined);
  if (record === undefined || (await faultsOf(folder, record.files)).length > 0) return undefined;
  return pulled(folder, record, "all");
}

/**
 * Brings a model into the store. What is there whole is not asked for again; of a damaged one, what is damaged alone.
 * Stopped or broken off, it goes on where it was at the next call.
 *
 * @throws ImpromptError `download-failed`, `disk-full`, `output-failed`, `cancelled`
 */
export async function pull(
  model: KnownModel,
  places: StorePlaces,
  services: StoreServices,
  { signal = new AbortController().signal, onProgress }: StoreWork = {},
): Promise<Pulled> {
  const there = await findWhole(places, model.name);
  if (there !== undefined) return there;
  await makeFolder(places.root);
  const lock = await takeLock(places.lock(model.name), model.name, services);
  try {
    const meanwhile = await findWhole(places, model.name);
    if (meanwhile !== undefined) return meanwhile;
    const tell: PullContext["tell"] = (event) => onProgress?.({ model: model.name, ...event });
    return await pullLocked({ places, model, services, signal, tell }, lock.assertHeld);
  } finally {
    await lock.release();
  }
}
