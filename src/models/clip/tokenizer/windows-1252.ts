/**
 * The characters that Windows has where Latin-1 has the controls U+0080 to U+009F, in their order; the five that it
 * leaves free stay as they are.
 *
 * @source https://encoding.spec.whatwg.org/index-windows-1252.txt
 */
export const WINDOWS_1252_HIGH: string =
  "\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f" +
  "\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178";
