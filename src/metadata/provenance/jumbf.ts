import { decodeText } from "../containers/decode-text.js";

/** A JUMBF superbox: its label, the boxes in it that hold content, and the superboxes in it. */
export interface JumbfBox {
  readonly label: string;
  readonly content: readonly { readonly type: string; readonly data: Uint8Array }[];
  readonly children: readonly JumbfBox[];
}

const MAX_DEPTH = 12;
const MAX_BOXES = 5000;

/**
 * The superboxes that stand in a block, in order; what breaks off is left out.
 *
 * @source ISO/IEC 19566-5 §§4 to 6
 */
export function parseJumbf(block: Uint8Array): readonly JumbfBox[] {
  return readBoxes(block, 0, { boxes: 0 }).children;
}

function readBoxes(bytes: Uint8Array, depth: number, count: { boxes: number }): JumbfBox {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const content: { readonly type: string; readonly data: Uint8Array }[] = [];
  const children: JumbfBox[] = [];
  let label = "";
  let at = 0;
  while (at + 8 <= bytes.length && count.boxes < MAX_BOXES) {
    count.boxes += 1;
    const size32 = view.getUint32(at);
    const isWide = size32 === 1 && at + 16 <= bytes.length;
    const head = isWide ? 16 : 8;
    const size = isWide ? Number(view.getBigUint64(at + 8)) : size32 === 0 ? bytes.length - at : size32;
    if (size < head || size > bytes.length - at) break;
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const data = bytes.subarray(at + head, at + size);
    if (type === "jumb") {
      if (depth < MAX_DEPTH) children.push(readBoxes(data, depth + 1, count));
    } else if (type === "jumd") label = labelOf(data);
    else content.push({ type, data });
    at += size;
  }
  return { label, content, children };
}

/** Behind a 16-byte type and a byte of toggles, of which the second lowest announces a label. */
function labelOf(data: Uint8Array): string {
  if (((data[16] ?? 0) & 2) === 0) return "";
  const end = data.indexOf(0, 17);
  return decodeText(data.subarray(17, end < 0 ? data.length : end));
}
