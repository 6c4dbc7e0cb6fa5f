/** One directory entry of a TIFF structure; its value is not yet read. */
export interface TiffTag {
  /** "image" (first directory), "exif", "gps", "other" (thumbnail, further pages). */
  readonly directory: "image" | "exif" | "gps" | "other";
  readonly tag: number;
  /** TIFF field type, 1 to 13. */
  readonly type: number;
  readonly count: number;
  readonly bytes: Uint8Array;
  readonly bigEndian: boolean;
}

const TYPE_SIZE = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];
const MAX_DIRECTORIES = 32;
const MAX_TAGS = 4000;

/**
 * All tags of a TIFF structure in file order. Directories that point back at each other are visited once; values
 * that lie outside the block are left out.
 *
 * @source TIFF 6.0 §2; CIPA DC-008 (EXIF 2.32) §4.6
 */
export function tiffTags(source: Uint8Array): readonly TiffTag[] {
  const block = withoutPrefix(source);
  if (block.length < 8) return [];
  const order = ((block[0] ?? 0) << 8) | (block[1] ?? 0);
  if (order !== 0x4d4d && order !== 0x4949) return [];
  const bigEndian = order === 0x4d4d;
  const view = new DataView(block.buffer, block.byteOffset, block.byteLength);
  const tags: TiffTag[] = [];
  const visited = new Set<number>();
  const queue: { readonly at: number; readonly directory: TiffTag["directory"] }[] = [
    { at: view.getUint32(4, !bigEndian), directory: "image" },
  ];
  while (queue.length > 0 && visited.size < MAX_DIRECTORIES) {
    const next = queue.shift();
    if (next === undefined || visited.has(next.at) || next.at + 2 > block.length) continue;
    visited.add(next.at);
    const count = view.getUint16(next.at, !bigEndian);
    for (let i = 0; i < count && tags.length < MAX_TAGS; i += 1) {
      const tag = readTag(block, view, next.at + 2 + i * 12, next.directory, bigEndian);
      if (tag === null) continue;
      tags.push(tag);
      const child = CHILDREN.get(tag.tag);
      if (child !== undefined && tag.bytes.length >= 4) {
        queue.push({ at: readUint32(tag.bytes, bigEndian), directory: child });
      }
    }
    const link = next.at + 2 + count * 12;
    if (link + 4 <= block.length)
      queue.push({ at: view.getUint32(link, !bigEndian) || block.length, directory: "other" });
  }
  return tags;
}

const CHILDREN: ReadonlyMap<number, TiffTag["directory"]> = new Map([
  [0x8769, "exif"],
  [0x8825, "gps"],
]);

function withoutPrefix(source: Uint8Array): Uint8Array {
  const prefixed = source[0] === 0x45 && source[1] === 0x78 && source[2] === 0x69 && source[3] === 0x66;
  return prefixed ? source.subarray(6) : source;
}

function readTag(
  block: Uint8Array,
  view: DataView,
  at: number,
  directory: TiffTag["directory"],
  bigEndian: boolean,
): TiffTag | null {
  if (at + 12 > block.length) return null;
  const tag = view.getUint16(at, !bigEndian);
  const type = view.getUint16(at + 2, !bigEndian);
  const count = view.getUint32(at + 4, !bigEndian);
  const size = (TYPE_SIZE[type] ?? 0) * count;
  if (size === 0 || size > block.length) return null;
  const start = size <= 4 ? at + 8 : view.getUint32(at + 8, !bigEndian);
  if (start + size > block.length) return null;
  return { directory, tag, type, count, bytes: block.subarray(start, start + size), bigEndian };
}

function readUint32(bytes: Uint8Array, bigEndian: boolean): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, !bigEndian);
}

/**
 * The first number of a tag: integers as they are, rationals divided.
 * Undefined where the tag is text or a rational has denominator zero.
 */
export function numberOf(tag: TiffTag): number | undefined {
  const view = new DataView(tag.bytes.buffer, tag.bytes.byteOffset, tag.bytes.byteLength);
  const little = !tag.bigEndian;
  switch (tag.type) {
    case 1:
    case 7:
      return view.getUint8(0);
    case 3:
      return view.getUint16(0, little);
    case 4:
      return view.getUint32(0, little);
    case 5: {
      const denominator = view.getUint32(4, little);
      return denominator === 0 ? undefined : view.getUint32(0, little) / denominator;
    }
    case 8:
      return view.getInt16(0, little);
    case 9:
      return view.getInt32(0, little);
    case 10: {
      const denominator = view.getInt32(4, little);
      return denominator === 0 ? undefined : view.getInt32(0, little) / denominator;
    }
    case 11:
      return view.getFloat32(0, little);
    case 12:
      return view.getFloat64(0, little);
    default:
      return undefined;
  }
}
