import { round } from "../../base/number.js";
import type { Picture } from "../../image/picture.js";
import type { Plane } from "../../image/raster.js";
import type { Measurement } from "../measurement.js";
import { fullLuma } from "./luma.js";

interface Noise {
  /** Standard deviation in luma levels of 255; null when the picture was shrunk, which averages noise away. */
  readonly sigma: number | null;
  /** Blocks that were neither clipped nor skipped; few of them make a poor estimate. */
  readonly blocks: number;
}

const BLOCK = 16;
const CLIPPED = 10;
const QUANTILE = 0.15;
/** The quantile of block estimates lies this much below their mean for pure noise; found with known sigmas. */
const QUANTILE_BIAS = 0.93;

/** Noise sigma of one block by the Laplacian difference mask, or null when the block is nearly clipped. */
function blockSigma({ width, data }: Plane, left: number, top: number): number | null {
  let sum = 0;
  let level = 0;
  for (let y = top + 1; y < top + BLOCK - 1; y++) {
    for (let x = left + 1, i = y * width + left + 1; x < left + BLOCK - 1; x++, i++) {
      const centre = data[i] as number;
      const cross =
        (data[i - 1] as number) +
        (data[i + 1] as number) +
        (data[i - width] as number) +
        (data[i + width] as number);
      const corners =
        (data[i - width - 1] as number) +
        (data[i - width + 1] as number) +
        (data[i + width - 1] as number) +
        (data[i + width + 1] as number);
      sum += Math.abs(4 * centre - 2 * cross + corners);
      level += centre;
    }
  }
  const count = (BLOCK - 2) * (BLOCK - 2);
  const mean = level / count;
  if (mean < CLIPPED || mean > 255 - CLIPPED) return null;
  return (Math.sqrt(Math.PI / 2) * sum) / (6 * count);
}

/**
 * Noise of the plainest blocks: the 15 % quantile over every second 16-pixel block. Texture everywhere reads as noise,
 * so the figure is an upper bound, and a measured value only: on labelled pictures high figures are foliage, ink and
 * lossy codecs far more often than film grain.
 *
 * @source J. Immerkær, "Fast noise variance estimation", Computer Vision and Image Understanding 64(2), 1996
 */
function measure(picture: Picture): Noise {
  if (picture.scale < 1) return { sigma: null, blocks: 0 };
  const plane = fullLuma(picture);
  const found: number[] = [];
  const step = plane.width * plane.height > 90_000 ? 2 * BLOCK : BLOCK;
  const margin = (length: number): number => Math.floor(((length - BLOCK) % step) / 2);
  for (let y = margin(plane.height); y + BLOCK <= plane.height; y += step) {
    for (let x = margin(plane.width); x + BLOCK <= plane.width; x += step) {
      const sigma = blockSigma(plane, x, y);
      if (sigma !== null) found.push(sigma);
    }
  }
  if (found.length === 0) return { sigma: null, blocks: 0 };
  found.sort((a, b) => a - b);
  const sigma = (found[Math.floor(found.length * QUANTILE)] as number) / QUANTILE_BIAS;
  return { sigma: round(sigma, 2), blocks: found.length };
}

/** Grain and sensor noise of the file's own pixels. */
export const noise: Measurement<Noise> = { id: "noise", measure, phrase: () => [] };
