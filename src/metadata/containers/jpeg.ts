import { decodeText, startsWith } from "./decode-text.js";
import { addText, type Lifted, type Lifting, startLifting, warnOnce } from "./lifted.js";
import { iptcOfPhotoshop } from "./photoshop.js";

const XMP = "http://ns.adobe.com/xap/1.0/\0";
const XMP_MORE = "http://ns.adobe.com/xmp/extension/\0";
const MAX_EXTENDED_XMP = 16 * 1024 * 1024;

/**
 * The application and comment segments of a JPEG, up to the start of the scan.
 *
 * @source ITU-T T.81 §B.1; Adobe XMP part 3 §1.1.3 (extended XMP); ISO 19566-5 §D (JUMBF in APP11)
 */
export function liftJpeg(bytes: Uint8Array): Lifted {
  const lifting = startLifting();
  const more: XmpPart[] = [];
  const boxes: BoxPart[] = [];
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) {
      at += 1;
      continue;
    }
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xda || marker === 0xd9) break;
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8) || marker === 0) {
      at += 2;
      continue;
    }
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) {
      warnOnce(lifting, "metadata-partial", "the JPEG breaks off inside a segment");
      break;
    }
    liftSegment(lifting, marker, bytes.subarray(at + 4, end), more, boxes);
    at = end;
  }
  if (more.length > 0) lifting.xmp = (lifting.xmp ?? "") + joinXmp(more);
  lifting.c2pa = joinBoxes(boxes);
  return lifting;
}

function liftSegment(
  lifting: Lifting,
  marker: number,
  data: Uint8Array,
  more: XmpPart[],
  boxes: BoxPart[],
): void {
  if (marker === 0xfe) addText(lifting, "JPEG comment", "Comment", decodeText(data));
  else if (marker === 0xe1) {
    if (startsWith(data, "Exif\0")) lifting.exif ??= data.subarray(6);
    else if (startsWith(data, XMP)) lifting.xmp ??= decodeText(data.subarray(XMP.length));
    else if (startsWith(data, XMP_MORE)) {
      const part = xmpPart(data.subarray(XMP_MORE.length));
      if (part !== null) more.push(part);
    }
  } else if (marker === 0xeb) {
    const part = boxPart(data);
    if (part !== null) boxes.push(part);
  } else if (marker === 0xed && startsWith(data, "Photoshop 3.0\0")) {
    lifting.iptc ??= iptcOfPhotoshop(data.subarray(14));
  }
}

interface XmpPart {
  readonly offset: number;
  readonly data: Uint8Array;
}

function xmpPart(data: Uint8Array): XmpPart | null {
  if (data.length < 40) return null;
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  return { offset: view.getUint32(36), data: data.subarray(40) };
}

function joinXmp(parts: readonly XmpPart[]): string {
  const ordered = [...parts].sort((a, b) => a.offset - b.offset);
  const chunks: Uint8Array[] = [];
  let total = 0;
  for (const part of ordered) {
    if (total + part.data.length > MAX_EXTENDED_XMP) break;
    chunks.push(part.data);
    total += part.data.length;
  }
  return decodeText(Buffer.concat(chunks));
}

interface BoxPart {
  readonly instance: number;
  readonly sequence: number;
  readonly data: Uint8Array;
}

/** A segment holds "JP", box instance (2 bytes), sequence (4), then the box; its header stands again in each part. */
function boxPart(data: Uint8Array): BoxPart | null {
  if (data.length < 16 || !startsWith(data, "JP")) return null;
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  return { instance: view.getUint16(2), sequence: view.getUint32(4), data: data.subarray(8) };
}

function joinBoxes(parts: readonly BoxPart[]): Uint8Array | null {
  const byInstance = new Map<number, BoxPart[]>();
  for (const part of parts) {
    const list = byInstance.get(part.instance);
    if (list === undefined) byInstance.set(part.instance, [part]);
    else list.push(part);
  }
  for (const list of byInstance.values()) {
    const ordered = [...list].sort((a, b) => a.sequence - b.sequence);
    const joined = Buffer.concat(
      ordered.map((part, index) => (index === 0 ? part.data : part.data.subarray(8))),
    );
    if (startsWith(joined, "jumb", 4)) return joined;
  }
  return null;
}
