import { open, readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { z } from "zod";
import { ImpromptError } from "../../base/error.js";
import type { DataType } from "../onnx/encode.js";
import type { TensorPlace, Tensors } from "./tensors.js";

/** Types that a published model may have; others are refused where a graph asks for them. */
const TYPES: { readonly [dtype: string]: { readonly type: DataType; readonly bytes: number } } = {
  F32: { type: "float32", bytes: 4 },
  F16: { type: "float16", bytes: 2 },
  BF16: { type: "bfloat16", bytes: 2 },
  I64: { type: "int64", bytes: 8 },
  I32: { type: "int32", bytes: 4 },
  I8: { type: "int8", bytes: 1 },
  U8: { type: "uint8", bytes: 1 },
  BOOL: { type: "bool", bytes: 1 },
};

/** Bytes of a header; those of the largest models stay below 1 MiB. */
const MAX_HEADER = 32 * 2 ** 20;

const entrySchema = z.object({
  dtype: z.string(),
  shape: z.array(z.int().nonnegative()),
  data_offsets: z.tuple([z.int().nonnegative(), z.int().nonnegative()]),
});
const indexSchema = z.object({ weight_map: z.record(z.string(), z.string()) });

function corrupt(where: string, what: string, cause?: unknown): ImpromptError {
  return new ImpromptError("model-corrupt", `this weights file ${what}`, {
    where,
    hint: "Check it with imprompt models verify, and pull it again if it is damaged.",
    cause,
  });
}

async function readHeader(path: string): Promise<{ header: unknown; start: number; size: number }> {
  const file = await open(path).catch((error: unknown) => {
    throw new ImpromptError("model-missing", "this weights file cannot be opened", {
      where: path,
      hint: "Get it with imprompt models pull.",
      cause: error,
    });
  });
  try {
    const { size } = await file.stat();
    const length = new DataView(new ArrayBuffer(8));
    const { bytesRead } = await file.read(length, 0, 8, 0);
    const bytes = bytesRead === 8 ? Number(length.getBigUint64(0, true)) : 0;
    if (bytes < 2 || bytes > MAX_HEADER || 8 + bytes > size) throw corrupt(path, "has no safetensors header");
    const text = Buffer.alloc(bytes);
    await file.read(text, 0, bytes, 8);
    return { header: JSON.parse(text.toString("utf8")), start: 8 + bytes, size };
  } catch (error) {
    throw error instanceof ImpromptError ? error : corrupt(path, "has an unreadable header", error);
  } finally {
    await file.close();
  }
}

async function readFilePlaces(folder: string, file: string): Promise<[string, TensorPlace][]> {
  const path = join(folder, file);
  const { header, start, size } = await readHeader(path);
  const entries = z.record(z.string(), z.unknown()).safeParse(header);
  if (!entries.success) throw corrupt(path, "has a header that is not safetensors");
  return Object.entries(entries.data).flatMap(([name, value]): [string, TensorPlace][] => {
    if (name === "__metadata__") return [];
    const entry = entrySchema.safeParse(value);
    if (!entry.success) throw corrupt(path, `describes "${name}" in a way that is not safetensors`);
    const {
      dtype,
      shape,
      data_offsets: [from, to],
    } = entry.data;
    const known = TYPES[dtype];
    if (known === undefined) return [];
    const length = to - from;
    if (length !== shape.reduce((product, side) => product * side, 1) * known.bytes) {
      throw corrupt(path, `gives "${name}" a size that is not its shape's`);
    }
    if (start + to > size) throw corrupt(path, "ends before its tensors do");
    return [[name, { type: known.type, shape, file, offset: start + from, length }]];
  });
}

async function filesOf(path: string): Promise<string[]> {
  if (!path.endsWith(".index.json")) return [path.slice(dirname(path).length + 1)];
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    throw new ImpromptError("model-missing", "this index of weights cannot be opened", {
      where: path,
      cause: error,
    });
  });
  try {
    return [...new Set(Object.values(indexSchema.parse(JSON.parse(text)).weight_map))].sort();
  } catch (error) {
    throw corrupt(path, "is not an index of shards", error);
  }
}

/**
 * The tensors of a `.safetensors` file, or of the shards that a `.safetensors.index.json` names. Reads headers alone.
 *
 * @throws ImpromptError `model-missing`, `model-corrupt`
 * @source https://github.com/huggingface/safetensors#format (2026-11-21): 8 bytes of length, JSON, tensors
 */
export async function readSafetensors(path: string): Promise<Tensors> {
  const absolute = resolve(path);
  const folder = dirname(absolute);
  const files = await filesOf(absolute);
  const outside = files.find((file) => file !== join("/", file).slice(1) || file === "");
  if (outside !== undefined) throw corrupt(absolute, `names a shard outside its folder, "${outside}"`);
  const places = new Map((await Promise.all(files.map((file) => readFilePlaces(folder, file)))).flat());
  return {
    folder,
    names: [...places.keys()],
    has: (name) => places.has(name),
    get: (name) => {
      const place = places.get(name);
      if (place === undefined) throw corrupt(absolute, `has no tensor "${name}"`);
      return place;
    },
  };
}
