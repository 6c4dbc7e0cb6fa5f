import type { Region } from "../../../blueprint/types.js";
import type { Raster } from "../../../image/raster.js";

/** The pixels of a region, whole ones, at least one; edges to the nearest pixel. */
export function cropOf(raster: Raster, region: Region): Raster {
  const left = Math.min(raster.width - 1, Math.max(0, Math.round(region.x * raster.width)));
  const top = Math.min(raster.height - 1, Math.max(0, Math.round(region.y * raster.height)));
  const right = Math.min(
    raster.width,
    Math.max(left + 1, Math.round((region.x + region.width) * raster.width)),
  );
  const bottom = Math.min(
    raster.height,
    Math.max(top + 1, Math.round((region.y + region.height) * raster.height)),
  );
  const [width, height] = [right - left, bottom - top];
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    const from = ((top + y) * raster.width + left) * 3;
    data.set(raster.data.subarray(from, from + width * 3), y * width * 3);
  }
  return { width, height, data };
}
