import { ImpromptError } from "../../../base/error.js";
import { damaged } from "../failure.js";

export interface BmpHeader {
  readonly width: number;
  readonly height: number;
  readonly topDown: boolean;
  readonly bits: 1 | 2 | 4 | 8 | 16 | 24 | 32;
  readonly coding: "plain" | "rle8" | "rle4";
  /** Bits of red, green, blue and alpha in a 16- or 32-bit pixel. */
  readonly masks: readonly [number, number, number, number];
  /** Red, green, blue of each index; short palettes are as short as in the file. */
  readonly palette: Uint8Array;
  readonly pixelsAt: number;
}

const FILE_HEADER = 14;
const DEPTHS: ReadonlySet<number> = new Set([1, 2, 4, 8, 16, 24, 32]);

/**
 * Headers of BITMAPCOREHEADER (12 bytes) to BITMAPV5HEADER (124).
 *
 * @source Microsoft, "Bitmap Storage" and BITMAPV5HEADER
 * @throws ImpromptError `input-corrupt`; `input-unsupported` for codings other than RLE and bit fields
 */
export function bmpHeader(bytes: Uint8Array, name: string): BmpHeader {
  if (bytes.length < 26) throw damaged("bmp", name);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = view.getUint32(14, true);
  if (bytes.length < FILE_HEADER + size) throw damaged("bmp", name);
  const core = size === 12;
  const width = core ? view.getUint16(18, true) : view.getInt32(18, true);
  const height = core ? view.getUint16(20, true) : view.getInt32(22, true);
  const bits = view.getUint16(core ? 24 : 28, true);
  const compression = size >= 40 ? view.getUint32(30, true) : 0;
  if (width < 1 || height === 0 || !DEPTHS.has(bits)) throw damaged("bmp", name);
  const coding = codingOf(compression, bits, size);
  if (coding === undefined) {
    throw new ImpromptError(
      "input-unsupported",
      `this BMP is coded in a way (${compression}) that is not read`,
      {
        where: name,
        hint: "Open it in an image editor and save it as PNG.",
      },
    );
  }
  const masksAfter = size === 40 ? (compression === 3 ? 12 : compression === 6 ? 16 : 0) : 0;
  const pixelsAt = view.getUint32(10, true);
  return {
    width,
    height: Math.abs(height),
    topDown: height < 0,
    bits: bits as BmpHeader["bits"],
    coding,
    masks: masksOf(view, bits, compression, size),
    palette: paletteOf(bytes, FILE_HEADER + size + masksAfter, pixelsAt, core ? 3 : 4, bits),
    pixelsAt,
  };
}

function codingOf(compression: number, bits: number, size: number): BmpHeader["coding"] | undefined {
  if (compression === 0) return "plain";
  if (compression === 1 && bits === 8) return "rle8";
  if (compression === 2 && bits === 4) return "rle4";
  const bitFields = size !== 64 && (compression === 3 || compression === 6);
  return bitFields && (bits === 16 || bits === 32) ? "plain" : undefined;
}

function masksOf(view: DataView, bits: number, compression: number, size: number): BmpHeader["masks"] {
  const stated = compression === 3 || compression === 6;
  if (!stated) return bits === 16 ? [0x7c00, 0x3e0, 0x1f, 0] : [0xff0000, 0xff00, 0xff, 0];
  const at = (offset: number) => (offset + 4 <= view.byteLength ? view.getUint32(offset, true) : 0);
  const alpha = compression === 6 || size >= 56 ? at(66) : 0;
  return [at(54), at(58), at(62), alpha];
}

function paletteOf(
  bytes: Uint8Array,
  from: number,
  pixelsAt: number,
  stride: number,
  bits: number,
): Uint8Array {
  if (bits > 8) return new Uint8Array(0);
  const room = Math.max(0, Math.min(pixelsAt, bytes.length) - from);
  const count = Math.min(1 << bits, Math.floor(room / stride));
  const palette = new Uint8Array(count * 3);
  for (let i = 0; i < count; i++) {
    for (let c = 0; c < 3; c++) palette[i * 3 + c] = bytes[from + i * stride + 2 - c] as number;
  }
  return palette;
}
