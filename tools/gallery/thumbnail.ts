import sharp from "sharp";

/** Pixels of the longer side. */
const SIDE = 320;

/** A small WebP of a picture, transparent parts on white. */
export function thumbnailOf(bytes: Uint8Array): Promise<Buffer> {
  return sharp(bytes)
    .rotate()
    .resize({ width: SIDE, height: SIDE, fit: "inside", withoutEnlargement: true })
    .flatten({ background: "#ffffff" })
    .webp({ quality: 78, effort: 6 })
    .toBuffer();
}
