import type { Colour } from "../film.js";
import { fractal, hash, noise, smoothstep } from "../noise.js";
import type { Block } from "./street.js";
import { AMBER, CYAN, MAGENTA, shopColour, VIOLET, WARM } from "./street.js";
import { strokeDistance } from "./stroke-letters.js";

/** What a wall gives at a point: its own light, and the share of other light that it throws back. */
export interface Surface {
  red: number;
  green: number;
  blue: number;
  albedo: number;
}

const NAMES: readonly string[] = [
  "RECORDS",
  "BOOKS",
  "TAILOR",
  "CURIOS",
  "COCOA",
  "LANTERNS",
  "TICKETS",
  "SOBA",
  "ORCHID",
  "CLOCKS",
  "TABAC",
];
const EAVES: readonly Colour[] = [MAGENTA, CYAN, AMBER, VIOLET];

function emit(out: Surface, colour: Colour, strength: number): void {
  out.red += colour[0] * strength;
  out.green += colour[1] * strength;
  out.blue += colour[2] * strength;
}

/** The front of a block at `along` metres into it and `up` metres above the street; `soft` as a rough mirror shows it. */
export function facade(block: Block, along: number, up: number, soft: boolean, out: Surface): void {
  const { seed } = block;
  const length = block.far - block.near;
  out.red = 0;
  out.green = 0;
  out.blue = 0;
  const grime = fractal(along * 0.7, up * 0.35, 4, seed);
  out.albedo = 0.05 + 0.1 * hash(seed, 7) * grime + 0.05 * grime;
  if (up < 3.3) shop(block, along, up, out);
  else storeys(block, along, up - 3.3, out);
  const ledge = Math.abs(((up - 3.3) % 3) + (up < 3.3 ? 3 : 0) - 2.9);
  if (up > 3 && ledge < 0.09) out.albedo *= 2.1;
  if (Math.min(along, length - along) < 0.08) out.albedo *= 0.3;
  neonLines(block, along, up, soft ? 4 : 1, out);
}

function shop(block: Block, along: number, up: number, out: Surface): void {
  const { seed } = block;
  const pane = 2.1 + 0.8 * hash(seed, 9);
  const index = Math.floor(along / pane);
  const u = along / pane - index;
  const shut = hash(seed, 40) >= 0.75 || hash(index, seed, 11) < 0.12;
  if (up > 2.62 && up < 3.15) return fascia(block, along, up, out);
  const sill = hash(index, seed, 14) < 0.35 ? 0.05 : 0.75;
  const inside = u > 0.06 && u < 0.94 && up > sill && up < 2.35;
  if (!inside) return;
  if (shut) {
    out.albedo *= 0.8 + 0.6 * Math.abs(Math.sin(up * 38));
    return;
  }
  emit(out, shopColour(seed), interior(index, u, up, along, seed));
}

/** The lit strip above a shop with its name. */
function fascia({ seed, side, near, far }: Block, along: number, up: number, out: Surface): void {
  if (hash(seed, 12) > 0.75) return;
  const colour = hash(seed, 13) < 0.4 ? shopColour(seed) : (EAVES[seed % 4] ?? WARM);
  const cell = 0.42;
  const word = NAMES[(seed * 5) % NAMES.length] ?? "BAR";
  const reading = (side > 0 ? far - near - along : along) / cell - 0.6;
  const index = Math.floor(reading);
  const letter = word[index % (word.length + 3)] ?? " ";
  const distance =
    reading < 0 ? 9 : strokeDistance(letter, (reading - index) * 1.5 - 0.25, (3.04 - up) / 0.32, 1.2);
  const ink = distance < 0.11;
  if (hash(seed, 18) < 0.5) emit(out, colour, ink ? 2.4 : 0.05);
  else emit(out, colour, ink ? 0.03 : 0.42);
}

/** How bright the inside of a shop is behind its pane: shelves of goods, hanging lamps, someone standing there. */
function interior(index: number, u: number, up: number, along: number, seed: number): number {
  const shelf = Math.floor(up * 2.4);
  const rim = (up * 2.4) % 1 < 0.09;
  const goods = hash(Math.floor(along * 9 + shelf * 3.7), shelf, seed);
  const tall = (up * 2.4) % 1 < 0.35 + 0.6 * goods;
  const wall = 0.07 + 0.2 * smoothstep(0.5, 2.3, up);
  const lampAt = Math.hypot((u - 0.32 - 0.36 * Math.round(u)) * 2.2, up - 2.05);
  const lamp = 1.6 * smoothstep(0.13, 0.08, lampAt) + 0.35 * Math.exp(-lampAt * 3.5);
  const back = rim
    ? 0.05
    : tall
      ? wall * (0.25 + 1.1 * hash(Math.floor(along * 9), shelf, seed + 2))
      : wall * 0.9;
  const stands = hash(index, seed, 15) < 0.45;
  const away = (u - 0.3 - 0.4 * hash(index, seed, 19)) * 2.4;
  const body = Math.hypot(away / 0.2, Math.max(0, up - 1.3) / 0.2) < 1 || Math.hypot(away, up - 1.6) < 0.12;
  return (stands && body ? 0.03 : back) + lamp;
}

function storeys(block: Block, along: number, up: number, out: Surface): void {
  const { seed } = block;
  const cell = 1.35 + 0.6 * hash(seed, 20);
  const column = Math.floor(along / cell);
  const storey = Math.floor(up / 3);
  const u = along / cell - column;
  const v = (up - storey * 3) / 3;
  const cooler = hash(column, storey, seed + 31) < 0.16;
  if (cooler && u > 0.2 && u < 0.8 && v > 0.04 && v < 0.24) {
    out.albedo = 0.16 * (Math.hypot(u - 0.5, (v - 0.14) * 3) < 0.2 ? 0.4 : 1);
    return;
  }
  if (u < 0.16 || u > 0.84 || v < 0.3 || v > 0.82) return;
  out.albedo = 0.02;
  const frame = Math.abs(u - 0.5) < 0.025 || Math.abs(v - 0.62) < 0.012;
  const chance = hash(column, storey, seed);
  if (frame || chance > 0.33) return;
  const colour: Colour = chance < 0.22 ? WARM : chance < 0.28 ? [0.6, 0.75, 1] : [1, 0.4, 0.5];
  const curtain = 0.35 + 0.65 * smoothstep(0.3, 0.8, noise(along * 9, storey, seed));
  const blind = hash(column, storey, seed + 3) < 0.3 ? 0.45 + 0.55 * Math.abs(Math.sin(up * 30)) : 1;
  emit(out, colour, 0.2 * curtain * blind * (0.5 + chance));
}

/** Tubes along the eaves and up the corners of some blocks. */
function neonLines(block: Block, along: number, up: number, spread: number, out: Surface): void {
  const { seed } = block;
  const colour = EAVES[(seed * 7) % 4] ?? MAGENTA;
  if (hash(seed, 50) < 0.6 && Math.abs(up - 3.32) < 0.035 * spread) emit(out, colour, 6 / spread);
  if (
    hash(seed, 51) < 0.4 &&
    Math.abs(along - 0.18) < 0.03 * spread &&
    up > 3.4 &&
    up < 3.4 + 6 * hash(seed, 52)
  ) {
    emit(out, EAVES[(seed * 3 + 1) % 4] ?? CYAN, 5 / spread);
  }
}
