import { cutShort } from "../failure.js";
import type { BmpHeader } from "./bmp-header.js";

/**
 * Indices of a run-length coded BMP, row by row as stored, one byte a pixel; pixels skipped by a delta or an
 * early end are 0. Runs past the end of a row are clipped.
 *
 * @source Microsoft, "Bitmap Compression"
 * @throws ImpromptError `input-corrupt` when the data ends before the end mark and the last row
 */
export function bmpRle(bytes: Uint8Array, header: BmpHeader, name: string): Uint8Array {
  const { width, height } = header;
  const nibbles = header.coding === "rle4";
  const indices = new Uint8Array(width * height);
  let x = 0;
  let y = 0;
  let at = header.pixelsAt;
  const put = (index: number): void => {
    if (x < width) indices[y * width + x] = index;
    x++;
  };
  const half = (byte: number, i: number): number => (i % 2 === 0 ? byte >> 4 : byte & 15);
  while (y < height) {
    if (at + 2 > bytes.length) throw cutShort("bmp", name);
    const count = bytes[at] as number;
    const value = bytes[at + 1] as number;
    at += 2;
    if (count > 0) {
      for (let i = 0; i < count; i++) put(nibbles ? half(value, i) : value);
    } else if (value === 0) {
      x = 0;
      y++;
    } else if (value === 1) {
      break;
    } else if (value === 2) {
      x += bytes[at] ?? 0;
      y += bytes[at + 1] ?? 0;
      at += 2;
    } else {
      const length = nibbles ? (value + 1) >> 1 : value;
      if (at + length > bytes.length) throw cutShort("bmp", name);
      for (let i = 0; i < value; i++) {
        put(nibbles ? half(bytes[at + (i >> 1)] as number, i) : (bytes[at + i] as number));
      }
      at += length + (length % 2);
    }
  }
  return indices;
}
