import type { LabPlanes, Raster } from "./raster.js";

/** sRGB byte to linear light, 0..1. @source IEC 61966-2-1 */
export const LINEAR_OF_BYTE: Float32Array = Float32Array.from({ length: 256 }, (_, byte) => {
  const value = byte / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
});

const CUBE_ROOT_STEPS = 4096;
const CUBE_ROOT: Float32Array = Float32Array.from({ length: CUBE_ROOT_STEPS + 2 }, (_, i) =>
  Math.cbrt(i / CUBE_ROOT_STEPS),
);

/** Cube root of 0..1 by linear interpolation; below 1/64, where the table is coarse, by Math.cbrt. */
function cubeRoot(value: number): number {
  if (value < 0.015625) return Math.cbrt(value);
  const at = value * CUBE_ROOT_STEPS;
  const low = at | 0;
  const from = CUBE_ROOT[low] as number;
  return from + (at - low) * ((CUBE_ROOT[low + 1] as number) - from);
}

/**
 * OKLab planes of a raster, within 1e-5 of the exact transform.
 *
 * @source Björn Ottosson, "A perceptual color space for image processing", 2020 (matrices of 2021-01-25)
 */
export function toOklab(raster: Raster): LabPlanes {
  const count = raster.width * raster.height;
  const l = new Float32Array(count);
  const a = new Float32Array(count);
  const b = new Float32Array(count);
  for (let i = 0, p = 0; i < count; i++, p += 3) {
    const red = LINEAR_OF_BYTE[raster.data[p] as number] as number;
    const green = LINEAR_OF_BYTE[raster.data[p + 1] as number] as number;
    const blue = LINEAR_OF_BYTE[raster.data[p + 2] as number] as number;
    const long = cubeRoot(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
    const medium = cubeRoot(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
    const short = cubeRoot(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
    l[i] = 0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short;
    a[i] = 1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short;
    b[i] = 0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short;
  }
  return { width: raster.width, height: raster.height, l, a, b };
}
