/** Values by "prefix:name" with the usual prefixes, whatever the file calls them; lists and languages in order. */
export type XmpProperties = ReadonlyMap<string, readonly string[]>;

/** @source Adobe XMP part 2; IPTC Photo Metadata 2023.2; CIPA DC-010 */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ["http://purl.org/dc/elements/1.1/", "dc"],
  ["http://ns.adobe.com/xap/1.0/", "xmp"],
  ["http://ns.adobe.com/exif/1.0/", "exif"],
  ["http://ns.adobe.com/tiff/1.0/", "tiff"],
  ["http://ns.adobe.com/photoshop/1.0/", "photoshop"],
  ["http://iptc.org/std/Iptc4xmpExt/2008-02-29/", "Iptc4xmpExt"],
  ["http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/", "Iptc4xmpCore"],
  ["http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"],
]);

const MAX_XMP = 16 * 1024 * 1024;
const MAX_TOKENS = 100_000;
const MAX_VALUES = 20_000;

interface Frame {
  readonly name: string;
  text: string;
}

/**
 * The properties of an XMP packet, from attributes and elements alike. Not an XML parser: no entity is defined by the
 * file, damage ends the reading, texts of lists belong to the nearest element outside of rdf.
 */
export function xmpProperties(packet: string): XmpProperties {
  const text = packet.length > MAX_XMP ? packet.slice(0, MAX_XMP) : packet;
  const prefixes = new Map<string, string>();
  const found: (readonly [name: string, value: string])[] = [];
  const stack: Frame[] = [];
  let at = 0;
  for (let tokens = 0; tokens < MAX_TOKENS && found.length < MAX_VALUES; tokens += 1) {
    const open = text.indexOf("<", at);
    if (open < 0) break;
    const top = stack.at(-1);
    if (top !== undefined && open > at) top.text += decodeEntities(text.slice(at, open));
    const end = endOfToken(text, open);
    if (end < 0) break;
    if (text.startsWith("<![CDATA[", open)) {
      if (top !== undefined) top.text += text.slice(open + 9, end - 3);
    } else if (text[open + 1] === "/") close(stack, found);
    else if (text[open + 1] !== "!" && text[open + 1] !== "?")
      openTag(text.slice(open, end), stack, prefixes, found);
    at = end;
  }
  return collect(found, prefixes);
}

function endOfToken(text: string, open: number): number {
  const closing = text.startsWith("<!--", open)
    ? "-->"
    : text.startsWith("<![CDATA[", open)
      ? "]]>"
      : text[open + 1] === "?"
        ? "?>"
        : ">";
  if (closing !== ">") {
    const end = text.indexOf(closing, open + 2);
    return end < 0 ? -1 : end + closing.length;
  }
  let quote = "";
  for (let i = open + 1; i < text.length; i += 1) {
    const mark = text[i] ?? "";
    if (quote !== "") {
      if (mark === quote) quote = "";
    } else if (mark === '"' || mark === "'") quote = mark;
    else if (mark === ">") return i + 1;
  }
  return -1;
}

function openTag(
  tag: string,
  stack: Frame[],
  prefixes: Map<string, string>,
  found: (readonly [string, string])[],
): void {
  const name = /^<([^\s/>]+)/.exec(tag)?.[1];
  if (name === undefined) return;
  const listed = owner([...stack, { name, text: "" }]);
  for (const match of tag.matchAll(/\s([^\s=/<>"']{1,200})\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    const key = match[1] ?? "";
    const value = decodeEntities(match[2] ?? match[3] ?? "");
    if (key.startsWith("xmlns:")) prefixes.set(key.slice(6), value);
    else if (key === "rdf:resource") found.push([listed, value]);
    else found.push([key, value]);
  }
  if (!tag.endsWith("/>") && stack.length < 100) stack.push({ name, text: "" });
}

function close(stack: Frame[], found: (readonly [string, string])[]): void {
  const frame = stack.pop();
  if (frame === undefined || frame.text.trim() === "") return;
  found.push([owner([...stack, frame]), frame.text]);
}

/** The innermost element that is not rdf's own. */
function owner(stack: readonly Frame[]): string {
  for (let i = stack.length - 1; i >= 0; i -= 1) {
    const name = stack[i]?.name ?? "";
    if (!name.startsWith("rdf:")) return name;
  }
  return "";
}

function collect(
  found: readonly (readonly [string, string])[],
  prefixes: ReadonlyMap<string, string>,
): XmpProperties {
  const properties = new Map<string, string[]>();
  for (const [name, value] of found) {
    const colon = name.indexOf(":");
    const uri = prefixes.get(name.slice(0, Math.max(colon, 0)));
    const prefix = uri === undefined ? undefined : PREFIXES.get(uri);
    const key = prefix === undefined ? name : `${prefix}${name.slice(colon)}`;
    const list = properties.get(key);
    if (list === undefined) properties.set(key, [value]);
    else list.push(value);
  }
  return properties;
}

const ENTITIES: { readonly [name: string]: string } = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|[a-z]{2,4});/g, (all, name: string) => {
    if (!name.startsWith("#")) return ENTITIES[name] ?? all;
    const code = name[1] === "x" ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}
