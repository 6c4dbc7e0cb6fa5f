import type { Raster } from "../../image/raster.js";
import type { Session } from "../onnx/session.js";
import type { Matrix, ModelWork } from "../types.js";
import { pause } from "./pause.js";
import { preprocessClip } from "./preprocess.js";

export interface ImageEncoder {
  /** Rows of length 1. */
  readonly encode: (rasters: readonly Raster[], work?: ModelWork) => Promise<Matrix>;
}

/** Patches of a run, about: pictures of few patches are taken together. */
const RUN = 1024;

/** An encoder over a session of the vision graph; sizes in pixels. */
export function createImageEncoder(
  session: Session,
  { imageSize, patch }: { readonly imageSize: number; readonly patch: number },
  width: number,
): ImageEncoder {
  const numbers = 3 * imageSize ** 2;
  const each = Math.max(1, Math.floor(RUN / (imageSize / patch) ** 2));
  const encode: ImageEncoder["encode"] = async (rasters, { signal, onProgress } = {}) => {
    const data = new Float32Array(rasters.length * width);
    for (let at = 0; at < rasters.length; at += each) {
      await pause(signal);
      const some = rasters.slice(at, at + each);
      const pixels = new Float32Array(some.length * numbers);
      some.forEach((raster, index) => pixels.set(preprocessClip(raster, imageSize), index * numbers));
      const { embedding } = await session.run({
        pixels: session.tensorOf(pixels, [some.length, 3, imageSize, imageSize]),
      });
      data.set(embedding?.data as Float32Array, at * width);
      onProgress?.(at + some.length, rasters.length);
    }
    return { rows: rasters.length, width, data };
  };
  return { encode };
}
