import { resizeBicubic } from "../../../image/pil/resize-bicubic.js";
import type { Raster } from "../../../image/raster.js";

export interface Page {
  readonly width: number;
  readonly height: number;
  /** A binary portable graymap: the simplest format that the reader opens. */
  readonly bytes: Uint8Array;
}

/** Pixels of the long side up to which a picture is enlarged: the reader wants letters of 20 pixels and more. */
const READABLE_SIDE = 1200;
const MOST_ENLARGED = 3;

/** The picture in BT.601 luma, enlarged as far as the reader gains by it. */
export function pageOf(raster: Raster): Page {
  const scale = Math.min(MOST_ENLARGED, Math.max(1, READABLE_SIDE / Math.max(raster.width, raster.height)));
  const width = Math.round(raster.width * scale);
  const height = Math.round(raster.height * scale);
  const { data } = scale === 1 ? raster : resizeBicubic(raster, { width, height });
  const header = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`);
  const bytes = new Uint8Array(header.length + width * height);
  bytes.set(header);
  for (let i = header.length, p = 0; i < bytes.length; i++, p += 3) {
    bytes[i] = Math.round(
      0.299 * (data[p] as number) + 0.587 * (data[p + 1] as number) + 0.114 * (data[p + 2] as number),
    );
  }
  return { width, height, bytes };
}
