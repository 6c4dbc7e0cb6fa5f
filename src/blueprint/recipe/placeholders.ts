/** A run of a recipe's text: plain words, escapes resolved, or a place for a value. */
export type Piece =
  | { readonly kind: "words"; readonly text: string }
  | { readonly kind: "place"; readonly name: string; readonly default?: string };

/** Sticky, so that the scan reads each character once. */
const PLACE = /\{([\p{L}][\p{L}\p{N}_-]*)(?:=([^{}\n]*))?\}/uy;

/** What a slot may be called. */
export const SLOT_NAME: RegExp = /^\p{L}[\p{L}\p{N}_-]*$/u;

/**
 * `a {animal=fox} in \{braces\}` in pieces. A brace that opens no well-formed place is plain words, so the
 * `{a|b}` of other grammars stays as it is.
 */
export function scanPlaceholders(text: string): Piece[] {
  const pieces: Piece[] = [];
  let words = "";
  let at = 0;
  while (at < text.length) {
    const char = text.charAt(at);
    const next = text.charAt(at + 1);
    if (char === "\\" && (next === "{" || next === "}")) {
      words += next;
      at += 2;
      continue;
    }
    PLACE.lastIndex = at;
    const place = char === "{" ? PLACE.exec(text) : null;
    if (place === null) {
      words += char;
      at += 1;
      continue;
    }
    if (words !== "") pieces.push({ kind: "words", text: words });
    words = "";
    const [whole, name = "", fallback] = place;
    pieces.push({ kind: "place", name, ...(fallback === undefined ? {} : { default: fallback.trim() }) });
    at += whole.length;
  }
  if (words !== "") pieces.push({ kind: "words", text: words });
  return pieces;
}

/** Words as a recipe's text says them: braces that would open a place are escaped. */
export function escapeBraces(text: string): string {
  return text.replace(/[{}]/gu, "\\$&");
}
