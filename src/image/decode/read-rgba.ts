import sharp from "sharp";
import { ImpromptError } from "../../base/error.js";
import { checkPixels, damaged, decodeFailure, FORMAT_NAMES } from "./failure.js";
import { formatOf } from "./format-of.js";
import { DEFAULT_MAX_PIXELS } from "./options.js";

/** Pixels as stored: interleaved 8-bit RGBA, alpha not multiplied in, `data[(y * width + x) * 4 + channel]`. */
export interface Rgba {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/**
 * Pixels of a losslessly stored picture to the bit: no colour profile, orientation or flattening applied.
 * 16-bit channels lose their low byte; grey is repeated; a picture without alpha gets 255.
 *
 * @throws ImpromptError as `decodeImage` does
 */
export async function readRgba(
  bytes: Uint8Array,
  options: { readonly maxPixels?: number } = {},
): Promise<Rgba> {
  const maxPixels = options.maxPixels ?? DEFAULT_MAX_PIXELS;
  const format = formatOf(bytes, "image");
  if (format !== "png" && format !== "webp") {
    throw new ImpromptError("input-unsupported", `a ${FORMAT_NAMES[format]} keeps no pixel to the bit`, {
      where: "image",
      hint: "Give a PNG or a WebP.",
    });
  }
  const input = { limitInputPixels: false, ignoreIcc: true, failOn: "error" } as const;
  try {
    checkPixels(await sharp(bytes, input).metadata(), format, { maxPixels, name: "image" });
    const { data, info } = await sharp(bytes, input)
      .ensureAlpha()
      .toColourspace("srgb")
      .raw({ depth: "uchar" })
      .toBuffer({ resolveWithObject: true });
    if (info.channels !== 4) throw damaged(format, "image");
    return { width: info.width, height: info.height, data };
  } catch (error) {
    throw decodeFailure(error, format, "image");
  }
}
