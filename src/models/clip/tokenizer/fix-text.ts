import { unescapeWholeReferences } from "./unescape-html.js";
import { WINDOWS_1252_HIGH } from "./windows-1252.js";

/** Digraphs and ligatures of Latin letters, and what they are made of. */
const LIGATURES: ReadonlyMap<string, string> = new Map([
  ["\u0132", "IJ"],
  ["\u0133", "ij"],
  ["\u0149", "\u02bcn"],
  ["\u01f1", "DZ"],
  ["\u01f2", "Dz"],
  ["\u01f3", "dz"],
  ["\u01c4", "D\u017d"],
  ["\u01c5", "D\u017e"],
  ["\u01c6", "d\u017e"],
  ["\u01c7", "LJ"],
  ["\u01c8", "Lj"],
  ["\u01c9", "lj"],
  ["\u01ca", "NJ"],
  ["\u01cb", "Nj"],
  ["\u01cc", "nj"],
  ["\ufb00", "ff"],
  ["\ufb01", "fi"],
  ["\ufb02", "fl"],
  ["\ufb03", "ffi"],
  ["\ufb04", "ffl"],
  ["\ufb05", "\u017ft"],
  ["\ufb06", "st"],
]);

/** References within references deeper than this stay. */
const MOST_PASSES = 64;
const ESCAPE = String.fromCharCode(0x1b);

const SUBSTITUTIONS: readonly (readonly [RegExp, string | ((match: string) => string)])[] = [
  [/[\x80-\x9f]/g, (control) => WINDOWS_1252_HIGH.charAt(control.charCodeAt(0) - 0x80)],
  [/[\u0132\u0133\u0149\u01c4-\u01cc\u01f1-\u01f3\ufb00-\ufb06]/g, (one) => LIGATURES.get(one) ?? one],
  [/\u3000/g, " "],
  [/[\uff01-\uffef]/g, (wide) => wide.normalize("NFKC")],
  [/[\u201c-\u201f]/g, '"'],
  [/[\u02bc\u2018-\u201b]/g, "'"],
  [/\r\n|[\r\u2028\u2029\x85]/g, "\n"],
  [/[\ud800-\udfff]/gu, "\ufffd"],
  [new RegExp(`${ESCAPE}\\[[\\d;]*[a-zA-Z]`, "g"), ""],
  [/(?![\t\n\f\r\x80-\x9f])\p{Cc}|[\u206a-\u206f\ufeff\ufff9-\ufffc]/gu, ""],
];

function fixLine(line: string, references: boolean): string {
  let text = line;
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const before = text;
    if (references) text = unescapeWholeReferences(text);
    for (const [pattern, by] of SUBSTITUTIONS) {
      text = typeof by === "string" ? text.replace(pattern, by) : text.replace(pattern, by);
    }
    text = text.normalize("NFC");
    if (text === before) break;
  }
  return text;
}

/**
 * What ftfy's `fix_text` mends without guessing, in its order and until nothing changes: references of HTML (up to
 * the first line with a "<"), controls that are Windows-1252, ligatures, full and half width, curly quotes, line
 * breaks, lone surrogates, terminal escapes, controls, NFC. Its repair of text that was decoded in the wrong encoding
 * ("fix_encoding") is not done: such text goes on as it is.
 *
 * @source https://ftfy.readthedocs.io/en/latest/config.html (6.3.1)
 */
export function fixText(text: string): string {
  let references = true;
  return text
    .split(/(?<=\n)/)
    .map((line) => {
      references &&= !line.includes("<");
      return fixLine(line, references);
    })
    .join("");
}
