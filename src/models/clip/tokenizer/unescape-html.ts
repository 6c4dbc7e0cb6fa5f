import { ENTITIES } from "./entities.generated.js";
import { WINDOWS_1252_HIGH } from "./windows-1252.js";

const REFERENCE = /&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)/gu;
/** Longer than any name, so that no more of a reference need be looked up. */
const LONGEST_NAME = 32;

interface Names {
  /** "amp;" and, where the semicolon may be missing, "amp". */
  readonly exact: ReadonlyMap<string, string>;
  /** Names with semicolon in upper case that mean nothing in HTML: "NTILDE;". */
  readonly shouted: ReadonlyMap<string, string>;
}

let names: Names | undefined;

function longestName(exact: ReadonlyMap<string, string>, reference: string): string | undefined {
  for (let length = Math.min(reference.length, LONGEST_NAME + 1); length > 1; length--) {
    const name = reference.slice(0, length);
    if (exact.has(name)) return name;
  }
  return undefined;
}

function readNames(): Names {
  const exact = new Map<string, string>();
  for (const row of ENTITIES.split(",")) {
    const [name = "", points = ""] = row.split(" ");
    const text = String.fromCodePoint(...points.split("+").map((point) => Number.parseInt(point, 16)));
    const bare = name.replace("!", "");
    exact.set(`${bare};`, text);
    if (bare !== name) exact.set(bare, text);
  }
  const shouted = new Map<string, string>();
  for (const [name, text] of exact) {
    const upper = name.toUpperCase();
    if (name.endsWith(";") && name === name.toLowerCase() && longestName(exact, upper) === undefined) {
      shouted.set(upper, text.toUpperCase());
    }
  }
  return { exact, shouted };
}

function known(): Names {
  names ??= readNames();
  return names;
}

function isNoCharacter(point: number): boolean {
  if (point <= 0x08 || point === 0x0b || (point >= 0x0e && point <= 0x1f)) return true;
  if (point >= 0x7f && point <= 0x9f) return true;
  return (point >= 0xfdd0 && point <= 0xfdef) || (point & 0xfffe) === 0xfffe;
}

function numbered(reference: string): string {
  const digits = reference.endsWith(";") ? reference.slice(1, -1) : reference.slice(1);
  const point = /^x/i.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number.parseInt(digits, 10);
  if (point === 0 || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return "\ufffd";
  if (point >= 0x80 && point <= 0x9f) return WINDOWS_1252_HIGH.charAt(point - 0x80);
  return isNoCharacter(point) ? "" : String.fromCodePoint(point);
}

/**
 * Character references of HTML as the standard has them read in text: a missing semicolon is forgiven where it may
 * be, numbers of no character give nothing. Equal to Python's `html.unescape`.
 *
 * @source https://html.spec.whatwg.org/multipage/parsing.html#character-reference-state
 */
export function unescapeHtml(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(REFERENCE, (whole, reference: string) => {
    if (reference.startsWith("#")) return numbered(reference);
    const { exact } = known();
    const name = longestName(exact, reference);
    return name === undefined ? whole : (exact.get(name) as string) + reference.slice(name.length);
  });
}

/**
 * References with their semicolon alone, names in upper case too ("&NTILDE;" is "Ñ"); the rest stays. Equal to
 * ftfy's `unescape_html`.
 */
export function unescapeWholeReferences(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&#?[0-9A-Za-z]{1,24};/g, (whole) => {
    if (whole.startsWith("&#")) {
      const plain = unescapeHtml(whole);
      return plain.includes(";") ? whole : plain;
    }
    const { exact, shouted } = known();
    return exact.get(whole.slice(1)) ?? shouted.get(whole.slice(1)) ?? whole;
  });
}
