import { decodeText, startsWith } from "./decode-text.js";
import { type Lifted, startLifting } from "./lifted.js";

const MAX_ITEMS = 2000;
const MAX_BOXES = 5000;
const MAX_EXTENTS = 256;

interface Box {
  readonly type: string;
  readonly data: Uint8Array;
}

/**
 * The EXIF and XMP items and the C2PA box of an AVIF or HEIC file.
 *
 * @source ISO/IEC 14496-12 §§4.2, 8.11.3 (iloc), 8.11.6 (iinf); C2PA 2.1 §A.5
 */
export function liftIsobmff(bytes: Uint8Array): Lifted {
  const lifting = startLifting();
  for (const box of boxes(bytes)) {
    if (box.type === "uuid" && isC2paUuid(box.data)) lifting.c2pa ??= manifestOf(box.data);
    if (box.type !== "meta") continue;
    const children = boxes(box.data.subarray(4));
    const info = children.find((child) => child.type === "iinf");
    const places = children.find((child) => child.type === "iloc");
    if (info === undefined || places === undefined) continue;
    const kinds = itemKinds(info.data);
    for (const [id, range] of itemRanges(places.data)) {
      const data = bytes.subarray(range.start, range.start + range.length);
      const kind = kinds.get(id);
      if (kind === "Exif" && data.length > 8) lifting.exif ??= exifOf(data);
      else if (kind === "application/rdf+xml") lifting.xmp ??= decodeText(data);
    }
  }
  return lifting;
}

function boxes(bytes: Uint8Array): readonly Box[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: Box[] = [];
  let at = 0;
  while (at + 8 <= bytes.length && found.length < MAX_BOXES) {
    const size32 = view.getUint32(at);
    const wide = size32 === 1 && at + 16 <= bytes.length;
    const size = wide ? Number(view.getBigUint64(at + 8)) : size32 === 0 ? bytes.length - at : size32;
    const head = wide ? 16 : 8;
    if (size < head || size > bytes.length - at) break;
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    found.push({ type, data: bytes.subarray(at + head, at + size) });
    at += size;
  }
  return found;
}

/** Item id to its four-letter type, or to its MIME type for "mime" items. */
function itemKinds(data: Uint8Array): ReadonlyMap<number, string> {
  const kinds = new Map<number, string>();
  const wideCount = (data[0] ?? 0) > 0;
  for (const entry of boxes(data.subarray(wideCount ? 8 : 6))) {
    const version = entry.data[0] ?? 0;
    if (entry.type !== "infe" || version < 2 || entry.data.length < 12) continue;
    const view = new DataView(entry.data.buffer, entry.data.byteOffset, entry.data.byteLength);
    const id = version === 2 ? view.getUint16(4) : view.getUint32(4);
    const typeAt = version === 2 ? 8 : 10;
    const type = String.fromCharCode(...entry.data.subarray(typeAt, typeAt + 4));
    const nameEnd = entry.data.indexOf(0, typeAt + 4);
    const mimeEnd = nameEnd < 0 ? -1 : entry.data.indexOf(0, nameEnd + 1);
    const mime = mimeEnd < 0 ? "" : decodeText(entry.data.subarray(nameEnd + 1, mimeEnd));
    kinds.set(id, type === "mime" ? mime : type);
  }
  return kinds;
}

/** Item id to its first extent in the file; items built from other items are left out. */
function itemRanges(
  data: Uint8Array,
): ReadonlyMap<number, { readonly start: number; readonly length: number }> {
  const ranges = new Map<number, { readonly start: number; readonly length: number }>();
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  let at = 0;
  const take = (size: number): number => {
    if (at + size > data.length) {
      at = data.length + 1;
      return 0;
    }
    let value = 0;
    for (let i = 0; i < size; i += 1) value = value * 256 + view.getUint8(at + i);
    at += size;
    return value;
  };
  const version = take(1);
  take(3);
  const sizes = take(2);
  const [offsetSize, lengthSize, baseSize, indexSize] = [
    sizes >> 12,
    (sizes >> 8) & 15,
    (sizes >> 4) & 15,
    sizes & 15,
  ];
  const count = Math.min(take(version < 2 ? 2 : 4), MAX_ITEMS);
  for (let i = 0; i < count && at <= data.length; i += 1) {
    const id = take(version < 2 ? 2 : 4);
    const method = version === 0 ? 0 : take(2) & 15;
    take(2);
    const base = take(baseSize);
    const extents = Math.min(take(2), MAX_EXTENTS);
    for (let e = 0; e < extents && at <= data.length; e += 1) {
      if (version > 0) take(indexSize);
      const start = base + take(offsetSize);
      const length = take(lengthSize);
      if (e === 0 && method === 0 && at <= data.length) ranges.set(id, { start, length });
    }
  }
  return ranges;
}

/** Behind a four-byte offset to the TIFF header. */
function exifOf(item: Uint8Array): Uint8Array {
  const offset = new DataView(item.buffer, item.byteOffset, item.byteLength).getUint32(0);
  const data = offset < item.length - 4 ? item.subarray(4 + offset) : item.subarray(4);
  return startsWith(data, "Exif\0") ? data.subarray(6) : data;
}

const C2PA_UUID = [
  0xd8, 0xfe, 0xc3, 0xd6, 0x1b, 0x0e, 0x48, 0x3c, 0x92, 0x97, 0x58, 0x28, 0x87, 0x7e, 0xc4, 0x81,
];

function isC2paUuid(data: Uint8Array): boolean {
  return C2PA_UUID.every((byte, index) => data[index] === byte);
}

/** Behind the uuid: version and flags, the purpose as a NUL-ended word, an eight-byte offset, then the store. */
function manifestOf(data: Uint8Array): Uint8Array | null {
  const purposeEnd = data.indexOf(0, 20);
  return purposeEnd < 0 ? null : data.subarray(purposeEnd + 9);
}
