import { ImpromptError } from "../../base/error.js";
import type { ImageFormat } from "../decoded.js";

/** What people call each format. */
export const FORMAT_NAMES: Readonly<Record<ImageFormat, string>> = {
  jpeg: "JPEG",
  png: "PNG",
  webp: "WebP",
  avif: "AVIF",
  heic: "HEIC",
  gif: "GIF",
  tiff: "TIFF",
  bmp: "BMP",
  svg: "SVG",
};

const CUT_SHORT =
  /truncat|premature|unexpected end|end of (stream|file|data|image)|eof|too few|short|not enough/i;

/** A foreign decoder's error as ours. Errors that are ours already pass through. */
export function decodeFailure(error: unknown, format: ImageFormat, name: string): ImpromptError {
  if (error instanceof ImpromptError) return error;
  const message = error instanceof Error ? error.message : String(error);
  if (/^timeout/i.test(message)) return timedOut(name, error);
  if (/pixel limit/i.test(message)) {
    return new ImpromptError(
      "input-too-large",
      `this ${FORMAT_NAMES[format]} has more pixels than the limit`,
      {
        where: name,
        hint: "Raise maxPixels, or make the picture smaller first.",
        cause: error,
      },
    );
  }
  return CUT_SHORT.test(message) ? cutShort(format, name, error) : damaged(format, name, error);
}

export function cutShort(format: ImageFormat, name: string, cause?: unknown): ImpromptError {
  return new ImpromptError("input-corrupt", `this ${FORMAT_NAMES[format]} is cut short: its end is missing`, {
    where: name,
    hint: "Download or copy it again.",
    cause,
  });
}

export function damaged(format: ImageFormat, name: string, cause?: unknown): ImpromptError {
  return new ImpromptError("input-corrupt", `this ${FORMAT_NAMES[format]} is damaged and cannot be decoded`, {
    where: name,
    hint: "Download it again, or open it in an image editor and save it anew.",
    cause,
  });
}

export function timedOut(name: string, cause?: unknown): ImpromptError {
  return new ImpromptError("decode-timeout", "decoding took longer than the time limit", {
    where: name,
    hint: "Raise timeoutMs, or make the picture smaller first.",
    cause,
  });
}

/** @throws ImpromptError `input-corrupt` for an empty side, `input-too-large` above `maxPixels` */
export function checkPixels(
  size: { readonly width: number; readonly height: number },
  format: ImageFormat,
  limits: { readonly maxPixels: number; readonly name: string },
): void {
  const pixels = size.width * size.height;
  if (!(size.width >= 1 && size.height >= 1)) throw damaged(format, limits.name);
  if (pixels <= limits.maxPixels) return;
  const megapixels = (count: number) => `${Number((count / 1e6).toPrecision(3))} megapixels`;
  throw new ImpromptError(
    "input-too-large",
    `this ${FORMAT_NAMES[format]} says it is ${size.width} x ${size.height} (${megapixels(pixels)}), ` +
      `above the limit of ${megapixels(limits.maxPixels)}`,
    { where: limits.name, hint: "Raise maxPixels if you trust the file, or make the picture smaller first." },
  );
}
