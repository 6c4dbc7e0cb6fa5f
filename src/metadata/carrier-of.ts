import type { Warning } from "../base/warning.js";
import type { Carrier } from "./carrier.js";
import { startsWith } from "./containers/decode-text.js";
import { exifTexts } from "./containers/exif-texts.js";
import { liftGif } from "./containers/gif.js";
import { liftIsobmff } from "./containers/isobmff.js";
import { liftJpeg } from "./containers/jpeg.js";
import { type Lifted, startLifting } from "./containers/lifted.js";
import { liftPng } from "./containers/png.js";
import { liftTiff } from "./containers/tiff.js";
import { liftWebp } from "./containers/webp.js";

/**
 * The metadata blocks of an image file, told by its magic bytes; pixels are not decoded. Damaged, oversized and
 * unknown input gives what could be read and a warning, never an error.
 */
export function carrierOf(bytes: Uint8Array): {
  readonly carrier: Carrier;
  readonly warnings: readonly Warning[];
} {
  const format = formatOf(bytes);
  const lifted = lift(format, bytes);
  const exif = lifted.exif === null ? null : withoutPrefix(lifted.exif);
  const texts = exif === null ? lifted.texts : [...lifted.texts, ...exifTexts(exif)];
  const { xmp, iptc, c2pa, warnings } = lifted;
  return { carrier: { format, texts, xmp, exif, iptc, c2pa }, warnings };
}

type Walker = (bytes: Uint8Array) => Lifted;

const WALKERS: ReadonlyMap<string, Walker> = new Map([
  ["png", liftPng],
  ["jpeg", liftJpeg],
  ["webp", liftWebp],
  ["gif", liftGif],
  ["tiff", liftTiff],
  ["avif", liftIsobmff],
  ["heic", liftIsobmff],
]);

function lift(format: string, bytes: Uint8Array): Lifted {
  const walker = WALKERS.get(format);
  if (walker === undefined) return startLifting();
  try {
    return walker(bytes);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      ...startLifting(),
      warnings: [{ code: "metadata-ignored", message: `the ${format} metadata is damaged (${reason})` }],
    };
  }
}

function formatOf(bytes: Uint8Array): string {
  if (startsWith(bytes, "\x89PNG\r\n\x1a\n")) return "png";
  if (startsWith(bytes, "\xff\xd8\xff")) return "jpeg";
  if (startsWith(bytes, "RIFF") && startsWith(bytes, "WEBP", 8)) return "webp";
  if (startsWith(bytes, "GIF8")) return "gif";
  if (startsWith(bytes, "II*\0") || startsWith(bytes, "MM\0*")) return "tiff";
  if (startsWith(bytes, "ftyp", 4)) return startsWith(bytes, "avi", 8) ? "avif" : "heic";
  if (startsWith(bytes, "BM")) return "bmp";
  return "unknown";
}

function withoutPrefix(exif: Uint8Array): Uint8Array {
  return startsWith(exif, "Exif\0") ? exif.subarray(6) : exif;
}
