/** A value as JSON has them. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export interface LooseJson {
  readonly value: Json;
  /** The text ended, or went wrong, before the value did; what came whole before is in `value`. */
  readonly whole: boolean;
  /** Where reading stopped, exclusive. */
  readonly end: number;
}

/** Deeper is no answer to what was asked. */
const DEEPEST = 12;

const ESCAPES: { readonly [letter: string]: string } = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f" };

interface Cursor {
  readonly text: string;
  at: number;
  whole: boolean;
}

/** What could not be read whole; never part of a value. */
const CUT = Symbol("cut");
type Read = Json | typeof CUT;

function cut(cursor: Cursor): typeof CUT {
  cursor.whole = false;
  return CUT;
}

/** White space and comments, which some models write. */
function skip(cursor: Cursor): void {
  const gap = /(?:\s|\/\/[^\n]*|\/\*[^]*?\*\/)*/uy;
  gap.lastIndex = cursor.at;
  cursor.at += gap.exec(cursor.text)?.[0].length ?? 0;
}

function readString(cursor: Cursor): Read {
  const { text } = cursor;
  let value = "";
  for (let at = cursor.at + 1; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (letter === '"') {
      cursor.at = at + 1;
      return value;
    }
    if (letter !== "\\") {
      value += letter;
      continue;
    }
    at += 1;
    const escaped = text.charAt(at);
    const code = escaped === "u" ? /^[0-9a-f]{4}/iu.exec(text.slice(at + 1, at + 5))?.[0] : undefined;
    if (code === undefined) value += ESCAPES[escaped] ?? escaped;
    else {
      value += String.fromCharCode(Number.parseInt(code, 16));
      at += 4;
    }
  }
  return cut(cursor);
}

/** A number or a word; one that touches the end of the text may have lost its tail. */
function readBare(cursor: Cursor): Read {
  const bare = /[-+.\w%]+/uy;
  bare.lastIndex = cursor.at;
  const word = bare.exec(cursor.text)?.[0];
  if (word === undefined || cursor.at + word.length === cursor.text.length) return cut(cursor);
  cursor.at += word.length;
  if (/^(?:null|none|undefined|nan)$/iu.test(word)) return null;
  if (/^(?:true|false)$/iu.test(word)) return word.toLowerCase() === "true";
  const figure = Number(word);
  return Number.isFinite(figure) ? figure : word;
}

function readArray(cursor: Cursor, depth: number): Json {
  const items: Json[] = [];
  cursor.at += 1;
  for (;;) {
    skip(cursor);
    const letter = cursor.text.charAt(cursor.at);
    if (letter === ",") cursor.at += 1;
    else if (letter === "]") {
      cursor.at += 1;
      return items;
    } else {
      const item = readValue(cursor, depth + 1);
      if (item !== CUT) items.push(item);
      if (!cursor.whole) return items;
    }
  }
}

function readObject(cursor: Cursor, depth: number): Json {
  const members: [string, Json][] = [];
  const made = (): Json => Object.fromEntries(members);
  cursor.at += 1;
  for (;;) {
    skip(cursor);
    const letter = cursor.text.charAt(cursor.at);
    if (letter === ",") {
      cursor.at += 1;
      continue;
    }
    if (letter === "}") {
      cursor.at += 1;
      return made();
    }
    const key = letter === '"' ? readString(cursor) : readBare(cursor);
    skip(cursor);
    if (typeof key !== "string" || cursor.text.charAt(cursor.at) !== ":") {
      cursor.whole = false;
      return made();
    }
    cursor.at += 1;
    skip(cursor);
    const value = readValue(cursor, depth + 1);
    if (value !== CUT) members.push([key, value]);
    if (!cursor.whole) return made();
  }
}

function readValue(cursor: Cursor, depth: number): Read {
  if (depth > DEEPEST) return cut(cursor);
  switch (cursor.text.charAt(cursor.at)) {
    case "{":
      return readObject(cursor, depth);
    case "[":
      return readArray(cursor, depth);
    case '"':
      return readString(cursor);
    default:
      return readBare(cursor);
  }
}

/**
 * The object or list that begins at `at`. Trailing commas, comments, line breaks in strings and bare words are
 * taken; where the text ends early, what came whole is kept and the rest dropped: no string and no number is taken
 * by half.
 */
export function readLooseJson(text: string, at: number): LooseJson {
  const cursor: Cursor = { text, at, whole: true };
  const value = readValue(cursor, 0);
  return { value: value === CUT ? null : value, whole: cursor.whole, end: cursor.at };
}
