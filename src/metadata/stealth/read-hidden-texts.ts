import { gunzipSync } from "node:zlib";
import { ImpromptError } from "../../base/error.js";
import type { TextBlock } from "../carrier.js";
import { hiddenBlocks } from "./hidden-blocks.js";
import { capacityOf, carrierByte, type HidingPixels, LENGTH_BYTES, MAGIC_BYTES, PLANES } from "./planes.js";

/** Inflated bytes; real ones stay under 100 kB. */
const MOST_TEXT = 4 * 1024 * 1024;

/**
 * The texts that are hidden in the lowest bits of alpha, then of colour. Where none is, 15 bytes' worth of bits of
 * each are all that is read.
 *
 * @throws ImpromptError input-corrupt when a magic word is there, but no text behind it
 */
export function readHiddenTexts(pixels: HidingPixels): TextBlock[] {
  const { width, height, data } = pixels;
  if (!(width > 0 && height > 0) || data.length < width * height * 4) return [];
  const blocks: TextBlock[] = [];
  let damage: ImpromptError | undefined;
  for (const { channel, container, plain, compressed } of PLANES) {
    if (capacityOf(pixels, channel) < MAGIC_BYTES + LENGTH_BYTES) continue;
    const read = (from: number, count: number): Uint8Array => readBytes(pixels, channel, from, count);
    const magic = String.fromCharCode(...read(0, MAGIC_BYTES));
    if (magic !== plain && magic !== compressed) continue;
    const bits = new DataView(read(MAGIC_BYTES, LENGTH_BYTES).buffer).getUint32(0);
    const count = Math.floor(bits / 8);
    const start = MAGIC_BYTES + LENGTH_BYTES;
    if (count === 0 || start + count > capacityOf(pixels, channel)) {
      damage ??= damaged(container, `its length of ${count} bytes does not fit the picture`);
      continue;
    }
    try {
      const text = textOf(read(start, count), magic === compressed);
      blocks.push(...hiddenBlocks(text, container));
    } catch (cause) {
      damage ??= damaged(container, cause instanceof Error ? cause.message : String(cause), cause);
    }
  }
  if (blocks.length === 0 && damage !== undefined) throw damage;
  return blocks;
}

function readBytes(
  pixels: HidingPixels,
  channel: "alpha" | "rgb",
  from: number,
  count: number,
): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(count);
  for (let index = 0; index < count; index += 1) {
    let byte = 0;
    for (let bit = 0; bit < 8; bit += 1) {
      const lowest = (pixels.data[carrierByte(pixels, channel, (from + index) * 8 + bit)] ?? 0) & 1;
      byte = (byte << 1) | lowest;
    }
    bytes[index] = byte;
  }
  return bytes;
}

function textOf(payload: Uint8Array, isCompressed: boolean): string {
  const bytes = isCompressed
    ? gunzipSync(payload, { maxOutputLength: MOST_TEXT })
    : payload.subarray(0, MOST_TEXT);
  return new TextDecoder().decode(bytes);
}

function damaged(container: string, why: string, cause?: unknown): ImpromptError {
  return new ImpromptError("input-corrupt", `the text hidden in the ${container} is damaged (${why})`, {
    cause,
  });
}
