import type { Raster } from "../../../image/raster.js";

/** Pixels that a scan of the working raster looks at, about. */
const ENOUGH = 120_000;

/** Every how many lines a scan takes one: odd, so that all phases of an even grid are met. */
export function lineStep({ width, height }: Pick<Raster, "width" | "height">): number {
  return 2 * Math.floor((width * height) / ENOUGH / 2 + 0.5) + 1;
}
