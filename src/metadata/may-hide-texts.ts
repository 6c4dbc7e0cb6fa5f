import { startsWith } from "./containers/decode-text.js";

/**
 * Whether the format keeps each bit of each pixel, so that texts may be hidden there: PNG in true colour of 8 bits,
 * WebP that is lossless or has an alpha plane.
 */
export function mayHideTexts(bytes: Uint8Array, format: string): boolean {
  if (format === "png") {
    const depth = bytes[24];
    const colourType = bytes[25];
    return depth === 8 && (colourType === 2 || colourType === 6);
  }
  if (format !== "webp") return false;
  return startsWith(bytes, "VP8L", 12) || (startsWith(bytes, "VP8X", 12) && ((bytes[20] ?? 0) & 0x10) !== 0);
}
