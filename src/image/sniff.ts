import { startsWith, textAt } from "./magic.js";
import { sniffIsoMedia } from "./sniff-iso-media.js";
import { sniffText } from "./sniff-text.js";
import { isRawPhoto } from "./sniff-tiff.js";
import type { Sniffed } from "./sniffed.js";

/** Fixed bytes at an offset, tried in order. `?` in `magic` stands for any byte. */
const SIGNATURES: readonly (readonly [offset: number, magic: string, means: Sniffed])[] = [
  [0, "\xff\xd8\xff", { format: "jpeg" }],
  [0, "\x89PNG\r\n\x1a\n", { format: "png" }],
  [0, "RIFF????WEBP", { format: "webp" }],
  [0, "GIF87a", { format: "gif" }],
  [0, "GIF89a", { format: "gif" }],
  [0, "II*\0\x10\0\0\0CR", { other: "a Canon RAW photo (CR2)" }],
  [0, "IIRO", { other: "an Olympus RAW photo (ORF)" }],
  [0, "IIRS", { other: "an Olympus RAW photo (ORF)" }],
  [0, "MMOR", { other: "an Olympus RAW photo (ORF)" }],
  [0, "IIU\0", { other: "a Panasonic RAW photo (RW2)" }],
  [0, "FUJIFILMCCD-RAW", { other: "a Fujifilm RAW photo (RAF)" }],
  [0, "FOVb", { other: "a Sigma RAW photo (X3F)" }],
  [0, "\xff\x0a", { other: "a JPEG XL picture" }],
  [0, "\0\0\0\x0cJXL \r\n\x87\n", { other: "a JPEG XL picture" }],
  [0, "\0\0\0\x0cjP  \r\n\x87\n", { other: "a JPEG 2000 picture" }],
  [0, "\xff\x4f\xff\x51", { other: "a JPEG 2000 codestream" }],
  [0, "8BPS", { other: "a Photoshop document (PSD)" }],
  [0, "gimp xcf", { other: "a GIMP document (XCF)" }],
  [0, "%PDF-", { other: "a PDF document" }],
  [0, "%!PS", { other: "a PostScript document" }],
  [0, "\0\0\x01\0", { other: "a Windows icon (ICO)" }],
  [0, "\x76\x2f\x31\x01", { other: "an OpenEXR picture" }],
  [0, "#?RADIANCE", { other: "a Radiance HDR picture" }],
  [0, "DDS ", { other: "a DirectDraw texture (DDS)" }],
  [0, "qoif", { other: "a QOI picture" }],
  [0, "\x1a\x45\xdf\xa3", { other: "a video (Matroska or WebM)" }],
  [0, "RIFF????AVI ", { other: "a video (AVI)" }],
  [0, "RIFF????WAVE", { other: "a sound file (WAV)" }],
  [0, "OggS", { other: "an Ogg sound or video file" }],
  [0, "fLaC", { other: "a sound file (FLAC)" }],
  [0, "ID3", { other: "a sound file (MP3)" }],
  [0, "\0\0\x01\xba", { other: "a video (MPEG)" }],
  [0, "PK\x03\x04", { other: "a ZIP archive or an office document" }],
  [0, "PK\x05\x06", { other: "an empty ZIP archive" }],
  [0, "\x1f\x8b", { other: "gzip-compressed data (an SVGZ must be unpacked first)" }],
  [0, "7z\xbc\xaf\x27\x1c", { other: "a 7z archive" }],
  [0, "Rar!\x1a\x07", { other: "a RAR archive" }],
  [0, "BZh", { other: "bzip2-compressed data" }],
  [0, "\xfd7zXZ\0", { other: "xz-compressed data" }],
  [0, "\x28\xb5\x2f\xfd", { other: "zstd-compressed data" }],
  [0, "SQLite format 3\0", { other: "an SQLite database" }],
  [0, "\x7fELF", { other: "a program (ELF)" }],
  [0, "\xcf\xfa\xed\xfe", { other: "a program (Mach-O)" }],
  [0, "\0asm", { other: "a WebAssembly module" }],
  [257, "ustar", { other: "a tar archive" }],
  [0, "MZ", { other: "a Windows program" }],
];

/** BITMAPCOREHEADER to BITMAPV5HEADER, by their size field. */
const BMP_HEADER_SIZES: ReadonlySet<number> = new Set([12, 16, 40, 52, 56, 64, 108, 124]);

/**
 * What the bytes are, by their first bytes and never by a name; `null` when nothing is recognised. TIFF
 * containers that hold a camera's sensor data are told apart from TIFF pictures, HEIC from AVIF by brand.
 * The answer says what the file claims to be, not that it is whole.
 */
export function sniff(bytes: Uint8Array): Sniffed | null {
  for (const [offset, magic, means] of SIGNATURES) {
    if (startsWith(bytes, magic, offset)) return means;
  }
  if (startsWith(bytes, "II*\0") || startsWith(bytes, "MM\0*")) {
    return isRawPhoto(bytes) ? { other: "a camera RAW photo (DNG, NEF, ARW or kin)" } : { format: "tiff" };
  }
  if (startsWith(bytes, "II+\0") || startsWith(bytes, "MM\0+")) return { format: "tiff" };
  if (startsWith(bytes, "BM") && BMP_HEADER_SIZES.has(bytes[14] ?? 0) && bytes[15] === 0) {
    return { format: "bmp" };
  }
  const isoBox = textAt(bytes, 4, 4);
  if (isoBox === "ftyp") return sniffIsoMedia(bytes);
  if (isoBox === "moov" || isoBox === "mdat") return { other: "a video (QuickTime)" };
  return sniffText(bytes);
}
