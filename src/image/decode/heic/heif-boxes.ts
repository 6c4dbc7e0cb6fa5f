import { textAt, uint32 } from "../../magic.js";

/** What a HEIF file says of its primary picture before any pixel is decoded. */
export interface HeifSummary {
  /** Size of the primary item as stored, before rotation and cropping. */
  readonly width: number;
  readonly height: number;
  /** Most pixels that any item declares. */
  readonly largest: number;
  /** Bits a channel. */
  readonly depth: number;
  readonly grey: boolean;
  readonly icc: Uint8Array | undefined;
  /** Colour primaries of an `nclx` box. @source ITU-T H.273, table 2: 1 is BT.709, 12 is Display P3 */
  readonly primaries: number | undefined;
  /** True when a box reaches past the end of the file. */
  readonly cutShort: boolean;
}

interface Box {
  readonly type: string;
  /** Where its content starts and ends; the end is kept inside its parent. */
  readonly start: number;
  readonly end: number;
  readonly overruns: boolean;
}

const MAX_BOXES = 4096;

/** Boxes from `start` to `end`, at most 4096. @source ISO/IEC 14496-12, 4.2 */
function boxesIn(bytes: Uint8Array, start: number, end: number): Box[] {
  const boxes: Box[] = [];
  for (let at = start; at + 8 <= end && boxes.length < MAX_BOXES; ) {
    const short = uint32(bytes, at);
    const head = short === 1 ? 16 : 8;
    const size =
      short === 0 ? end - at : short === 1 ? uint32(bytes, at + 8) * 2 ** 32 + uint32(bytes, at + 12) : short;
    if (size < head) break;
    const stop = Math.min(end, at + size);
    boxes.push({ type: textAt(bytes, at + 4, 4), start: at + head, end: stop, overruns: at + size > end });
    at += size;
  }
  return boxes;
}

/** The summary, or `null` without a still picture. @source ISO/IEC 23008-12 */
export function heifSummary(bytes: Uint8Array): HeifSummary | null {
  const top = boxesIn(bytes, 0, bytes.length);
  const cutShort = top.some((box) => box.overruns);
  const meta = top.find((box) => box.type === "meta");
  if (meta === undefined) return null;
  const inMeta = boxesIn(bytes, meta.start + 4, meta.end);
  const content = (type: string) => inMeta.find((box) => box.type === type);
  const properties = content("iprp");
  if (properties === undefined) return null;
  const inProperties = boxesIn(bytes, properties.start, properties.end);
  const container = inProperties.find((box) => box.type === "ipco");
  if (container === undefined) return null;
  const all = boxesIn(bytes, container.start, container.end);
  const ofPrimary = new Set<number>();
  for (const box of inProperties) {
    if (box.type !== "ipma") continue;
    for (const index of propertiesOf(bytes, box, primaryId(bytes, content("pitm")))) ofPrimary.add(index);
  }
  const primary = all.filter((_, index) => ofPrimary.has(index + 1));
  const sizes = all.filter((box) => box.type === "ispe").map((box) => sizeOf(bytes, box));
  const size = primary.find((box) => box.type === "ispe");
  if (size === undefined) return null;
  return {
    ...sizeOf(bytes, size),
    largest: Math.max(...sizes.map(({ width, height }) => width * height)),
    ...codingOf(bytes, primary.find((box) => box.type === "hvcC") ?? all.find((box) => box.type === "hvcC")),
    ...colourOf(bytes, [...primary, ...all]),
    cutShort,
  };
}

function sizeOf(bytes: Uint8Array, box: Box): { width: number; height: number } {
  return { width: uint32(bytes, box.start + 4), height: uint32(bytes, box.start + 8) };
}

function primaryId(bytes: Uint8Array, box: Box | undefined): number {
  if (box === undefined) return 1;
  return bytes[box.start] === 0 ? uint32(bytes, box.start + 4) >>> 16 : uint32(bytes, box.start + 4);
}

/** One-based indices of the properties that an `ipma` box ties to an item. */
function propertiesOf(bytes: Uint8Array, box: Box, item: number): number[] {
  const wideIds = (bytes[box.start] ?? 0) >= 1;
  const wideIndices = ((bytes[box.start + 3] ?? 0) & 1) === 1;
  const entries = uint32(bytes, box.start + 4);
  const found: number[] = [];
  let at = box.start + 8;
  for (let i = 0; i < entries && at < box.end; i++) {
    const id = wideIds ? uint32(bytes, at) : uint32(bytes, at) >>> 16;
    at += wideIds ? 4 : 2;
    const count = bytes[at++] ?? 0;
    for (let k = 0; k < count && at < box.end; k++) {
      const first = bytes[at++] ?? 0;
      const index = wideIndices ? ((first & 0x7f) << 8) | (bytes[at++] ?? 0) : first & 0x7f;
      if (id === item) found.push(index);
    }
  }
  return found;
}

/** @source ISO/IEC 14496-15, HEVCDecoderConfigurationRecord: chroma format in byte 16, luma depth in byte 17 */
function codingOf(bytes: Uint8Array, box: Box | undefined): { depth: number; grey: boolean } {
  if (box === undefined) return { depth: 8, grey: false };
  return {
    depth: ((bytes[box.start + 17] ?? 0) & 7) + 8,
    grey: ((bytes[box.start + 16] ?? 0) & 3) === 0,
  };
}

function colourOf(
  bytes: Uint8Array,
  boxes: readonly Box[],
): { icc: Uint8Array | undefined; primaries: number | undefined } {
  const colours = boxes.filter((box) => box.type === "colr");
  const typed = (types: readonly string[]) =>
    colours.find((box) => types.includes(textAt(bytes, box.start, 4)));
  const profile = typed(["prof", "rICC"]);
  const coded = typed(["nclx", "nclc"]);
  return {
    icc: profile === undefined ? undefined : bytes.subarray(profile.start + 4, profile.end),
    primaries: coded === undefined ? undefined : uint32(bytes, coded.start + 4) >>> 16,
  };
}
