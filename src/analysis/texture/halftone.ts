import { round } from "../../base/number.js";
import type { Observation } from "../../blueprint/observation.js";
import type { Picture } from "../../image/picture.js";
import type { Plane } from "../../image/raster.js";
import type { Measurement } from "../measurement.js";
import { powerSpectrum } from "./fourier.js";
import { fullLuma } from "./luma.js";

interface Halftone {
  /** Share of the textured tiles that show the same screen, 0..1; null when there are too few tiles to tell. */
  readonly share: number | null;
  /** Distance between rows of dots in pixels of the working raster; null without a screen. */
  readonly pitch: number | null;
}

const TILE = 64;
const TILES = 8;
/** Rows of dots 3 to 13 pixels apart: finer ones alias, coarser ones are objects. */
const FINEST = 3;
const COARSEST = 13;
const LEAST_DEVIATION = 6;
/** Share of a tile's whitened power within the band that the screen's peaks must hold. */
const LEAST_PEAK = 0.35;

const WINDOW = Float64Array.from(
  { length: TILE },
  (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / TILE),
);

interface Tile {
  readonly samples: Float64Array;
  readonly deviation: number;
}

function tileAt({ width, data }: Plane, left: number, top: number): Tile {
  const samples = new Float64Array(TILE * TILE);
  let sum = 0;
  let squares = 0;
  for (let y = 0, i = 0; y < TILE; y++) {
    for (let x = 0, at = (top + y) * width + left; x < TILE; x++, i++, at++) {
      const value = data[at] as number;
      samples[i] = value;
      sum += value;
      squares += value * value;
    }
  }
  const mean = sum / samples.length;
  for (let y = 0, i = 0; y < TILE; y++) {
    for (let x = 0; x < TILE; x++, i++) {
      samples[i] = ((samples[i] as number) - mean) * (WINDOW[x] as number) * (WINDOW[y] as number);
    }
  }
  return { samples, deviation: Math.sqrt(Math.max(0, squares / samples.length - mean * mean)) };
}

/** The up to 8 tiles with the most contrast; ties by position, from the top left. */
function strongestTiles(plane: Plane): readonly Tile[] {
  const tiles: Tile[] = [];
  const columns = Math.floor(plane.width / TILE);
  const rows = Math.floor(plane.height / TILE);
  const left = Math.floor((plane.width - columns * TILE) / 2);
  const top = Math.floor((plane.height - rows * TILE) / 2);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++)
      tiles.push(tileAt(plane, left + column * TILE, top + row * TILE));
  }
  return tiles
    .filter((tile) => tile.deviation >= LEAST_DEVIATION)
    .sort((a, b) => b.deviation - a.deviation)
    .slice(0, TILES);
}

const wrap = (u: number): number => (u + TILE) % TILE;

/** Power times squared frequency: the spectrum of an ordinary picture, which falls as fast, becomes level. */
const whitened = (power: Float64Array, u: number, v: number): number =>
  (power[wrap(v) * TILE + wrap(u)] as number) * (u * u + v * v);

/** Power of the bin and its eight neighbours. */
function peakPower(power: Float64Array, u: number, v: number): number {
  let sum = 0;
  for (let dv = -1; dv <= 1; dv++) {
    for (let du = -1; du <= 1; du++) sum += whitened(power, u + du, v + dv);
  }
  return sum;
}

interface Screen {
  /** Cycles a tile; the direction is folded into one quarter, so that both pairs of peaks are the same screen. */
  readonly u: number;
  readonly v: number;
  /** Share of the band's power in the strongest peak and the one at a right angle to it. */
  readonly strength: number;
}

/** The strongest frequency of the band, believed only when the one at a right angle to it is strong too. */
function screenOf(power: Float64Array): Screen {
  let total = 0;
  let best = 0;
  let bestU = 0;
  let bestV = 0;
  for (let v = 0; v <= TILE / 2; v++) {
    for (let u = -TILE / 2 + 1; u <= TILE / 2; u++) {
      if (v === 0 && u <= 0) continue;
      const squared = u * u + v * v;
      if (squared < (TILE / COARSEST) ** 2 || squared > (TILE / FINEST) ** 2) continue;
      const value = whitened(power, u, v);
      total += value;
      if (value <= best) continue;
      best = value;
      bestU = u;
      bestV = v;
    }
  }
  if (total === 0) return { u: 0, v: 0, strength: 0 };
  const first = peakPower(power, bestU, bestV);
  const second = peakPower(power, -bestV, bestU);
  const balanced = Math.min(first, second) / Math.max(first, second);
  const [u, v] = bestU > 0 ? [bestU, bestV] : [bestV, -bestU];
  return { u, v, strength: balanced < 0.2 ? 0 : (first + second) / total };
}

/**
 * A screen of dots leaves two pairs of sharp peaks at a right angle in the spectrum, at the same frequency in most of
 * the picture. Found in the working raster: a screen finer than 3 of its pixels is gone and stays unsaid.
 */
function measure(picture: Picture): Halftone {
  const tiles = strongestTiles(fullLuma(picture));
  if (tiles.length < 4) return { share: null, pitch: null };
  const screens = tiles
    .map((tile) => screenOf(powerSpectrum(tile.samples, TILE)))
    .filter(({ strength }) => strength >= LEAST_PEAK);
  let most: readonly Screen[] = [];
  for (const one of screens) {
    const alike = screens.filter(({ u, v }) => Math.hypot(u - one.u, v - one.v) <= 1.5);
    if (alike.length > most.length) most = alike;
  }
  const cycles = most.reduce((sum, { u, v }) => sum + Math.hypot(u, v), 0) / Math.max(1, most.length);
  return {
    share: round(most.length / tiles.length, 3),
    pitch: most.length === 0 ? null : round(TILE / cycles, 1),
  };
}

function phrase({ share, pitch }: Halftone): readonly Observation[] {
  if (share === null || pitch === null || share < 0.5) return [];
  const evidence = { source: "analysis:halftone", score: share, note: `a screen of dots every ${pitch} px` };
  return [{ facet: "detail", text: "halftone dots", confidence: 0.85, evidence }];
}

/** The dot screen of print and comics. */
export const halftone: Measurement<Halftone> = { id: "halftone", measure, phrase };
