import { crc32, deflateSync } from "node:zlib";
import { ImpromptError } from "../base/error.js";
import { startsWith } from "./containers/decode-text.js";
import { type ExifTexts, exifBlock } from "./write-exif.js";

/** One text chunk to write. */
export interface PngText {
  readonly key: string;
  readonly text: string;
  /** By default tEXt where Latin-1 holds the text, else iTXt. In tEXt and zTXt other texts become raw UTF-8. */
  readonly kind?: "tEXt" | "iTXt" | "zTXt";
}

const PNG_HEADER_END = 33;

/**
 * The PNG with these text chunks behind its header, in order; the pixels are not touched.
 *
 * @throws ImpromptError "input-unsupported" when the bytes are no PNG
 * @source W3C Portable Network Graphics (Third Edition), §11.3.3
 */
export function addPngTexts(png: Uint8Array, texts: readonly PngText[]): Uint8Array {
  if (!startsWith(png, "\x89PNG\r\n\x1a\n") || png.length < PNG_HEADER_END) {
    throw new ImpromptError("input-unsupported", "text chunks go into PNG files only");
  }
  const chunks = texts.map((text) => textChunk(text));
  return Buffer.concat([png.subarray(0, PNG_HEADER_END), ...chunks, png.subarray(PNG_HEADER_END)]);
}

/**
 * The JPEG or WebP file with an EXIF block that holds these texts. The file must not have one yet: the first is the
 * one that readers take.
 *
 * @throws ImpromptError "input-unsupported" for other formats, "invalid-option" when a JPEG cannot hold that much
 */
export function addExif(
  image: Uint8Array,
  texts: ExifTexts,
  options: { readonly littleEndian?: boolean } = {},
): Uint8Array {
  const exif = exifBlock(texts, options);
  if (startsWith(image, "\xff\xd8\xff")) return jpegWithExif(image, exif);
  if (startsWith(image, "RIFF") && startsWith(image, "WEBP", 8)) return webpWithExif(image, exif);
  throw new ImpromptError("input-unsupported", "EXIF texts go into JPEG and WebP files only");
}

function textChunk(entry: PngText): Uint8Array {
  const isLatin1 = /^[\0-\xff]*$/.test(entry.text);
  const kind = entry.kind ?? (isLatin1 ? "tEXt" : "iTXt");
  const key = Buffer.from(`${entry.key}\0`, "latin1");
  const text = Buffer.from(entry.text, isLatin1 && kind !== "iTXt" ? "latin1" : "utf8");
  if (kind === "tEXt") return chunk(kind, [key, text]);
  if (kind === "zTXt") return chunk(kind, [key, Buffer.from([0]), deflateSync(text)]);
  return chunk(kind, [key, Buffer.from([0, 0, 0, 0]), text]);
}

function chunk(type: string, parts: readonly Uint8Array[]): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, "latin1"), ...parts]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(body.length - 4, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

function jpegWithExif(image: Uint8Array, exif: Uint8Array): Uint8Array {
  const length = exif.length + 8;
  if (length > 0xffff) {
    throw new ImpromptError(
      "invalid-option",
      `a JPEG segment holds 65,525 bytes of EXIF, not ${exif.length}`,
    );
  }
  const head = Buffer.from([0xff, 0xe1, length >> 8, length & 0xff, 0x45, 0x78, 0x69, 0x66, 0, 0]);
  return Buffer.concat([image.subarray(0, 2), head, exif, image.subarray(2)]);
}

/** Puts the block at the end and makes a plain file an extended one, as the format asks. */
function webpWithExif(image: Uint8Array, exif: Uint8Array): Uint8Array {
  const isExtended = startsWith(image, "VP8X", 12);
  const header = isExtended ? Buffer.from(image.subarray(12, 30)) : extendedHeader(image);
  header[8] = (header[8] ?? 0) | 0x08;
  const pad = exif.length & 1;
  const frame = Buffer.alloc(8 + exif.length + pad);
  frame.write("EXIF", 0, "latin1");
  frame.writeUInt32LE(exif.length, 4);
  frame.set(exif, 8);
  const body = Buffer.concat([header, image.subarray(isExtended ? 30 : 12), frame]);
  const riff = Buffer.alloc(12);
  riff.write("RIFF", 0, "latin1");
  riff.writeUInt32LE(body.length + 4, 4);
  riff.write("WEBP", 8, "latin1");
  return Buffer.concat([riff, body]);
}

/** @source RFC 9649 §2.7; the canvas is read from the VP8 (§2.5) or VP8L (§3.4) header */
function extendedHeader(image: Uint8Array): Buffer {
  const view = new DataView(image.buffer, image.byteOffset, image.byteLength);
  const isLossless = startsWith(image, "VP8L", 12);
  if (image.length < 30 || (!isLossless && !startsWith(image, "VP8 ", 12))) {
    throw new ImpromptError("input-corrupt", "the WebP has no picture chunk where one must be");
  }
  const bits = isLossless ? view.getUint32(21, true) : 0;
  const width = isLossless ? bits & 0x3fff : (view.getUint16(26, true) & 0x3fff) - 1;
  const height = isLossless ? (bits >>> 14) & 0x3fff : (view.getUint16(28, true) & 0x3fff) - 1;
  const hasAlpha = isLossless && ((bits >>> 28) & 1) === 1;
  const header = Buffer.alloc(18);
  header.write("VP8X", 0, "latin1");
  header.writeUInt32LE(10, 4);
  header[8] = hasAlpha ? 0x10 : 0;
  header.writeUIntLE(width, 12, 3);
  header.writeUIntLE(height, 15, 3);
  return header;
}
