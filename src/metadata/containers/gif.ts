import { decodeText, startsWith } from "./decode-text.js";
import { addText, type Lifted, startLifting } from "./lifted.js";

/**
 * Comment extensions and the XMP application extension of a GIF.
 *
 * @source GIF89a specification, §§22 to 26; Adobe XMP part 3 §1.1.2
 */
export function liftGif(bytes: Uint8Array): Lifted {
  const lifting = startLifting();
  let at = 13 + colourTableSize(bytes[10] ?? 0);
  while (at < bytes.length) {
    const introducer = bytes[at];
    if (introducer === 0x2c) {
      at = skipBlocks(bytes, at + 11 + colourTableSize(bytes[at + 9] ?? 0));
    } else if (introducer === 0x21) {
      const label = bytes[at + 1];
      const start = at + 2;
      const end = skipBlocks(bytes, start);
      if (label === 0xfe)
        addText(lifting, "GIF comment", "Comment", decodeText(joinBlocks(bytes, start, end)));
      // XMP stands raw between its application block and a magic trailer of 258 bytes.
      if (label === 0xff && startsWith(bytes, "XMP DataXMP", start + 1)) {
        const close = bytes.indexOf(0, start + 12);
        const packet = bytes.subarray(start + 12, close < 0 ? end : close);
        lifting.xmp ??= decodeText(packet.subarray(0, packet.lastIndexOf(0x3e) + 1));
      }
      at = end;
    } else break;
  }
  return lifting;
}

function colourTableSize(packed: number): number {
  return (packed & 0x80) === 0 ? 0 : 3 * 2 ** ((packed & 7) + 1);
}

/** The offset behind the sub-blocks that begin at `at`. */
function skipBlocks(bytes: Uint8Array, at: number): number {
  let cursor = at;
  while (cursor < bytes.length) {
    const size = bytes[cursor] ?? 0;
    cursor += size + 1;
    if (size === 0) break;
  }
  return cursor;
}

function joinBlocks(bytes: Uint8Array, start: number, end: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let cursor = start;
  while (cursor < Math.min(end, bytes.length)) {
    const size = bytes[cursor] ?? 0;
    if (size === 0) break;
    parts.push(bytes.subarray(cursor + 1, cursor + 1 + size));
    cursor += size + 1;
  }
  return Buffer.concat(parts);
}
