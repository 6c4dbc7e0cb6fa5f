/**
 * Pixels of a picture: interleaved 8-bit sRGB, `data[(y * width + x) * 3 + channel]`, alpha already flattened.
 */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array | Uint8ClampedArray;
}

/** One number a pixel, row by row. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** OKLab planes: lightness 0..1, a and b about -0.4..0.4. */
export interface LabPlanes {
  readonly width: number;
  readonly height: number;
  readonly l: Float32Array;
  readonly a: Float32Array;
  readonly b: Float32Array;
}
