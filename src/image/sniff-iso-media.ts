import { textAt, uint32 } from "./magic.js";
import type { Sniffed } from "./sniffed.js";

const AVIF_BRANDS: ReadonlySet<string> = new Set(["avif", "avis"]);
const HEVC_BRANDS: ReadonlySet<string> = new Set([
  "heic",
  "heix",
  "heim",
  "heis",
  "hevc",
  "hevx",
  "hevm",
  "hevs",
]);
/** Brands of still pictures that do not name the codec. */
const HEIF_BRANDS: ReadonlySet<string> = new Set(["mif1", "mif2", "msf1", "miaf"]);

/**
 * An ISO base media file (`ftyp` first), told by its brands: the major one first, then the compatible ones in
 * their order; where they leave the codec open, by the item type in the first 4 KiB.
 *
 * @source ISO/IEC 23008-12 (HEIF), annex B; AV1 Image File Format, section 8
 */
export function sniffIsoMedia(bytes: Uint8Array): Sniffed {
  const end = Math.min(uint32(bytes, 0), bytes.length, 512);
  const brands = [textAt(bytes, 8, 4)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(textAt(bytes, at, 4));
  for (const brand of brands) {
    if (AVIF_BRANDS.has(brand)) return { format: "avif" };
    if (HEVC_BRANDS.has(brand)) return { format: "heic" };
  }
  if (brands.some((brand) => HEIF_BRANDS.has(brand))) {
    const head = textAt(bytes, 0, 4096);
    if (head.includes("av01")) return { format: "avif" };
    if (head.includes("hvc1")) return { format: "heic" };
    return { other: "a HEIF picture in a codec that imprompt does not read" };
  }
  const major = brands[0] ?? "";
  if (major === "crx ") return { other: "a Canon RAW photo (CR3)" };
  if (major === "jxl ") return { other: "a JPEG XL picture" };
  if (major === "M4A ") return { other: "a sound file (M4A)" };
  return { other: major === "qt  " ? "a video (QuickTime)" : "a video (MP4)" };
}
