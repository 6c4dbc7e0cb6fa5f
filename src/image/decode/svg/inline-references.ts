import sharp from "sharp";
import { sniff } from "../../sniff.js";
import { dataUrlBytes } from "../data-url.js";
import { checkPixels } from "../failure.js";
import type { SvgTag } from "./scan-tags.js";
import { scanTags } from "./scan-tags.js";

const EMBEDDABLE: ReadonlySet<string> = new Set(["jpeg", "png", "webp", "gif"]);
const OUTWARD_URL = /url\((?!\s*["']?\s*#)[^)]*\)?/gi;
const IMPORT = /@import\b[^;]*;?/gi;

export interface InlinedSvg {
  readonly text: string;
  /** References that pointed outside the file, or to something that is no picture; emptied. */
  readonly removed: number;
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly to: string;
}

/**
 * The SVG with every reference that leaves the file emptied: `href` and `src` other than `#id` and `data:`
 * pictures, `url(...)` other than `url(#id)` and `@import` in attributes and style sheets. Links (`<a>`) draw
 * nothing and are emptied without being counted. (The renderer is besides given no base address, without which
 * it loads nothing.)
 *
 * @throws ImpromptError `input-too-large` when the embedded pictures together declare more pixels than allowed
 */
export async function inlineReferences(
  text: string,
  limits: { readonly maxPixels: number; readonly name: string },
): Promise<InlinedSvg> {
  const edits: Edit[] = [];
  let links = 0;
  let pixels = 0;
  for (const tag of scanTags(text)) {
    for (const attribute of tag.attributes) {
      const { start, end, value } = attribute;
      const to = allowed(attribute.name, value);
      if (to !== undefined) {
        if (to !== value) edits.push({ start, end, to });
        continue;
      }
      const embedded = localName(tag.name) === "a" ? undefined : await embeddedPixels(value);
      pixels += embedded ?? 0;
      checkPixels({ width: Math.max(1, pixels), height: 1 }, "svg", limits);
      if (embedded !== undefined) continue;
      if (localName(tag.name) === "a") links++;
      edits.push({ start, end, to: "" });
    }
    if (localName(tag.name) === "style") edits.push(...styleSheet(text, tag));
  }
  return { text: withEdits(text, edits), removed: edits.length - links };
}

/** The value to write, or `undefined` for an address that leaves the file or embeds something. */
function allowed(name: string, written: string): string | undefined {
  const local = localName(name);
  const value = written.includes("&") ? unescape(written) : written;
  if (local === "href" || local === "src") {
    const target = value.trim();
    return target === "" || target.startsWith("#") ? written : undefined;
  }
  const safe = value.replace(OUTWARD_URL, "none");
  return safe === value ? written : safe.replace(/[<&"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

function styleSheet(text: string, tag: SvgTag): Edit[] {
  const close = text.indexOf("</", tag.end);
  const css = text.slice(tag.end, close < 0 ? text.length : close);
  const safe = css.replace(IMPORT, "").replace(OUTWARD_URL, "none");
  return safe === css ? [] : [{ start: tag.end, end: tag.end + css.length, to: safe }];
}

function withEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const edit of edits) {
    parts.push(text.slice(from, edit.start), edit.to);
    from = edit.end;
  }
  parts.push(text.slice(from));
  return parts.join("");
}

/** Pixels that an embedded picture declares, or `undefined` when it is none that may be drawn. */
async function embeddedPixels(written: string): Promise<number | undefined> {
  const bytes = dataUrlBytes(unescape(written).trim());
  const sniffed = bytes === undefined ? null : sniff(bytes);
  if (bytes === undefined || sniffed === null || !("format" in sniffed)) return undefined;
  if (!EMBEDDABLE.has(sniffed.format)) return undefined;
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    return width * height;
  } catch {
    return undefined; // a damaged embedded picture is left out, as a browser would
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescape(value: string): string {
  return value.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi,
    (whole, hex?: string, decimal?: string, named?: string) => {
      if (named !== undefined) return NAMED[named] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
