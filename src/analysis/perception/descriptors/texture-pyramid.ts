import type { Picture } from "../../../image/picture.js";
import type { Plane } from "../../../image/raster.js";
import { areaAverage } from "../../texture/area-average.js";
import { lumaAt, WORKING_SIDE } from "../../texture/luma.js";

/** Luma, 0..255, of the whole picture at 320, 160 and 80 pixels on the long side. */
export function texturePyramid(picture: Picture): readonly Plane[] {
  return picture.once("perception:texture-pyramid", () => {
    const full = lumaAt(picture, WORKING_SIDE);
    const shrunk = (source: Plane, factor: number): Plane =>
      areaAverage(
        source,
        Math.max(1, Math.round(full.width / factor)),
        Math.max(1, Math.round(full.height / factor)),
      );
    const half = shrunk(full, 2);
    return [full, half, shrunk(half, 4)];
  });
}
