import { resizeBicubic } from "../../image/pil/resize-bicubic.js";
import { CLIP_NORMALISATION, toPlanes } from "../../image/pil/to-planes.js";
import type { Raster } from "../../image/raster.js";

/**
 * A picture as BLIP takes it, `[3, size, size]`: squeezed into a square, nothing cut off, normalised. Equal to
 * `BlipImageProcessor` of transformers; its "fast" twin resizes with PyTorch and may differ by a level.
 */
export function preprocessBlip(raster: Raster, size: number): Float32Array {
  return toPlanes(resizeBicubic(raster, { width: size, height: size }), CLIP_NORMALISATION);
}
