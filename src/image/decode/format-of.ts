import { ImpromptError } from "../../base/error.js";
import type { ImageFormat } from "../decoded.js";
import { sniff } from "../sniff.js";

const READABLE = "imprompt reads JPEG, PNG, WebP, AVIF, HEIC, GIF, TIFF, BMP and SVG.";

/** The format of a file's bytes. @throws ImpromptError `input-empty`, `input-unsupported` */
export function formatOf(bytes: Uint8Array, name: string): ImageFormat {
  if (bytes.length === 0) {
    throw new ImpromptError("input-empty", "the file is empty", {
      where: name,
      hint: "Download or copy it again.",
    });
  }
  const sniffed = sniff(bytes);
  if (sniffed === null) {
    throw new ImpromptError("input-unsupported", "this is not a picture that imprompt knows", {
      where: name,
      hint: READABLE,
    });
  }
  if ("format" in sniffed) return sniffed.format;
  throw new ImpromptError("input-unsupported", `this is ${sniffed.other}, which imprompt does not read`, {
    where: name,
    hint: READABLE,
  });
}
