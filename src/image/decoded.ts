import type { Warning } from "../base/warning.js";
import type { Raster } from "./raster.js";

export type ImageFormat = "jpeg" | "png" | "webp" | "avif" | "heic" | "gif" | "tiff" | "bmp" | "svg";

/** A picture read from bytes, and what its container said of the pixels. */
export interface DecodedImage {
  readonly format: ImageFormat;
  /** Pixels of the picture as displayed: orientation applied. */
  readonly width: number;
  readonly height: number;
  /** At most `workingSize` on the long side, sRGB, alpha flattened. Never enlarged, drawings (SVG) aside. */
  readonly raster: Raster;
  /** True when some pixel is not opaque. */
  readonly transparent: boolean;
  /** Frames or pages in the file; 1 for a still. The first one was read. */
  readonly frames: number;
  /** Bits a channel in the file. */
  readonly depth: number;
  /** True when the file is stored in one channel. */
  readonly grey: boolean;
  readonly warnings: readonly Warning[];
}
