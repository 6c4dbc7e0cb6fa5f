import type { Carrier } from "./carrier.js";
import { textOf } from "./carrier.js";
import { iptcProperties } from "./iptc-properties.js";
import type { Description } from "./types.js";
import type { XmpProperties } from "./xmp-properties.js";

const MAX_KEYWORDS = 200;

/**
 * Title, caption, keywords and creator: XMP before IPTC before EXIF and PNG texts, the first that is not empty.
 * Keywords of XMP and IPTC are joined, each once, in file order. What a machine left there (JSON, the generation
 * text, a camera's stock phrase) is no caption.
 */
export function descriptionOf(carrier: Carrier, xmp: XmpProperties): Description {
  const iptc = carrier.iptc === null ? { keywords: [] } : iptcProperties(carrier.iptc);
  const text = (key: string): string | undefined => textOf(carrier, key)?.text;
  const title = firstSaid(
    xmp.get("dc:title")?.[0],
    xmp.get("photoshop:Headline")?.[0],
    iptc.title,
    iptc.headline,
    text("Title"),
    text("XPTitle"),
  );
  const caption = firstSaid(
    xmp.get("dc:description")?.[0],
    iptc.caption,
    text("ImageDescription"),
    text("Description"),
    text("XPComment"),
    commentOf(carrier),
  );
  const creator = firstSaid(
    xmp.get("dc:creator")?.[0],
    iptc.creator,
    text("Artist"),
    text("Author"),
    text("XPAuthor"),
  );
  const keywords = unique([
    ...(xmp.get("dc:subject") ?? []),
    ...iptc.keywords,
    ...(text("XPKeywords")?.split(";") ?? []),
  ]);
  return {
    ...(title === undefined ? {} : { title }),
    ...(caption === undefined ? {} : { caption }),
    keywords: keywords.slice(0, MAX_KEYWORDS),
    ...(creator === undefined ? {} : { creator }),
  };
}

/** A file comment that a person may have written: encoders sign there too. */
function commentOf(carrier: Carrier): string | undefined {
  const text = textOf(carrier, "Comment")?.text.replaceAll("\0", " ").trim() ?? "";
  const isSigned =
    /\b(?:jpe?g|gif|png|encoder|library|software|version|optimi[sz]ed|compress(?:ed|or)|quality|created|v?\d+\.\d+)\b|https?:/i;
  return text.split(/\s+/).length >= 4 && !isSigned.test(text) ? text : undefined;
}

/** Phrases that cameras and programs put where a person would write. */
const STOCK = [
  /^(?:olympus|sony|konica|minolta|kodak|samsung|casio|digital) ?[a-z]* (?:digital )?(?:camera|dsc)/i,
  /^(?:default|exif_jpeg_picture|screenshot|dcim|image|untitled|picture|ai)$/i,
  /^created with (?:the )?(?:gimp|adobe|paint|inkscape)/i,
  /^(?:novelai|ai) generated image$/i,
  /^file (?:source|written by)/i,
];

function firstSaid(...candidates: readonly (string | undefined)[]): string | undefined {
  for (const candidate of candidates) {
    const text = candidate?.trim();
    if (text === undefined || text === "" || text.length > 20_000) continue;
    if (/^(?:\w+:\s*)?[{[]/.test(text) || /(?:^|\n)(?:Steps: \d|Negative prompt:)/.test(text)) continue;
    if (!STOCK.some((pattern) => pattern.test(text))) return text;
  }
  return undefined;
}

function unique(texts: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  for (const text of texts) {
    const trimmed = text.trim();
    if (trimmed !== "" && trimmed.length <= 200) seen.add(trimmed);
  }
  return [...seen];
}
