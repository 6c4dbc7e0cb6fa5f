/** Deeper nesting than any tool writes; a bound for every recursion over the result. */
const MAX_DEPTH = 128;
/** Characters; a larger text is no generation record but an attack on memory. */
const MAX_LENGTH = 16 * 1024 * 1024;

const WORDS: readonly (readonly [string, boolean | null])[] = [
  ["true", true],
  ["false", false],
  ["null", null],
  ["NaN", null],
  ["Infinity", null],
  ["-Infinity", null],
  ["inf", null],
  ["-inf", null],
  ["undefined", null],
  ["True", true],
  ["False", false],
  ["None", null],
];

/**
 * The value of a JSON text as tools really write it: NaN, infinities and Python's None become null, raw line
 * breaks in strings, trailing commas, a BOM and NUL padding are taken, integers that a number cannot
 * hold (64-bit seeds) stay strings. Of equal keys the last stands.
 *
 * @returns undefined where the text is no JSON, nests deeper than 128 or is longer than 16 Mi characters
 */
export function parseLenientJson(text: string): unknown {
  if (text.length > MAX_LENGTH) return undefined;
  const source = trimPadding(text);
  if (source === "" || !depthIsSane(source)) return undefined;
  if (!/\d{16}/.test(source)) {
    try {
      return JSON.parse(source) as unknown;
    } catch {
      // Not strict JSON: read below.
    }
  }
  const reader: Cursor = { text: source, at: 0 };
  try {
    const value = readValue(reader, 0);
    skipSpace(reader);
    return reader.at === source.length ? value : undefined;
  } catch (error) {
    if (error === MALFORMED) return undefined;
    throw error;
  }
}

/** The same, for texts that must hold an object; null otherwise. */
export function parseJsonObject(text: string): { readonly [key: string]: unknown } | null {
  if (!/^[\s\uFEFF]*\{/.test(text)) return null;
  const value = parseLenientJson(text);
  return isRecord(value) ? value : null;
}

export function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

interface Cursor {
  readonly text: string;
  at: number;
}

const MALFORMED = new Error("malformed JSON");

function trimPadding(text: string): string {
  let start = 0;
  let end = text.length;
  const isPadding = (code: number): boolean => code <= 0x20 || code === 0xfeff;
  while (start < end && isPadding(text.charCodeAt(start))) start += 1;
  while (end > start && isPadding(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

function depthIsSane(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (inString) {
      if (code === 0x5c) i += 1;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x7b || code === 0x5b) {
      depth += 1;
      if (depth > MAX_DEPTH) return false;
    } else if (code === 0x7d || code === 0x5d) depth -= 1;
  }
  return true;
}

function skipSpace(cursor: Cursor): void {
  while (cursor.at < cursor.text.length) {
    const code = cursor.text.charCodeAt(cursor.at);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
    cursor.at += 1;
  }
}

function readValue(cursor: Cursor, depth: number): unknown {
  if (depth > MAX_DEPTH) throw MALFORMED;
  skipSpace(cursor);
  const first = cursor.text[cursor.at];
  if (first === "{") return readObject(cursor, depth);
  if (first === "[") return readArray(cursor, depth);
  if (first === '"') return readString(cursor);
  for (const [word, value] of WORDS) {
    if (cursor.text.startsWith(word, cursor.at)) {
      cursor.at += word.length;
      return value;
    }
  }
  return readNumber(cursor);
}

function readObject(cursor: Cursor, depth: number): { [key: string]: unknown } {
  const result: { [key: string]: unknown } = {};
  cursor.at += 1;
  for (;;) {
    skipSpace(cursor);
    if (cursor.text[cursor.at] === "}") break;
    if (cursor.text[cursor.at] !== '"') throw MALFORMED;
    const key = readString(cursor);
    skipSpace(cursor);
    if (cursor.text[cursor.at] !== ":") throw MALFORMED;
    cursor.at += 1;
    const value = readValue(cursor, depth + 1);
    if (key === "__proto__") {
      Object.defineProperty(result, key, { value, enumerable: true, configurable: true, writable: true });
    } else result[key] = value;
    if (!readSeparator(cursor, "}")) break;
  }
  cursor.at += 1;
  return result;
}

function readArray(cursor: Cursor, depth: number): unknown[] {
  const result: unknown[] = [];
  cursor.at += 1;
  for (;;) {
    skipSpace(cursor);
    if (cursor.text[cursor.at] === "]") break;
    result.push(readValue(cursor, depth + 1));
    if (!readSeparator(cursor, "]")) break;
  }
  cursor.at += 1;
  return result;
}

/** True when another member may follow; leaves the cursor on the closing mark otherwise. */
function readSeparator(cursor: Cursor, close: string): boolean {
  skipSpace(cursor);
  const mark = cursor.text[cursor.at];
  if (mark === close) return false;
  if (mark !== ",") throw MALFORMED;
  cursor.at += 1;
  return true;
}

function readString(cursor: Cursor): string {
  const start = cursor.at + 1;
  let end = start;
  let escaped = false;
  for (; ; end += 1) {
    if (end >= cursor.text.length) throw MALFORMED;
    const code = cursor.text.charCodeAt(end);
    if (code === 0x22) break;
    if (code === 0x5c) {
      escaped = true;
      end += 1;
    }
  }
  cursor.at = end + 1;
  const inner = cursor.text.slice(start, end);
  return escaped ? unescapeString(inner) : inner;
}

const ESCAPES: { readonly [letter: string]: string } = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f" };

function unescapeString(inner: string): string {
  return inner.replace(/\\(?:u([0-9a-fA-F]{4})|([\s\S]))/g, (_all, hex?: string, letter?: string) => {
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
    return ESCAPES[letter ?? ""] ?? letter ?? "";
  });
}

function readNumber(cursor: Cursor): number | string {
  const pattern = /[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/y;
  pattern.lastIndex = cursor.at;
  const match = pattern.exec(cursor.text);
  if (match === null) throw MALFORMED;
  cursor.at += match[0].length;
  const value = Number(match[0]);
  const isInteger = /^-?\d+$/.test(match[0]);
  return (isInteger && !Number.isSafeInteger(value)) || !Number.isFinite(value) ? match[0] : value;
}
