import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { ImpromptError } from "../../base/error.js";
import type { CheckedWith } from "./download/download.js";
import type { FileRole } from "./layouts.js";
import type { ModelKind } from "./located.js";
import { MODEL_KINDS } from "./located.js";

/** Beside a model's files: what they are, where they came from and what they have to be. */
export const RECORD_FILE = "imprompt-model.json";

export interface StoredFile {
  /** Inside the model's folder, with "/" on every system. */
  readonly path: string;
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  readonly role: FileRole;
  /** What the digest was compared with when the file came. */
  readonly checkedWith: CheckedWith;
}

export interface ModelRecord {
  readonly version: 1;
  readonly name: string;
  readonly kind: ModelKind;
  readonly weights: string;
  /** Of the hub, where it is known; `revision` is a commit where the server names one. */
  readonly origin: { readonly repository: string; readonly revision: string } | null;
  readonly files: readonly StoredFile[];
  /** ISO 8601. */
  readonly added: string;
}

const recordSchema: z.ZodType<ModelRecord> = z.strictObject({
  version: z.literal(1),
  name: z.string().min(1),
  kind: z.enum(MODEL_KINDS),
  weights: z.string().min(1),
  origin: z.strictObject({ repository: z.string(), revision: z.string() }).nullable(),
  files: z
    .array(
      z.strictObject({
        path: z.string().min(1),
        bytes: z.int().nonnegative(),
        sha256: z.string().regex(/^[0-9a-f]{64}$/u),
        role: z.enum(["weights", "config", "tokenizer", "other"]),
        checkedWith: z.enum(["sha256", "git-sha1", "nothing"]),
      }),
    )
    .min(1),
  added: z.string(),
});

/** Undefined where there is none. @throws ImpromptError `model-corrupt` for one that cannot be read */
export async function readRecord(folder: string): Promise<ModelRecord | undefined> {
  const path = join(folder, RECORD_FILE);
  const text = await readFile(path, "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return recordSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new ImpromptError("model-corrupt", "the record of this model cannot be read", {
      where: path,
      hint: "Remove the model with imprompt models remove, and pull it again.",
      cause: error,
    });
  }
}

export async function writeRecord(folder: string, record: ModelRecord): Promise<void> {
  await writeFile(join(folder, RECORD_FILE), `${JSON.stringify(record, null, 2)}\n`);
}

/** The same for the same weights and tokenizer, wherever they came from and whatever their files are called. */
export function fingerprintOf({ files }: ModelRecord): string {
  const digests = files
    .filter(({ role }) => role === "weights" || role === "tokenizer")
    .map(({ sha256 }) => sha256)
    .sort();
  return createHash("sha256").update(digests.join("\n")).digest("hex");
}
