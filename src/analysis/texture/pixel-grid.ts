import { round } from "../../base/number.js";
import type { Observation } from "../../blueprint/observation.js";
import type { Picture } from "../../image/picture.js";
import type { Raster } from "../../image/raster.js";
import type { Measurement } from "../measurement.js";

interface PixelGrid {
  /** Side of one drawn pixel in pixels of the file, 2..64; null when there is no grid. */
  readonly cell: number | null;
  /** Share of all steps of tone that fall on the grid's lines, 0..1. */
  readonly onGrid: number;
  /** Drawn pixels across and down; [0, 0] without a grid. */
  readonly size: readonly [number, number];
}

const NO_GRID: PixelGrid = { cell: null, onGrid: 0, size: [0, 0] };
const MAX_CELL = 64;
const LINES = 200;
/** Differences up to this are left by a lossy codec. */
const SLACK = 24;
const ON_GRID = 0.9;
const LEAST_LINES = 12;
/** Share of the grid's lines that must carry a step: a few lone shapes are no grid. */
const OCCUPIED = 0.6;

/** Sum of the steps between neighbours along an axis, by the position of the later one, on up to 200 lines. */
function profile({ width, height, data }: Raster, vertical: boolean): Float64Array {
  const along = vertical ? height : width;
  const lines = vertical ? width : height;
  const next = vertical ? width * 3 : 3;
  const side = vertical ? 3 : width * 3;
  const every = Math.max(1, Math.floor(lines / LINES));
  const sums = new Float64Array(along);
  for (let line = Math.floor(((lines - 1) % every) / 2); line < lines; line += every) {
    for (let at = 1, p = line * side + next; at < along; at++, p += next) {
      const difference =
        Math.abs((data[p] as number) - (data[p - next] as number)) +
        Math.abs((data[p + 1] as number) - (data[p + 1 - next] as number)) +
        Math.abs((data[p + 2] as number) - (data[p + 2 - next] as number));
      if (difference > SLACK) sums[at] = (sums[at] as number) + difference;
    }
  }
  return sums;
}

interface Comb {
  readonly share: number;
  readonly occupied: number;
  readonly lines: number;
}

/** How well a comb of this period and phase catches the profile; `slack` widens its teeth on both sides. */
function comb(sums: Float64Array, total: number, period: number, phase: number, slack: number): Comb {
  let caught = 0;
  let lines = 0;
  let occupied = 0;
  const least = total / sums.length / 10;
  for (let line = phase; line < sums.length - slack; line += period) {
    const middle = Math.round(line);
    if (middle - slack < 1) continue;
    let tooth = 0;
    for (let at = middle - slack; at <= middle + slack; at++) tooth += sums[at] as number;
    lines++;
    caught += tooth;
    if (tooth > least) occupied++;
  }
  return { share: caught / total, occupied: occupied / Math.max(1, lines), lines };
}

function bestComb(sums: Float64Array, total: number, period: number, slack: number): Comb {
  let best: Comb = { share: 0, occupied: 0, lines: 0 };
  if (total === 0) return best;
  for (let phase = 0; phase < period; phase++) {
    const found = comb(sums, total, period, phase, slack);
    if (found.share > best.share) best = found;
  }
  return best;
}

const isGrid = ({ share, occupied, lines }: Comb): boolean =>
  share >= ON_GRID && occupied >= OCCUPIED && lines >= LEAST_LINES;

/**
 * The largest cell for which at least 90 % of all steps of tone, along both axes, fall on a regular grid that is well
 * filled. A shrunk picture smears each line over three pixels, so there only cells of 4.5 working pixels and more count.
 * Drawn pixels shown one to one leave no grid.
 */
function measure(picture: Picture): PixelGrid {
  const { full, scale } = picture;
  const slack = scale < 1 ? 1 : 0;
  const across = profile(full, false);
  const down = profile(full, true);
  const acrossTotal = across.reduce((sum, value) => sum + value, 0);
  const downTotal = down.reduce((sum, value) => sum + value, 0);
  for (let cell = MAX_CELL; cell >= 2; cell--) {
    const period = cell * scale;
    if (slack > 0 && period < 4.5) break;
    const columns = bestComb(across, acrossTotal, period, slack);
    if (!isGrid(columns)) continue;
    const rows = bestComb(down, downTotal, period, slack);
    if (!isGrid(rows)) continue;
    return {
      cell,
      onGrid: round(Math.min(columns.share, rows.share), 3),
      size: [Math.round(picture.width / cell), Math.round(picture.height / cell)],
    };
  }
  return NO_GRID;
}

function phrase({ cell, onGrid, size }: PixelGrid): readonly Observation[] {
  if (cell === null) return [];
  const note = `${size[0]} x ${size[1]} drawn pixels of ${cell} px`;
  const evidence = { source: "analysis:pixel-grid", score: onGrid, note };
  return [{ facet: "medium", text: "pixel art", confidence: 0.95, evidence }];
}

/** Pixel art that was enlarged without smoothing. */
export const pixelGrid: Measurement<PixelGrid> = { id: "pixel-grid", measure, phrase };
