import { gradientField } from "../../texture/gradient-field.js";
import type { DescriptorBlock } from "./block.js";
import { quantilesOf } from "./histogram.js";

const EDGE = 6;
const DIRECTIONS = 12;
/** Half-width, as tangent, of what counts as exactly level or upright: 2 degrees. */
const EXACT = 0.035;
/** Working pixels that a straight edge must run on at least. */
const RUN = 24;
/** Eighths of a level up to 160. */
const FINE = 1280;
const SLANTED = 1;
const LEVEL = 2;
const UPRIGHT = 3;

/** Share of the edge pixels that lie on level or upright edges of `RUN` pixels and more, and the longest such run. */
function straightRuns(kinds: Uint8Array, width: number, height: number): readonly [number, number] {
  let onRuns = 0;
  let longest = 0;
  const follow = (start: number, step: number, length: number, kind: number): void => {
    let run = 0;
    for (let k = 0, i = start; k <= length; k++, i += step) {
      if (k < length && kinds[i] === kind) {
        run++;
        continue;
      }
      if (run >= RUN) onRuns += run;
      if (run > longest) longest = run;
      run = 0;
    }
  };
  for (let y = 0; y < height; y++) follow(y * width, 1, width, LEVEL);
  for (let x = 0; x < width; x++) follow(x, width, height, UPRIGHT);
  return [onRuns, longest];
}

const kindOf = (dx: number, dy: number): number =>
  dx <= EXACT * dy ? LEVEL : dy <= EXACT * dx ? UPRIGHT : SLANTED;

/** Shares (roots) of slopes of 2, 6, 16 and 40 levels a pixel and more, then seven quantiles (logarithms, halved). */
function slopesOf(magnitude: Float32Array): number[] {
  const fine = new Float64Array(FINE);
  for (let i = 0; i < magnitude.length; i++) {
    const bin = Math.min(FINE - 1, Math.floor(8 * (magnitude[i] as number)));
    fine[bin] = (fine[bin] as number) + 1 / magnitude.length;
  }
  const above = (least: number): number => {
    let share = 0;
    for (let bin = 8 * least; bin < FINE; bin++) share += fine[bin] as number;
    return Math.sqrt(share);
  };
  const quantiles = quantilesOf(fine, 0, FINE / 8, [0.1, 0.25, 0.5, 0.75, 0.9, 0.97, 0.995]);
  return [...[2, EDGE, 16, 40].map(above), ...quantiles.map((slope) => Math.log1p(slope) / 2)];
}

/**
 * Edges of the working luma: density at four thresholds, seven quantiles of the slope, 12 directions (roots of shares
 * of slope), share of edges exactly level or upright, share on long level or upright runs, and the longest run.
 */
export const edges: DescriptorBlock = {
  name: "edges",
  length: 4 + 7 + DIRECTIONS + 5,
  measure: (picture) => {
    const { width, height, gx, gy, magnitude } = gradientField(picture);
    const directions = new Float64Array(DIRECTIONS);
    const kinds = new Uint8Array(width * height);
    let [total, strong, level, upright] = [0, 0, 0, 0];
    for (let i = 0; i < magnitude.length; i++) {
      const slope = magnitude[i] as number;
      if (slope < EDGE) continue;
      const dx = Math.abs(gx[i] as number);
      const dy = Math.abs(gy[i] as number);
      const turn = Math.atan2(gy[i] as number, gx[i] as number) / Math.PI + 1 + 0.5 / DIRECTIONS;
      const bin = Math.floor(turn * DIRECTIONS) % DIRECTIONS;
      directions[bin] = (directions[bin] as number) + slope;
      total += slope;
      strong++;
      const kind = kindOf(dx, dy);
      kinds[i] = kind;
      if (kind === LEVEL) level++;
      else if (kind === UPRIGHT) upright++;
    }
    const [onRuns, longest] = straightRuns(kinds, width, height);
    const edgeCount = Math.max(1, strong);
    return [
      ...slopesOf(magnitude),
      ...directions.map((sum) => Math.sqrt(sum / Math.max(1e-9, total))),
      ...[level / edgeCount, upright / edgeCount, onRuns / edgeCount, onRuns / magnitude.length],
      longest / Math.max(width, height),
    ];
  },
};
