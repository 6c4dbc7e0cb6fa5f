import type { Picture } from "../../image/picture.js";
import type { Plane } from "../../image/raster.js";
import { areaAverage } from "./area-average.js";

/** Long side of the plane that most texture and geometry is measured on. */
export const WORKING_SIDE = 320;

/**
 * Luma of the full raster, 0..255: weighted sum of gamma-coded sRGB, close enough to what the eye ranks.
 *
 * @source ITU-R BT.601, section 2.5.1
 */
export function fullLuma(picture: Picture): Plane {
  return picture.once("luma:full", () => {
    const { width, height, data: bytes } = picture.full;
    const data = new Float32Array(width * height);
    for (let i = 0, p = 0; i < data.length; i++, p += 3) {
      data[i] =
        0.299 * (bytes[p] as number) + 0.587 * (bytes[p + 1] as number) + 0.114 * (bytes[p + 2] as number);
    }
    return { width, height, data };
  });
}

/**
 * Luma averaged to exactly `side` on the long side (smaller pictures as they are), so that figures in pixels of this
 * plane do not depend on the size of the file.
 */
export function lumaAt(picture: Picture, side: number): Plane {
  return picture.once(`luma:${side}`, () => {
    const full = fullLuma(picture);
    const factor = Math.min(1, side / Math.max(full.width, full.height));
    const width = Math.max(1, Math.round(full.width * factor));
    const height = Math.max(1, Math.round(full.height * factor));
    return areaAverage(side < WORKING_SIDE ? lumaAt(picture, WORKING_SIDE) : full, width, height);
  });
}
