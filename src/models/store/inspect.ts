import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { lstat, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { ImpromptError } from "../../base/error.js";
import { readSafetensors } from "../weights/safetensors.js";
import { cancelled } from "./hub/failure.js";
import type { LocatedModel } from "./located.js";
import type { ModelRecord, StoredFile } from "./record.js";
import { fingerprintOf } from "./record.js";

/** Undefined for anything but a file: a link, too, which ONNX Runtime would refuse. */
export async function sizeOfFile(path: string): Promise<number | undefined> {
  const found = await lstat(path).catch(() => undefined);
  return found?.isFile() === true ? found.size : undefined;
}

/** @throws the signal's reason; the error of a file that cannot be read */
export async function sha256Of(
  path: string,
  signal: AbortSignal,
  onBytes?: (bytes: number) => void,
): Promise<string> {
  const hash = createHash("sha256");
  let bytes = 0;
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20, signal })) {
      const part = chunk as Buffer;
      hash.update(part);
      bytes += part.byteLength;
      onBytes?.(bytes);
    }
  } catch (error) {
    throw signal.aborted ? cancelled() : error;
  }
  return hash.digest("hex");
}

const indexSchema = z.object({ weight_map: z.record(z.string(), z.string()) });

/** Names of the shards, in order. @throws ImpromptError `model-corrupt` */
export async function shardsOf(indexPath: string): Promise<string[]> {
  try {
    const { weight_map } = indexSchema.parse(JSON.parse(await readFile(indexPath, "utf8")));
    const names = [...new Set(Object.values(weight_map))].sort();
    if (names.length > 0 && names.every((name) => /^[\w.-]+\.safetensors$/u.test(name))) return names;
  } catch {
    // said below
  }
  throw corrupt(indexPath, "is not an index of weights");
}

function corrupt(where: string, what: string): ImpromptError {
  return new ImpromptError("model-corrupt", `this file ${what}`, {
    where,
    hint: "Remove the model with imprompt models remove, and pull it again.",
  });
}

/**
 * Looks whether files are of the kind that their names say, as far as that is quick: a page of a captive portal is
 * no weights, however whole it came.
 *
 * @throws ImpromptError `model-corrupt`
 */
export async function checkKinds(folder: string, weights: string, paths: readonly string[]): Promise<void> {
  if (/\.safetensors(?:\.index\.json)?$/u.test(weights)) {
    const { names } = await readSafetensors(join(folder, weights));
    if (names.length === 0) throw corrupt(join(folder, weights), "has no tensors");
  }
  for (const path of paths.filter((name) => name.endsWith(".json"))) {
    const text = await readFile(join(folder, path), "utf8");
    try {
      JSON.parse(text);
    } catch {
      throw corrupt(join(folder, path), "is not JSON");
    }
  }
}

export interface FileFault {
  readonly path: string;
  readonly fault: "missing" | "size" | "digest";
}

/** Files that are missing, links, or of another size. */
export async function quickFaultsOf(folder: string, files: readonly StoredFile[]): Promise<FileFault[]> {
  const sizes = await Promise.all(files.map(({ path }) => sizeOfFile(join(folder, path))));
  return files.flatMap(({ path, bytes }, at): FileFault[] => {
    const size = sizes[at];
    if (size === bytes) return [];
    return [{ path, fault: size === undefined ? "missing" : "size" }];
  });
}

/** Written by a check that read everything: a file of the right size does not show that its content is wrong. */
const DAMAGE_FILE = "imprompt-damaged.json";
const damageSchema = z.array(z.string());

/** Notes which files have a wrong content, or that none has. A folder that cannot be written in stays as it is. */
export async function noteDamage(folder: string, paths: readonly string[]): Promise<void> {
  const note = join(folder, DAMAGE_FILE);
  if (paths.length === 0) await rm(note, { force: true }).catch(() => undefined);
  else await writeFile(note, JSON.stringify(paths)).catch(() => undefined);
}

/** What a quick look finds, and what the last check by content has found. */
export async function faultsOf(folder: string, files: readonly StoredFile[]): Promise<FileFault[]> {
  const faults = await quickFaultsOf(folder, files);
  const text = await readFile(join(folder, DAMAGE_FILE), "utf8").catch(() => "[]");
  let noted: string[];
  try {
    noted = damageSchema.parse(JSON.parse(text));
  } catch {
    noted = [];
  }
  return [...faults, ...noted.map((path): FileFault => ({ path, fault: "digest" }))];
}

export function locatedOf(folder: string, record: ModelRecord): LocatedModel {
  const { name, kind, weights } = record;
  return { name, kind, folder, weights, fingerprint: fingerprintOf(record) };
}
