import { ImpromptError } from "../../../base/error.js";
import { textAt } from "../../magic.js";
import { xmlProlog } from "../../xml-prolog.js";
import { damaged } from "../failure.js";

/** Longest SVG, in bytes and, after entities, in characters: more is a bomb or a raster in disguise. */
const MAX_SVG = 10_000_000;
const ENTITY = /<!ENTITY\s+([^\s%]+)\s+(?:"([^"<&%]{0,1000})"|'([^'<&%]{0,1000})')\s*>/g;

/**
 * The text of an SVG from its root element on: decoded by its byte order mark or declared encoding, prolog and
 * document type removed, the plain internal entities that drawing programs declare put in place.
 *
 * @throws ImpromptError `input-too-large` above 10 MB; `input-unsupported` for entities that are external,
 *   nested or hold markup; `input-corrupt` when there is no root element
 */
export function svgText(bytes: Uint8Array, name: string): string {
  if (bytes.length > MAX_SVG) throw tooLong(name);
  const text = decodeText(bytes, name);
  const prolog = xmlProlog(text);
  if (prolog === null || !/(^|:)svg$/.test(prolog.root)) throw damaged("svg", name);
  const body = text.slice(prolog.rootAt);
  return prolog.subset === "" ? body : withEntities(body, entitiesOf(prolog.subset, name), name);
}

function decodeText(bytes: Uint8Array, name: string): string {
  const head = textAt(bytes, 0, 200);
  let label =
    /^\s*(?:\xef\xbb\xbf)?<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1] ?? "utf-8";
  if (head.startsWith("\xff\xfe") || head.startsWith("<\0")) label = "utf-16le";
  if (head.startsWith("\xfe\xff") || head.startsWith("\0<")) label = "utf-16be";
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch (error) {
    throw damaged("svg", name, error);
  }
}

function entitiesOf(subset: string, name: string): ReadonlyMap<string, string> {
  const entities = new Map<string, string>();
  for (const [, entity = "", double, single] of subset.matchAll(ENTITY)) {
    entities.set(entity, double ?? single ?? "");
  }
  const plain = subset.replace(ENTITY, "").replace(/<!--[\s\S]*?-->/g, "");
  if (/<!ENTITY|%/i.test(plain) || entities.size > 100) {
    throw new ImpromptError("input-unsupported", "this SVG declares entities that are external or nested", {
      where: name,
      hint: "Open it in a drawing program and export it as plain SVG or PNG.",
    });
  }
  return entities;
}

function withEntities(body: string, entities: ReadonlyMap<string, string>, name: string): string {
  let grown = body.length;
  return body.replace(/&([\w.:-]+);/g, (reference, entity: string) => {
    const value = entities.get(entity);
    if (value === undefined) return reference;
    grown += value.length;
    if (grown > MAX_SVG) throw tooLong(name);
    return value;
  });
}

function tooLong(name: string): ImpromptError {
  return new ImpromptError("input-too-large", "this SVG holds more than 10 MB of text", {
    where: name,
    hint: "Export it as PNG.",
  });
}
