import type { FileHandle } from "node:fs/promises";
import { open } from "node:fs/promises";
import { z } from "zod";
import { hashOfPhrases } from "./cache-layout.js";
import { fromHalf } from "./half.js";

/** Bytes of a header; ours have 300. */
const MAX_HEADER = 2 ** 20;

/** Rows that are read at once. */
const BLOCK = 4096;

const tensorSchema = z.object({
  dtype: z.enum(["F16", "F32", "I8"]),
  shape: z.array(z.int().nonnegative()),
  data_offsets: z.tuple([z.int().nonnegative(), z.int().nonnegative()]),
});
const headerSchema = z.object({
  __metadata__: z.record(z.string(), z.string()).optional(),
  embeds: tensorSchema,
  hash: tensorSchema,
});

interface Header extends z.infer<typeof headerSchema> {
  /** Where the tensors begin, in bytes from the start of the file. */
  readonly start: number;
}

async function readHeader(file: FileHandle): Promise<Header | undefined> {
  const length = Buffer.alloc(8);
  if ((await file.read(length, 0, 8, 0)).bytesRead < 8) return undefined;
  const bytes = Number(length.readBigUInt64LE());
  if (bytes < 2 || bytes > MAX_HEADER) return undefined;
  const text = Buffer.alloc(bytes);
  if ((await file.read(text, 0, bytes, 8)).bytesRead < bytes) return undefined;
  try {
    const header = headerSchema.safeParse(JSON.parse(text.toString("utf8")));
    return header.success ? { ...header.data, start: 8 + bytes } : undefined;
  } catch {
    return undefined;
  }
}

/** A zero row, as an unwritten one is, or a damaged one does not have length 1. */
function isUnit(data: Float32Array, row: number, width: number): boolean {
  let sum = 0;
  for (let i = row * width; i < (row + 1) * width; i++) sum += (data[i] as number) ** 2;
  return Math.abs(sum - 1) < 0.02;
}

/**
 * Reads rows into `target` until one is missing or does not have length 1; answers how many there are.
 *
 * @param start where the first row lies, in bytes
 */
export async function readRows(
  file: FileHandle,
  start: number,
  dtype: "F16" | "F32",
  target: Float32Array,
  width: number,
): Promise<number> {
  const size = dtype === "F16" ? 2 : 4;
  const rows = target.length / width;
  for (let from = 0; from < rows; from += BLOCK) {
    const wanted = Math.min(BLOCK, rows - from) * width;
    const bytes = new Uint8Array(wanted * size);
    const { bytesRead } = await file.read(bytes, 0, bytes.length, start + from * width * size);
    const whole = Math.floor(bytesRead / size / width);
    if (dtype === "F16") fromHalf(new Uint16Array(bytes.buffer, 0, whole * width), target, from * width);
    else target.set(new Float32Array(bytes.buffer, 0, whole * width), from * width);
    for (let row = from; row < from + whole; row++) if (!isUnit(target, row, width)) return row;
    if (whole * width < wanted) return from + whole;
  }
  return rows;
}

async function readTensors(
  file: FileHandle,
  phrases: readonly string[],
  width: number,
  key: string | undefined,
): Promise<Float32Array | undefined> {
  const header = await readHeader(file);
  if (header === undefined || (key !== undefined && header.__metadata__?.["imprompt"] !== key))
    return undefined;
  const { start, embeds, hash } = header;
  const [rows, columns] = embeds.shape;
  if (embeds.dtype === "I8" || rows !== phrases.length || columns !== width) return undefined;
  const letters = Buffer.alloc(64);
  await file.read(letters, 0, 64, start + hash.data_offsets[0]);
  if (letters.toString("latin1") !== hashOfPhrases(phrases)) return undefined;
  const data = new Float32Array(rows * width);
  const done = await readRows(file, start + embeds.data_offsets[0], embeds.dtype, data, width);
  return done === rows ? data : undefined;
}

/**
 * The embeddings of a file in the layout of CLIP Interrogator, row after row. Nothing where there is no such file, or
 * where it is of other phrases, another width, damaged, or, with a key, of other weights.
 */
export async function readTable(
  path: string,
  phrases: readonly string[],
  width: number,
  key?: string,
): Promise<Float32Array | undefined> {
  const file = await open(path).catch(() => undefined);
  if (file === undefined) return undefined;
  try {
    return await readTensors(file, phrases, width, key);
  } catch {
    return undefined;
  } finally {
    await file.close();
  }
}

/** What we know the embeddings of a file by, where it is ours. */
export async function readKey(path: string): Promise<string | undefined> {
  const file = await open(path).catch(() => undefined);
  if (file === undefined) return undefined;
  try {
    return (await readHeader(file))?.__metadata__?.["imprompt"];
  } catch {
    return undefined;
  } finally {
    await file.close();
  }
}
