import type { DecodedImage } from "../../decoded.js";
import { checkPixels, cutShort } from "../failure.js";
import type { ResolvedDecodeOptions } from "../options.js";
import type { Pixels } from "../raster-of.js";
import { rasterOfPixels } from "../raster-of.js";
import type { BmpHeader } from "./bmp-header.js";
import { bmpHeader } from "./bmp-header.js";
import { bmpRle } from "./bmp-rle.js";

/** Writes one pixel, the `x`-th of the stored row that starts at `row`, at `to`. */
type PixelReader = (row: number, x: number, data: Uint8Array, to: number) => void;

/** A Windows or OS/2 bitmap: 1 to 32 bits, plain, run-length coded or with bit fields, bottom-up or top-down. */
export async function decodeBmp(bytes: Uint8Array, options: ResolvedDecodeOptions): Promise<DecodedImage> {
  const header = bmpHeader(bytes, options.name);
  checkPixels(header, "bmp", options);
  const pixels = pixelsOf(bytes, header, options.name);
  const { raster, transparent } = await rasterOfPixels(pixels, options);
  return {
    format: "bmp",
    width: header.width,
    height: header.height,
    raster,
    transparent,
    frames: 1,
    depth: header.bits === 16 ? 5 : Math.min(8, header.bits),
    grey: false,
    warnings: [],
  };
}

function pixelsOf(bytes: Uint8Array, header: BmpHeader, name: string): Pixels {
  const { width, height, bits, coding } = header;
  const coded = coding !== "plain";
  const stored = coded ? bmpRle(bytes, header, name) : bytes;
  const stride = coded ? width : ((width * bits + 31) >>> 5) * 4;
  const start = coded ? 0 : header.pixelsAt;
  if (!coded && start + stride * (height - 1) + ((width * bits + 7) >>> 3) > bytes.length) {
    throw cutShort("bmp", name);
  }
  const channels = bits >= 16 && header.masks[3] !== 0 ? 4 : 3;
  const read = bits <= 8 ? indexed(stored, header, coded ? 8 : bits) : direct(stored, header);
  const data = new Uint8Array(width * height * channels);
  for (let y = 0; y < height; y++) {
    const row = start + stride * (header.topDown ? y : height - 1 - y);
    for (let x = 0; x < width; x++) read(row, x, data, (y * width + x) * channels);
  }
  if (channels === 4) opaqueWhenEmpty(data);
  return { width, height, channels, data };
}

/** An index past the palette is black. */
function indexed(stored: Uint8Array, header: BmpHeader, bits: number): PixelReader {
  const { palette } = header;
  const mask = (1 << bits) - 1;
  return (row, x, data, to) => {
    const bit = x * bits;
    const byte = stored[row + (bit >>> 3)] as number;
    const index = (byte >> (8 - bits - (bit & 7))) & mask;
    for (let c = 0; c < 3; c++) data[to + c] = palette[index * 3 + c] ?? 0;
  };
}

function direct(stored: Uint8Array, header: BmpHeader): PixelReader {
  if (header.bits === 24) {
    return (row, x, data, to) => {
      const at = row + x * 3;
      data[to] = stored[at + 2] as number;
      data[to + 1] = stored[at + 1] as number;
      data[to + 2] = stored[at] as number;
    };
  }
  const view = new DataView(stored.buffer, stored.byteOffset, stored.byteLength);
  const wide = header.bits === 32;
  const fields = (header.masks[3] === 0 ? header.masks.slice(0, 3) : header.masks).map(fieldOf);
  return (row, x, data, to) => {
    const value = wide ? view.getUint32(row + x * 4, true) : view.getUint16(row + x * 2, true);
    for (let c = 0; c < fields.length; c++) {
      const { mask, shift, scale } = fields[c] as BitField;
      data[to + c] = Math.round(((value & mask) >>> shift) * scale);
    }
  };
}

interface BitField {
  readonly mask: number;
  readonly shift: number;
  /** From the field's range to 0..255. */
  readonly scale: number;
}

function fieldOf(mask: number): BitField {
  const shift = mask === 0 ? 0 : 31 - Math.clz32(mask & -mask);
  const most = mask >>> shift;
  return { mask, shift, scale: most === 0 ? 0 : 255 / most };
}

/** Writers that leave the alpha byte at 0 everywhere mean an opaque picture. */
function opaqueWhenEmpty(data: Uint8Array): void {
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 0) return;
  for (let at = 3; at < data.length; at += 4) data[at] = 255;
}
