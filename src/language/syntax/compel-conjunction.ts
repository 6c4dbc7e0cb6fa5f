import { matchEnd, WORD } from "./compel-pairs.js";

interface Part {
  /** Span of the words, without quotation marks. */
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
}

interface Conjunction {
  readonly kind: "and" | "blend";
  readonly parts: readonly Part[];
  /** Offset of the bracket that closes the list, and the end of the call behind it. */
  readonly close: number;
  readonly end: number;
}

const QUOTED = /"(?:[^"\\]|\\[\s\S]){0,8000}"/uy;
const CALL = /\.(?:and|add|blend)\([^()]{0,400}\)/uy;
const SPACE = /\s{1,99}/uy;

function partAt(text: string, partners: Int32Array, at: number): Part | undefined {
  const quoted = matchEnd(QUOTED, text, at);
  if (quoted > at) return { start: at + 1, end: quoted - 1, quoted: true };
  const partner = text[at] === "(" ? partners[at]! : 0;
  const end = partner > 0 ? partner + 1 : matchEnd(WORD, text, at);
  return end > at ? { start: at, end, quoted: false } : undefined;
}

/** Reads `("a", "b").blend(1, 0.8)` at `at`, where a bracket opens; undefined when it is no such call. */
export function conjunctionAt(text: string, partners: Int32Array, at: number): Conjunction | undefined {
  const parts: Part[] = [];
  let end = at;
  do {
    const part = partAt(text, partners, matchEnd(SPACE, text, end + 1));
    if (part === undefined) return undefined;
    parts.push(part);
    end = matchEnd(SPACE, text, part.quoted ? part.end + 1 : part.end);
  } while (text[end] === ",");
  if (text[end] !== ")") return undefined;
  const called = matchEnd(CALL, text, end + 1);
  if (called === end + 1) return undefined;
  const kind = text.startsWith(".blend", end + 1) ? "blend" : "and";
  return { kind, parts, close: end, end: called };
}
