import { constants, inflateSync } from "node:zlib";
import { decodeLatin1, decodeText } from "./decode-text.js";
import { addText, type Lifted, type Lifting, startLifting, warnOnce } from "./lifted.js";

/** One compressed chunk may grow to this, and all of a file to twice that; a bomb costs what it was allowed. */
const MAX_INFLATED_CHUNK = 16 * 1024 * 1024;
const MAX_INFLATED_FILE = 2 * MAX_INFLATED_CHUNK;
const MAX_TEXT_CHUNK = MAX_INFLATED_CHUNK;

interface Walk extends Lifting {
  inflateLeft: number;
}

/**
 * The text, EXIF and C2PA chunks of a PNG, before and after the pixels; checksums are not asked for.
 *
 * @source W3C Portable Network Graphics (Third Edition), §11.3; C2PA 2.1 §A.3.3 (caBX)
 */
export function liftPng(bytes: Uint8Array): Lifted {
  const walk: Walk = { ...startLifting(), inflateLeft: MAX_INFLATED_FILE };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 8;
  while (at + 8 <= bytes.length) {
    const length = view.getUint32(at);
    const type = view.getUint32(at + 4);
    const start = at + 8;
    if (length > bytes.length - start) {
      warnOnce(walk, "metadata-partial", "the PNG breaks off inside a chunk");
      break;
    }
    const data = bytes.subarray(start, start + length);
    if (type === TEXT) liftPlain(walk, data);
    else if (type === ITXT) liftInternational(walk, data);
    else if (type === ZTXT) liftCompressed(walk, data);
    else if (type === EXIF) walk.exif ??= data;
    else if (type === CABX) walk.c2pa ??= data;
    else if (type === IEND) break;
    at = start + length + 4;
  }
  const { texts, xmp, exif, iptc, c2pa, warnings } = walk;
  return { texts, xmp, exif, iptc, c2pa, warnings };
}

const TEXT = 0x74455874;
const ITXT = 0x69545874;
const ZTXT = 0x7a545874;
const EXIF = 0x65584966;
const CABX = 0x63614258;
const IEND = 0x49454e44;

function liftPlain(walk: Walk, data: Uint8Array): void {
  const key = keyword(data);
  if (key === null) return;
  keep(walk, "PNG tEXt", key.text, data.subarray(key.end + 1));
}

function liftCompressed(walk: Walk, data: Uint8Array): void {
  const key = keyword(data);
  if (key === null) return;
  const text = inflate(walk, data.subarray(key.end + 2), `PNG zTXt ${key.text}`);
  if (text !== null) keep(walk, "PNG zTXt", key.text, text);
}

function liftInternational(walk: Walk, data: Uint8Array): void {
  const key = keyword(data);
  if (key === null) return;
  const compressed = data[key.end + 1] === 1;
  const languageEnd = data.indexOf(0, key.end + 3);
  const translatedEnd = languageEnd < 0 ? -1 : data.indexOf(0, languageEnd + 1);
  if (translatedEnd < 0) return;
  const body = data.subarray(translatedEnd + 1);
  const text = compressed ? inflate(walk, body, `PNG iTXt ${key.text}`) : body;
  if (text !== null) keep(walk, "PNG iTXt", key.text, text);
}

function keyword(data: Uint8Array): { readonly text: string; readonly end: number } | null {
  const end = data.indexOf(0);
  if (end < 0 || end > 1024) return null;
  return { text: decodeText(data.subarray(0, end)), end };
}

function inflate(walk: Walk, data: Uint8Array, where: string): Uint8Array | null {
  const limit = Math.min(MAX_INFLATED_CHUNK, walk.inflateLeft);
  if (limit <= 0) {
    warnOnce(walk, "metadata-ignored", "compressed texts are too large, the rest is left out");
    return null;
  }
  try {
    const text = inflateSync(data, { maxOutputLength: limit, finishFlush: constants.Z_SYNC_FLUSH });
    walk.inflateLeft -= text.length;
    return text;
  } catch (error) {
    const tooLarge = error instanceof RangeError;
    walk.inflateLeft -= tooLarge ? limit : 0;
    const reason = tooLarge ? "grows beyond 16 MiB when unpacked" : "does not unpack";
    warnOnce(walk, "metadata-ignored", `a compressed text ${reason}`, where);
    return null;
  }
}

function keep(walk: Walk, container: string, key: string, bytes: Uint8Array): void {
  if (bytes.length > MAX_TEXT_CHUNK) {
    warnOnce(walk, "metadata-ignored", "a text is larger than 16 MiB", `${container} ${key}`);
  } else if (key === "XML:com.adobe.xmp") walk.xmp ??= decodeText(bytes);
  else if (key.startsWith("Raw profile type ")) keepRawProfile(walk, key.slice(17), bytes);
  else addText(walk, container, key, decodeText(bytes));
}

/**
 * ImageMagick's way of putting foreign blocks into text chunks: a name, a length, then hexadecimal digits.
 *
 * @source ImageMagick, coders/png.c (Magick_png_write_raw_profile)
 */
function keepRawProfile(walk: Walk, kind: string, bytes: Uint8Array): void {
  const text = decodeLatin1(bytes);
  const head = /^\s*\S+\s+(\d+)\s/.exec(text.slice(0, 200));
  const profile = Buffer.from((head === null ? "" : text.slice(head[0].length)).replace(/\s+/g, ""), "hex");
  if (profile.length === 0) addText(walk, "PNG tEXt", `Raw profile type ${kind}`, text);
  else if (kind === "xmp") walk.xmp ??= decodeText(profile);
  else if (kind === "iptc" || kind === "8bim") walk.iptc ??= profile;
  else if (kind === "exif" || kind === "APP1") {
    if (profile.subarray(0, 4).toString("latin1") === "http") {
      walk.xmp ??= decodeText(profile.subarray(profile.indexOf(0) + 1));
    } else walk.exif ??= profile;
  }
}
