import type { TextBlock } from "../carrier.js";
import { decodeText, decodeUtf16, decodeUtf16Guess, startsWith, trimNuls } from "./decode-text.js";
import { type TiffTag, tiffTags } from "./tiff-tags.js";

const PLAIN: ReadonlyMap<number, string> = new Map([
  [0x010d, "DocumentName"],
  [0x010e, "ImageDescription"],
  [0x010f, "Make"],
  [0x0110, "Model"],
  [0x0131, "Software"],
  [0x013b, "Artist"],
  [0x013c, "HostComputer"],
  [0x8298, "Copyright"],
]);

const WINDOWS: ReadonlyMap<number, string> = new Map([
  [0x9c9b, "XPTitle"],
  [0x9c9c, "XPComment"],
  [0x9c9d, "XPAuthor"],
  [0x9c9e, "XPKeywords"],
  [0x9c9f, "XPSubject"],
]);

/** Bytes that all texts of one block may have together: tags may point at the same bytes again and again. */
const MAX_TEXT_BYTES = 16 * 1024 * 1024;

/**
 * The tags of an EXIF block in which tools leave texts, in file order. UTF-16 of either order, UTF-8 and Latin-1 are
 * told apart by content, since writers disagree with their own marks. MakerNote only where it is text.
 *
 * @source CIPA DC-008 (EXIF 2.32) §4.6.6 (UserComment's eight-byte character code)
 */
export function exifTexts(exif: Uint8Array): readonly TextBlock[] {
  const blocks: TextBlock[] = [];
  let left = MAX_TEXT_BYTES;
  for (const tag of tiffTags(exif)) {
    if (tag.directory === "other" || tag.directory === "gps" || !isTextTag(tag.tag)) continue;
    left -= tag.bytes.length;
    if (left < 0) break;
    const named = textOfTag(tag);
    if (named !== null && named.text !== "")
      blocks.push({ container: "EXIF", key: named.key, text: named.text });
  }
  return blocks;
}

const USER_COMMENT = 0x9286;
const MAKER_NOTE = 0x927c;

function isTextTag(tag: number): boolean {
  return PLAIN.has(tag) || WINDOWS.has(tag) || tag === USER_COMMENT || tag === MAKER_NOTE;
}

function textOfTag(tag: TiffTag): { readonly key: string; readonly text: string } | null {
  const plain = PLAIN.get(tag.tag);
  if (plain !== undefined) return { key: plain, text: trimNuls(decodeText(tag.bytes)) };
  const windows = WINDOWS.get(tag.tag);
  if (windows !== undefined) return { key: windows, text: trimNuls(decodeUtf16(tag.bytes, false)) };
  if (tag.tag === USER_COMMENT) return { key: "UserComment", text: userComment(tag.bytes, tag.bigEndian) };
  if (tag.tag === MAKER_NOTE && isText(tag.bytes))
    return { key: "MakerNote", text: trimNuls(decodeText(tag.bytes)) };
  return null;
}

function userComment(bytes: Uint8Array, bigEndian: boolean): string {
  const body = bytes.subarray(8);
  if (startsWith(bytes, "UNICODE\0")) {
    return trimNuls(isPlainText(body) ? decodeText(body) : decodeUtf16Guess(body, bigEndian));
  }
  if (startsWith(bytes, "ASCII\0\0\0")) return trimNuls(decodeText(body));
  if (startsWith(bytes, "JIS\0\0\0\0\0")) return trimNuls(decodeJis(body));
  if (bytes.length >= 8 && bytes.subarray(0, 8).every((byte) => byte === 0)) {
    return trimNuls(body.includes(0) && !isText(body) ? decodeUtf16Guess(body, bigEndian) : decodeText(body));
  }
  return trimNuls(decodeText(bytes));
}

/** Whether UTF-16 is out of the question: at least 16 bytes without NUL, nine in ten of them ASCII. */
function isPlainText(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 4096);
  if (sample.length < 16 || !isText(sample) || bytes.includes(0)) return false;
  return sample.reduce((count, byte) => count + (byte < 0x80 ? 1 : 0), 0) >= sample.length * 0.9;
}

function decodeJis(bytes: Uint8Array): string {
  return new TextDecoder("iso-2022-jp").decode(bytes);
}

/** Whether nothing but printable characters, line breaks and closing NULs stands there; bytes over 0x7F may. */
function isText(bytes: Uint8Array): boolean {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end -= 1;
  if (end === 0) return false;
  for (let i = 0; i < end; i += 1) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return false;
  }
  return true;
}
