import type { Warning } from "../../base/warning.js";
import type { TextBlock } from "../carrier.js";

/** What one container's walker lifts out; EXIF text tags are unfolded later, alike for all. */
export interface Lifted {
  readonly texts: readonly TextBlock[];
  readonly xmp: string | null;
  readonly exif: Uint8Array | null;
  readonly iptc: Uint8Array | null;
  readonly c2pa: Uint8Array | null;
  readonly warnings: readonly Warning[];
}

/** The same while it is being filled. */
export interface Lifting {
  readonly texts: TextBlock[];
  xmp: string | null;
  exif: Uint8Array | null;
  iptc: Uint8Array | null;
  c2pa: Uint8Array | null;
  readonly warnings: Warning[];
}

export function startLifting(): Lifting {
  return { texts: [], xmp: null, exif: null, iptc: null, c2pa: null, warnings: [] };
}

/** Blocks beyond this count are told of once and left out. No tool writes more than a few dozen. */
const MAX_TEXTS = 2000;

/** Adds a text, or one warning at the first that is too many. */
export function addText(lifting: Lifting, container: string, key: string, text: string): void {
  if (lifting.texts.length < MAX_TEXTS) lifting.texts.push({ container, key, text });
  else warnOnce(lifting, "metadata-partial", `more than ${MAX_TEXTS} text blocks, the rest is left out`);
}

export function warnOnce(
  lifting: Lifting,
  code: "metadata-partial" | "metadata-ignored",
  message: string,
  where?: string,
): void {
  if (lifting.warnings.some((warning) => warning.message === message && warning.where === where)) return;
  if (lifting.warnings.length < 50)
    lifting.warnings.push({ code, message, ...(where === undefined ? {} : { where }) });
}
