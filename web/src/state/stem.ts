const PICTURE = /\.(?:jpe?g|png|webp|avif|hei[cf]|gif|tiff?|bmp|svg)$/iu;

/** A name as the first part of a file's: letters and digits of any script, at most 60, a picture's ending dropped. */
export function stemOf(name: string, fallback: string): string {
  const stem = name
    .replace(PICTURE, "")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .slice(0, 60)
    .replace(/^-+|-+$/gu, "");
  return stem === "" ? fallback : stem;
}
