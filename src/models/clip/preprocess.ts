import { coverSquare } from "../../image/pil/cover-square.js";
import { resizeBicubic } from "../../image/pil/resize-bicubic.js";
import { CLIP_NORMALISATION, type Normalisation, toPlanes } from "../../image/pil/to-planes.js";
import type { Raster } from "../../image/raster.js";

/**
 * A picture as CLIP takes it, `[3, size, size]`: the shorter side to `size`, the middle square, normalised. Equal to
 * open_clip's transform for evaluation.
 */
export function preprocessClip(
  raster: Raster,
  size: number,
  normalisation: Normalisation = CLIP_NORMALISATION,
): Float32Array {
  const cover = coverSquare(raster, size);
  return toPlanes(resizeBicubic(raster, cover.size, cover.window), normalisation);
}
