import type { Picture } from "../../image/picture.js";
import { lumaAt, WORKING_SIDE } from "./luma.js";

export interface GradientField {
  readonly width: number;
  readonly height: number;
  /** Luma levels a working pixel, rising to the right. The outermost pixels are 0. */
  readonly gx: Float32Array;
  /** Rising downwards. */
  readonly gy: Float32Array;
  readonly magnitude: Float32Array;
}

/**
 * Sobel gradients of the working luma, divided by 8 so that a ramp of one level a pixel reads 1.
 *
 * @source I. Sobel, G. Feldman, "A 3x3 isotropic gradient operator for image processing", 1968
 */
export function gradientField(picture: Picture): GradientField {
  return picture.once("gradient-field", () => {
    const { width, height, data } = lumaAt(picture, WORKING_SIDE);
    const gx = new Float32Array(width * height);
    const gy = new Float32Array(width * height);
    const magnitude = new Float32Array(width * height);
    for (let y = 1; y < height - 1; y++) {
      for (let x = 1, i = y * width + 1; x < width - 1; x++, i++) {
        const nw = data[i - width - 1] as number;
        const ne = data[i - width + 1] as number;
        const sw = data[i + width - 1] as number;
        const se = data[i + width + 1] as number;
        const dx = (ne + se - nw - sw + 2 * ((data[i + 1] as number) - (data[i - 1] as number))) / 8;
        const dy = (sw + se - nw - ne + 2 * ((data[i + width] as number) - (data[i - width] as number))) / 8;
        gx[i] = dx;
        gy[i] = dy;
        magnitude[i] = Math.sqrt(dx * dx + dy * dy);
      }
    }
    return { width, height, gx, gy, magnitude };
  });
}
