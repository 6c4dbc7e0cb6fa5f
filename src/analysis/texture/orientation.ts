import type { Picture } from "../../image/picture.js";
import { gradientField } from "./gradient-field.js";

/** The structure tensor of the working luma over 7 x 7 pixels. */
export interface OrientationField {
  readonly width: number;
  readonly height: number;
  /** Mean squared gradient, luma levels squared. */
  readonly energy: Float32Array;
  /** 0 where gradients point everywhere, 1 along a straight edge or stroke. */
  readonly coherence: Float32Array;
}

const RADIUS = 3;

/** Mean over the (2 RADIUS + 1)-pixel window, separable, edges repeated by shrinking the window. */
function boxMean(source: Float32Array, width: number, height: number): Float32Array {
  const across = new Float32Array(source.length);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    let sum = 0;
    for (let x = 0; x < Math.min(RADIUS, width); x++) sum += source[row + x] as number;
    for (let x = 0; x < width; x++) {
      if (x + RADIUS < width) sum += source[row + x + RADIUS] as number;
      if (x - RADIUS - 1 >= 0) sum -= source[row + x - RADIUS - 1] as number;
      across[row + x] = sum;
    }
  }
  const result = new Float32Array(source.length);
  const sums = new Float64Array(width);
  const area = (2 * RADIUS + 1) ** 2;
  for (let y = -RADIUS; y < height; y++) {
    const enter = y + RADIUS;
    const leave = y - RADIUS - 1;
    for (let x = 0; x < width; x++) {
      let sum = sums[x] as number;
      if (enter < height) sum += across[enter * width + x] as number;
      if (leave >= 0) sum -= across[leave * width + x] as number;
      sums[x] = sum;
      if (y >= 0) result[y * width + x] = sum / area;
    }
  }
  return result;
}

/**
 * @source J. Bigün, G. H. Granlund, "Optimal orientation detection of linear symmetry", ICCV 1987
 */
export function orientationField(picture: Picture): OrientationField {
  return picture.once("orientation-field", () => {
    const { width, height, gx, gy } = gradientField(picture);
    const xx = new Float32Array(gx.length);
    const yy = new Float32Array(gx.length);
    const xy = new Float32Array(gx.length);
    for (let i = 0; i < gx.length; i++) {
      const dx = gx[i] as number;
      const dy = gy[i] as number;
      xx[i] = dx * dx;
      yy[i] = dy * dy;
      xy[i] = dx * dy;
    }
    const meanXx = boxMean(xx, width, height);
    const meanYy = boxMean(yy, width, height);
    const meanXy = boxMean(xy, width, height);
    const energy = meanXx;
    const coherence = meanXy;
    for (let i = 0; i < gx.length; i++) {
      const sum = (meanXx[i] as number) + (meanYy[i] as number);
      const difference = (meanXx[i] as number) - (meanYy[i] as number);
      const cross = 2 * (meanXy[i] as number);
      coherence[i] = sum < 1e-3 ? 0 : Math.sqrt(difference * difference + cross * cross) / sum;
      energy[i] = sum;
    }
    return { width, height, energy, coherence };
  });
}
