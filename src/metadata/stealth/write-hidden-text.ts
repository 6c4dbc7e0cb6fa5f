import { gzipSync } from "node:zlib";
import { ImpromptError } from "../../base/error.js";
import {
  capacityOf,
  carrierByte,
  type HidingChannel,
  type HidingPixels,
  LENGTH_BYTES,
  MAGIC_BYTES,
  PLANES,
} from "./planes.js";

export interface WriteHiddenTextOptions {
  readonly channel: HidingChannel;
  /** gzip, as NovelAI writes it. */
  readonly compressed: boolean;
}

/**
 * A copy of the pixels with the text in their lowest bits; each carrying byte changes by 1 at most.
 *
 * @throws ImpromptError invalid-option when the picture is too small for the text
 */
export function writeHiddenText(
  pixels: HidingPixels,
  text: string,
  options: WriteHiddenTextOptions,
): HidingPixels {
  const { channel, compressed } = options;
  const plane = PLANES.find((candidate) => candidate.channel === channel);
  const magic = new TextEncoder().encode(compressed ? plane?.compressed : plane?.plain);
  const plain = new TextEncoder().encode(text);
  const payload = compressed ? new Uint8Array(gzipSync(plain)) : plain;
  const start = MAGIC_BYTES + LENGTH_BYTES;
  const message = new Uint8Array(start + payload.length);
  message.set(magic);
  new DataView(message.buffer).setUint32(MAGIC_BYTES, payload.length * 8);
  message.set(payload, start);
  if (message.length > capacityOf(pixels, channel)) {
    throw new ImpromptError(
      "invalid-option",
      `a text of ${payload.length} bytes does not fit into ${pixels.width} x ${pixels.height} pixels`,
      { where: `${channel} channel`, hint: "Take a larger picture or a shorter text." },
    );
  }
  const data = pixels.data.slice();
  for (let bit = 0; bit < message.length * 8; bit += 1) {
    const value = ((message[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1;
    const at = carrierByte(pixels, channel, bit);
    data[at] = ((data[at] ?? 0) & 0xfe) | value;
  }
  return { width: pixels.width, height: pixels.height, data };
}
