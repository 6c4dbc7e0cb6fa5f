import type { Upload } from "../../../app/describer.js";
import { ImpromptError } from "../../../base/error.js";
import { sniff } from "../../../image/sniff.js";

/**
 * An upload that is a picture by its first bytes, for routes that decode nothing and would find nothing to complain of.
 *
 * @throws ImpromptError `input-unsupported`
 */
export function asPicture(upload: Upload): Upload {
  const sniffed = sniff(upload.bytes);
  if (sniffed !== null && "format" in sniffed) return upload;
  throw new ImpromptError(
    "input-unsupported",
    sniffed === null ? "this is no picture" : `this is ${sniffed.other}, which imprompt does not read`,
    { where: upload.name, hint: "imprompt reads JPEG, PNG, WebP, AVIF, HEIC, GIF, TIFF, BMP and SVG." },
  );
}
