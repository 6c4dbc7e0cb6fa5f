import type { Metadata } from "sharp";
import sharp from "sharp";
import type { Warning } from "../../base/warning.js";
import type { DecodedImage, ImageFormat } from "../decoded.js";
import { checkPixels } from "./failure.js";
import type { ResolvedDecodeOptions } from "./options.js";
import { rasterOf } from "./raster-of.js";

/** Bits of a sample in memory, where the file does not tell its own. */
const DEPTH_BITS: Readonly<Record<string, number>> = {
  uchar: 8,
  char: 8,
  ushort: 16,
  short: 16,
  uint: 32,
  int: 32,
  float: 32,
  complex: 64,
  double: 64,
  dpcomplex: 128,
};

/** JPEG, PNG, WebP, AVIF, GIF and TIFF: first frame, oriented and its profile applied unless it is wanted as stored, shrunk while decoding where the format allows. */
export async function decodeWithSharp(
  bytes: Uint8Array,
  format: ImageFormat,
  options: ResolvedDecodeOptions,
): Promise<DecodedImage> {
  const input = { limitInputPixels: false, failOn: "error" } as const;
  const meta = await sharp(bytes, input).metadata();
  checkPixels(meta, format, options);
  const pipeline = options.asStored
    ? sharp(bytes, { ...input, ignoreIcc: true }).removeAlpha()
    : sharp(bytes, input).autoOrient();
  const { raster, transparent } = await rasterOf(pipeline, options);
  const { width, height } = options.asStored ? meta : meta.autoOrient;
  return {
    format,
    width,
    height,
    raster,
    transparent,
    frames: meta.pages ?? 1,
    depth: meta.bitsPerSample ?? DEPTH_BITS[meta.depth] ?? 8,
    grey: meta.channels < 3,
    warnings: warningsOf(meta),
  };
}

function warningsOf(meta: Metadata): readonly Warning[] {
  const warnings: Warning[] = [];
  if ((meta.pages ?? 1) > 1) {
    warnings.push({ code: "image-approximated", message: `only the first of ${meta.pages} frames was read` });
  }
  if (meta.space === "cmyk" && !meta.hasProfile) {
    warnings.push({
      code: "image-approximated",
      message: "the CMYK inks carry no colour profile, so their colours are those of a generic press",
    });
  }
  return warnings;
}
