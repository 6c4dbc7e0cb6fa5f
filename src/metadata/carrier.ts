/** One named text that a file carries, before anyone knows which tool wrote it. */
export interface TextBlock {
  /** "PNG tEXt", "PNG iTXt", "PNG zTXt", "EXIF", "XMP", "JPEG comment", "GIF comment", "alpha channel", "RGB channels". */
  readonly container: string;
  /** The keyword, tag or property: "parameters", "UserComment", "Make", "Description". */
  readonly key: string;
  readonly text: string;
}

/** What the walkers lift out of a file's bytes; readers of tools see only this. */
export interface Carrier {
  /** Sniffed from the magic bytes: "png", "jpeg", ... */
  readonly format: string;
  /** In file order; a key may stand more than once. */
  readonly texts: readonly TextBlock[];
  readonly xmp: string | null;
  /** The TIFF-structured EXIF block, without an "Exif\0\0" prefix. */
  readonly exif: Uint8Array | null;
  /** IPTC-IIM data set, from APP13 or a TIFF tag. */
  readonly iptc: Uint8Array | null;
  /** The JUMBF manifest store. */
  readonly c2pa: Uint8Array | null;
}

/** The first block with this key, in any letter case. */
export function textOf(carrier: Carrier, key: string): TextBlock | undefined {
  const wanted = key.toLowerCase();
  return carrier.texts.find((block) => block.key.toLowerCase() === wanted);
}
