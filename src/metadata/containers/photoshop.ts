import { startsWith } from "./decode-text.js";

/**
 * The IPTC data set (resource 0x0404) among Photoshop's image resources; null where there is none.
 *
 * @source Adobe Photoshop File Formats Specification, "Image Resource Blocks"
 */
export function iptcOfPhotoshop(data: Uint8Array): Uint8Array | null {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  let at = 0;
  while (at + 12 <= data.length && startsWith(data, "8BIM", at)) {
    const id = view.getUint16(at + 4);
    const nameLength = data[at + 6] ?? 0;
    const sizeAt = at + 6 + ((nameLength + 2) & ~1);
    if (sizeAt + 4 > data.length) return null;
    const size = view.getUint32(sizeAt);
    const start = sizeAt + 4;
    if (size > data.length - start) return null;
    if (id === 0x0404) return data.subarray(start, start + size);
    at = start + size + (size & 1);
  }
  return null;
}
