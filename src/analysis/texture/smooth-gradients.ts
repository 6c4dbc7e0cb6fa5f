import { round } from "../../base/number.js";
import type { Picture } from "../../image/picture.js";
import type { Plane } from "../../image/raster.js";
import type { Measurement } from "../measurement.js";
import { lumaAt } from "./luma.js";

interface SmoothGradients {
  /** Share of the picture that is an even ramp of tone, 0..1. */
  readonly share: number;
}

const SIDE = 80;
const REACH = 3;
/** Luma levels over the reach: below it the area counts as flat, not as a ramp. */
const LEAST_RISE = 2;

/** True where tone along (dx, dy) rises evenly: the middle is the mean of both ends, and so are the quarters. */
function bend({ width, data }: Plane, i: number, dx: number, dy: number): { rise: number; bend: number } {
  const step = dy * width + dx;
  const before = data[i - REACH * step] as number;
  const after = data[i + REACH * step] as number;
  const middle = data[i] as number;
  const near = (data[i - step] as number) + (data[i + step] as number);
  return {
    rise: Math.abs(after - before),
    bend: Math.max(Math.abs(middle - (before + after) / 2), Math.abs(2 * middle - near)),
  };
}

/**
 * Ramps at 80 px on the long side: a pixel is on one when tone rises along an axis and bends along neither. A
 * measured value only: the ramps of skies and fog are named by what they are, not as gradients.
 */
export function measureGradients(picture: Picture): SmoothGradients {
  return picture.once("smooth-gradients", () => {
    const plane = lumaAt(picture, SIDE);
    let ramps = 0;
    let seen = 0;
    for (let y = REACH; y < plane.height - REACH; y++) {
      for (let x = REACH; x < plane.width - REACH; x++) {
        const i = y * plane.width + x;
        const across = bend(plane, i, 1, 0);
        const down = bend(plane, i, 0, 1);
        const rise = Math.max(across.rise, down.rise);
        seen++;
        if (rise >= LEAST_RISE && Math.max(across.bend, down.bend) <= 0.6 + 0.06 * rise) ramps++;
      }
    }
    return { share: seen === 0 ? 0 : round(ramps / seen, 4) };
  });
}

/** Even ramps of tone: backdrops, clear skies, vector gradients. */
export const smoothGradients: Measurement<SmoothGradients> = {
  id: "smooth-gradients",
  measure: measureGradients,
  phrase: () => [],
};
