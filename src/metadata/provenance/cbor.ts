const MAX_DEPTH = 32;
const MAX_ITEMS = 50_000;

interface Cursor {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  at: number;
  items: number;
}

const MALFORMED = new Error("malformed CBOR");
const BREAK = Symbol("break");

/**
 * The value of a CBOR text: maps become plain objects (keys written as text), byte strings stay bytes, tags are
 * seen through. Undefined where the text is damaged, nested deeper than 32 or holds more than 50,000 items.
 *
 * @source RFC 8949 §3
 */
export function decodeCbor(bytes: Uint8Array): unknown {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return readItem({ bytes, view, at: 0, items: 0 }, 0);
  } catch (error) {
    if (error === MALFORMED || error instanceof RangeError) return undefined;
    throw error;
  }
}

function readItem(cursor: Cursor, depth: number): unknown {
  cursor.items += 1;
  if (depth > MAX_DEPTH || cursor.items > MAX_ITEMS) throw MALFORMED;
  const head = cursor.view.getUint8(cursor.at);
  cursor.at += 1;
  const major = head >> 5;
  const info = head & 31;
  if (major === 7) return readSimple(cursor, info);
  const isOpen = info === 31;
  const length = isOpen ? 0 : readLength(cursor, info);
  switch (major) {
    case 0:
      return length;
    case 1:
      return -1 - length;
    case 2:
    case 3:
      return readString(cursor, major === 3, isOpen, length, depth);
    case 4:
      return readList(cursor, isOpen, length, depth);
    case 5:
      return readMap(cursor, isOpen, length, depth);
    default:
      return readItem(cursor, depth + 1);
  }
}

function readLength(cursor: Cursor, info: number): number {
  if (info < 24) return info;
  const size = info - 24;
  if (size > 3) throw MALFORMED;
  const at = cursor.at;
  cursor.at += 2 ** size;
  if (size === 0) return cursor.view.getUint8(at);
  if (size === 1) return cursor.view.getUint16(at);
  if (size === 2) return cursor.view.getUint32(at);
  return Number(cursor.view.getBigUint64(at));
}

function readSimple(cursor: Cursor, info: number): unknown {
  if (info === 31) return BREAK;
  if (info === 20 || info === 21) return info === 21;
  if (info === 25) {
    cursor.at += 2;
    return halfFloat(cursor.view.getUint16(cursor.at - 2));
  }
  if (info === 26) {
    cursor.at += 4;
    return cursor.view.getFloat32(cursor.at - 4);
  }
  if (info === 27) {
    cursor.at += 8;
    return cursor.view.getFloat64(cursor.at - 8);
  }
  if (info === 24) cursor.at += 1;
  return null;
}

function halfFloat(bits: number): number {
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  const sign = bits & 0x8000 ? -1 : 1;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : Number.NaN;
  return sign * (exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (exponent - 15));
}

function readString(
  cursor: Cursor,
  isText: boolean,
  isOpen: boolean,
  length: number,
  depth: number,
): unknown {
  if (isOpen) {
    const parts: unknown[] = [];
    for (let part = readItem(cursor, depth + 1); part !== BREAK; part = readItem(cursor, depth + 1))
      parts.push(part);
    return isText
      ? parts.filter((part) => typeof part === "string").join("")
      : Buffer.concat(parts.filter((part) => part instanceof Uint8Array));
  }
  if (length > cursor.bytes.length - cursor.at) throw MALFORMED;
  const data = cursor.bytes.subarray(cursor.at, cursor.at + length);
  cursor.at += length;
  return isText ? Buffer.from(data).toString("utf8") : data;
}

function readList(cursor: Cursor, isOpen: boolean, length: number, depth: number): readonly unknown[] {
  const list: unknown[] = [];
  for (let i = 0; isOpen || i < length; i += 1) {
    const item = readItem(cursor, depth + 1);
    if (item === BREAK) break;
    list.push(item);
  }
  return list;
}

function readMap(
  cursor: Cursor,
  isOpen: boolean,
  length: number,
  depth: number,
): { readonly [key: string]: unknown } {
  const entries: (readonly [string, unknown])[] = [];
  for (let i = 0; isOpen || i < length; i += 1) {
    const key = readItem(cursor, depth + 1);
    if (key === BREAK) break;
    entries.push([typeof key === "string" ? key : String(key), readItem(cursor, depth + 1)]);
  }
  return Object.fromEntries(entries);
}
