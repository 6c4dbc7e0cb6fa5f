import { round } from "../../base/number.js";
import type { Picture } from "../../image/picture.js";
import type { Plane } from "../../image/raster.js";
import type { Measurement } from "../measurement.js";
import { fullLuma } from "./luma.js";

interface JpegDamage {
  /**
   * Mean step across the borders of the 8 x 8 grid over the mean step inside, both axes; 1 is clean, above about 1.3
   * the blocks can be seen. Null when the picture was shrunk or is too small or flat to tell.
   */
  readonly blockiness: number | null;
}

const BLOCK = 8;
/** Steps above this are the picture's own edges, which would drown the grid. */
const EDGE = 40;

/** Mean clipped second difference by position within the grid, along rows (`step` 1) or columns (`step` width). */
function stepsByPhase({ width, height, data }: Plane, vertical: boolean): Float64Array {
  const sums = new Float64Array(BLOCK);
  const counts = new Float64Array(BLOCK);
  const along = vertical ? height : width;
  const across = vertical ? width : height;
  const step = vertical ? width : 1;
  const line = vertical ? 1 : width;
  for (let u = 2; u < along - 1; u++) {
    const phase = u % BLOCK;
    let sum = 0;
    for (let v = 0, i = u * step; v < across; v += 2, i += 2 * line) {
      const before = data[i - step] as number;
      const here = data[i] as number;
      const bend = Math.abs(
        here - before - (here - (data[i - 2 * step] as number) + (data[i + step] as number) - before) / 3,
      );
      sum += bend < EDGE ? bend : EDGE;
    }
    sums[phase] = (sums[phase] as number) + sum;
    counts[phase] = (counts[phase] as number) + across / 2;
  }
  return sums.map((sum, phase) => sum / Math.max(1, counts[phase] as number));
}

function blockiness(phases: Float64Array): number | null {
  const inside = ((phases[3] as number) + (phases[4] as number) + (phases[5] as number)) / 3;
  const border = phases[0] as number;
  return inside + border < 0.1 ? null : border / Math.max(inside, 0.05);
}

/**
 * Blocks of a lossy file on the grid that starts at the top left: a crop or another codec moves the grid and hides it.
 * A measured value only. Damage is no wish, so it makes no phrase for a prompt; nor is its absence one.
 *
 * @source Z. Wang, H. R. Sheikh, A. C. Bovik, "No-reference perceptual quality assessment of JPEG compressed images",
 *   ICIP 2002 (the differences across block borders)
 */
function measure(picture: Picture): JpegDamage {
  const plane = fullLuma(picture);
  if (picture.scale < 1 || Math.min(plane.width, plane.height) < 4 * BLOCK) return { blockiness: null };
  const columns = blockiness(stepsByPhase(plane, false));
  const rows = blockiness(stepsByPhase(plane, true));
  if (columns === null || rows === null) return { blockiness: null };
  return { blockiness: round(Math.sqrt(columns * rows), 3) };
}

export const jpegDamage: Measurement<JpegDamage> = { id: "jpeg-damage", measure, phrase: () => [] };
