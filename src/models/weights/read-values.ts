import { open } from "node:fs/promises";
import { join } from "node:path";
import { ImpromptError } from "../../base/error.js";
import type { TensorPlace, Tensors } from "./tensors.js";

/** The value of IEEE half-precision bits. */
function fromHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction === 0 ? sign * Infinity : Number.NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

function widen(bytes: DataView, { type }: TensorPlace): Float32Array {
  if (type === "float32") {
    return Float32Array.from({ length: bytes.byteLength / 4 }, (_, index) =>
      bytes.getFloat32(index * 4, true),
    );
  }
  const halves = Uint16Array.from({ length: bytes.byteLength / 2 }, (_, index) =>
    bytes.getUint16(index * 2, true),
  );
  if (type === "float16") return Float32Array.from(halves, fromHalf);
  return new Float32Array(Uint32Array.from(halves, (half) => half * 0x10000).buffer);
}

/**
 * The numbers of one tensor, row by row; half floats are widened.
 *
 * @throws ImpromptError `model-corrupt` when there is no such tensor, or it holds no floats
 */
export async function readValues(tensors: Tensors, name: string): Promise<Float32Array> {
  const place = tensors.get(name);
  const path = join(tensors.folder, place.file);
  if (place.type !== "float32" && place.type !== "float16" && place.type !== "bfloat16") {
    throw new ImpromptError("model-corrupt", `"${name}" should hold floats, not ${place.type}`, {
      where: path,
    });
  }
  const file = await open(path);
  try {
    const bytes = new DataView(new ArrayBuffer(place.length));
    await file.read(bytes, 0, place.length, place.offset);
    return widen(bytes, place);
  } finally {
    await file.close();
  }
}
