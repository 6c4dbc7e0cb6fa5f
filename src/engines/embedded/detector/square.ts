import type { Raster } from "../../../image/raster.js";

/** A picture in the middle of a black square. */
export interface Square {
  readonly side: number;
  /** Interleaved RGB of the whole square. */
  readonly data: Uint8Array;
  /** Where the picture lies in it, in pixels. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What a detector that squashes its input into a square is given, so that nothing loses its proportions. */
export function squareOf({ width, height, data }: Raster): Square {
  const side = Math.max(width, height);
  const left = Math.floor((side - width) / 2);
  const top = Math.floor((side - height) / 2);
  const padded = new Uint8Array(side * side * 3);
  for (let y = 0; y < height; y++) {
    padded.set(data.subarray(y * width * 3, (y + 1) * width * 3), ((top + y) * side + left) * 3);
  }
  return { side, data: padded, left, top, width, height };
}
