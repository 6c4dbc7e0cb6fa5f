import { decodeText, startsWith } from "./decode-text.js";
import { type Lifted, startLifting, warnOnce } from "./lifted.js";

/**
 * The EXIF, XMP and C2PA chunks of a WebP file.
 *
 * @source RFC 9649 §2.7; C2PA 2.1 §A.3.6 (RIFF)
 */
export function liftWebp(bytes: Uint8Array): Lifted {
  const lifting = startLifting();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 12;
  while (at + 8 <= bytes.length) {
    const length = view.getUint32(at + 4, true);
    const start = at + 8;
    if (length > bytes.length - start) {
      warnOnce(lifting, "metadata-partial", "the WebP breaks off inside a chunk");
      break;
    }
    const data = bytes.subarray(start, start + length);
    if (startsWith(bytes, "EXIF", at)) lifting.exif ??= data;
    else if (startsWith(bytes, "XMP ", at)) lifting.xmp ??= decodeText(data);
    else if (startsWith(bytes, "C2PA", at)) lifting.c2pa ??= data;
    at = start + length + (length & 1);
  }
  return lifting;
}
