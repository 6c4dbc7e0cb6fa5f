import { join } from "node:path";
import { ImpromptError } from "../../base/error.js";
import type { FileFault } from "./inspect.js";
import { noteDamage, quickFaultsOf, sha256Of } from "./inspect.js";
import type { StorePlaces } from "./places.js";
import { readRecord } from "./record.js";
import type { StoreWork } from "./services.js";

export interface Verified {
  readonly name: string;
  /** Of the files that were read. */
  readonly bytes: number;
  /** None where all is as it was when it came. */
  readonly faults: readonly FileFault[];
}

/**
 * Reads every file of a model and compares size and sha256 with its record. A model that is found damaged counts as
 * damaged from then on, and a pull brings what is wrong with it again.
 *
 * @throws ImpromptError `model-missing`, `model-corrupt` for an unreadable record, `cancelled`
 */
export async function verify(
  name: string,
  places: StorePlaces,
  { signal = new AbortController().signal, onProgress }: StoreWork = {},
): Promise<Verified> {
  const folder = places.model(name);
  const record = await readRecord(folder);
  if (record === undefined) {
    throw new ImpromptError("model-missing", "this model is not here", {
      where: name,
      hint: `Get it with imprompt models pull ${name}.`,
    });
  }
  const faults = await quickFaultsOf(folder, record.files);
  const bad = new Set(faults.map(({ path }) => path));
  const readable = record.files.filter(({ path }) => !bad.has(path));
  const total = readable.reduce((sum, { bytes }) => sum + bytes, 0);
  let start = 0;
  for (const { path, bytes, sha256 } of readable) {
    const from = start;
    const digest = await sha256Of(join(folder, path), signal, (read) =>
      onProgress?.({ what: "checking", model: name, file: path, done: from + read, total }),
    );
    if (digest !== sha256) faults.push({ path, fault: "digest" });
    start += bytes;
  }
  await noteDamage(
    folder,
    faults.filter(({ fault }) => fault === "digest").map(({ path }) => path),
  );
  return { name, bytes: total, faults };
}
