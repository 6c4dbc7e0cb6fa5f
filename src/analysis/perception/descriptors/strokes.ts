import type { Plane } from "../../../image/raster.js";
import { lumaAt, WORKING_SIDE } from "../../texture/luma.js";
import type { DescriptorBlock } from "./block.js";

const REACHES = [1, 2, 4, 7] as const;
/** Luma levels that a line stands out by to be counted. */
const DEEP = 30;
const BRIGHT = 215;

/**
 * Means and shares of what is darker, and what is lighter, than both sides at `reach` pixels along an axis, on every
 * second pixel of each row, as on the white squares of a chessboard.
 */
function strokesOf({ width, height, data }: Plane, reach: number): number[] {
  const down = reach * width;
  let [dark, light, darkCount, lightCount, onLight, seen] = [0, 0, 0, 0, 0, 0];
  for (let y = reach; y < height - reach; y++) {
    const end = (y + 1) * width - reach;
    for (let i = y * width + reach + (y & 1); i < end; i += 2) {
      seen++;
      const here = data[i] as number;
      const west = data[i - reach] as number;
      const east = data[i + reach] as number;
      const north = data[i - down] as number;
      const south = data[i + down] as number;
      const greatAcross = Math.max(west, east);
      const greatAlong = Math.max(north, south);
      const darker = Math.max(Math.min(west, east), Math.min(north, south)) - here;
      const lighter = here - Math.min(greatAcross, greatAlong);
      light += Math.max(0, lighter);
      dark += Math.max(0, darker);
      if (lighter > DEEP) lightCount++;
      if (darker <= DEEP) continue;
      darkCount++;
      if (greatAcross > BRIGHT || greatAlong > BRIGHT) onLight++;
    }
  }
  const count = Math.max(1, seen);
  return [
    Math.log1p(dark / count),
    Math.log1p(light / count),
    Math.sqrt(darkCount / count),
    Math.sqrt(lightCount / count),
    onLight / Math.max(1, darkCount),
  ];
}

/**
 * Thin lines of the working luma, by reach: mean depth of dark and of light ones (logarithms), the shares (roots) that
 * they cover, and how many of the dark ones lie on near-white.
 */
export const strokes: DescriptorBlock = {
  name: "strokes",
  length: REACHES.length * 5,
  measure: (picture) => REACHES.flatMap((reach) => strokesOf(lumaAt(picture, WORKING_SIDE), reach)),
};
