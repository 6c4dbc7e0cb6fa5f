import type { DecodedImage, ImageFormat } from "../decoded.js";
import { decodeBmp } from "./bmp/decode-bmp.js";
import { decodeWithSharp } from "./decode-with-sharp.js";
import { decodeFailure, timedOut } from "./failure.js";
import { formatOf } from "./format-of.js";
import { decodeHeic } from "./heic/decode-heic.js";
import type { DecodeOptions, ResolvedDecodeOptions } from "./options.js";
import { resolveDecodeOptions } from "./options.js";
import { cancelled } from "./sandbox.js";
import { decodeSvg } from "./svg/decode-svg.js";

/**
 * A picture from the bytes of a file, whatever its name says.
 *
 * @throws ImpromptError `input-empty`, `input-unsupported` (not a picture, or one that cannot be read),
 *   `input-corrupt` (damaged or cut short), `input-too-large`, `decode-timeout`, `cancelled`, `invalid-option`
 */
export async function decodeImage(bytes: Uint8Array, options: DecodeOptions = {}): Promise<DecodedImage> {
  const resolved = resolveDecodeOptions(options);
  const format = formatOf(bytes, resolved.name);
  try {
    return await withinTime(() => decodeFormat(bytes, format, resolved), resolved);
  } catch (error) {
    throw decodeFailure(error, format, resolved.name);
  }
}

function decodeFormat(
  bytes: Uint8Array,
  format: ImageFormat,
  options: ResolvedDecodeOptions,
): Promise<DecodedImage> {
  switch (format) {
    case "svg":
      return decodeSvg(bytes, options);
    case "heic":
      return decodeHeic(bytes, options);
    case "bmp":
      return decodeBmp(bytes, options);
    case "jpeg":
    case "png":
    case "webp":
    case "avif":
    case "gif":
    case "tiff":
      return decodeWithSharp(bytes, format, options);
  }
}

/** The work, or the time limit, or the signal, whichever comes first. */
async function withinTime<T>(work: () => Promise<T>, options: ResolvedDecodeOptions): Promise<T> {
  const { name, signal, timeoutMs } = options;
  if (signal?.aborted === true) throw cancelled(name);
  let timer: NodeJS.Timeout | undefined;
  let onAbort: (() => void) | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(timedOut(name)), timeoutMs);
    onAbort = () => reject(cancelled(name));
    signal?.addEventListener("abort", onAbort, { once: true });
  });
  try {
    return await Promise.race([work(), limit]);
  } finally {
    clearTimeout(timer);
    if (onAbort !== undefined) signal?.removeEventListener("abort", onAbort);
  }
}
