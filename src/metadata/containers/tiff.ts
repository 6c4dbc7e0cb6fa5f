import { decodeText } from "./decode-text.js";
import { type Lifted, startLifting } from "./lifted.js";
import { iptcOfPhotoshop } from "./photoshop.js";
import { tiffTags } from "./tiff-tags.js";

/**
 * A TIFF file is its own EXIF block; XMP, IPTC and Photoshop resources stand in tags of the first directory.
 *
 * @source Adobe XMP part 3 §3.3.1 (tag 700), TIFF/EP (33723), Adobe Photoshop TIFF notes (34377)
 */
export function liftTiff(bytes: Uint8Array): Lifted {
  const lifting = startLifting();
  lifting.exif = bytes;
  for (const tag of tiffTags(bytes)) {
    if (tag.directory !== "image") continue;
    if (tag.tag === 700) lifting.xmp ??= decodeText(tag.bytes);
    else if (tag.tag === 33723) lifting.iptc ??= tag.bytes;
    else if (tag.tag === 34377) lifting.iptc ??= iptcOfPhotoshop(tag.bytes);
  }
  return lifting;
}
