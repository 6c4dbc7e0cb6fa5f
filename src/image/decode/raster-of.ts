import type { Sharp } from "sharp";
import sharp from "sharp";
import type { Raster } from "../raster.js";
import type { ResolvedDecodeOptions } from "./options.js";

/** Interleaved 8-bit pixels, alpha (if any) not multiplied in. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3 | 4;
  readonly data: Uint8Array;
}

export interface Shrunk {
  readonly raster: Raster;
  /** True when some pixel of the raster is not opaque. */
  readonly transparent: boolean;
}

/** The working raster of a pipeline: shrunk, never enlarged, sRGB, flattened on the ground. */
export async function rasterOf(pipeline: Sharp, options: ResolvedDecodeOptions): Promise<Shrunk> {
  const { workingSize } = options;
  const { data, info } = await pipeline
    .resize({ width: workingSize, height: workingSize, fit: "inside", withoutEnlargement: true })
    .toColourspace("srgb")
    .timeout({ seconds: Math.ceil(options.timeoutMs / 1000) })
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  if (channels === 3) return { raster: { width, height, data }, transparent: false };
  return flatten({ width, height, channels, data }, options.ground);
}

/** The working raster of pixels already decoded. */
export async function rasterOfPixels(pixels: Pixels, options: ResolvedDecodeOptions): Promise<Shrunk> {
  const { width, height, channels, data } = pixels;
  return rasterOf(sharp(data, { raw: { width, height, channels }, limitInputPixels: false }), options);
}

/** One or two channels are grey (and alpha); of more than four only red, green, blue and alpha count. */
function flatten(
  pixels: {
    readonly width: number;
    readonly height: number;
    readonly channels: number;
    readonly data: Uint8Array;
  },
  ground: readonly [number, number, number],
): Shrunk {
  const { width, height, channels, data: from } = pixels;
  const data = new Uint8Array(width * height * 3);
  const grey = channels < 3;
  const hasAlpha = channels === 2 || channels >= 4;
  let transparent = false;
  for (let to = 0, at = 0; to < data.length; to += 3, at += channels) {
    const alpha = hasAlpha ? (from[at + (grey ? 1 : 3)] as number) : 255;
    if (alpha < 255) transparent = true;
    for (let c = 0; c < 3; c++) {
      const value = from[at + (grey ? 0 : c)] as number;
      data[to + c] = Math.round((value * alpha + (ground[c] as number) * (255 - alpha)) / 255);
    }
  }
  return { raster: { width, height, data }, transparent };
}
