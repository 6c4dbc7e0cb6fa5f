import type { Sharp } from "sharp";
import sharp from "sharp";
import { hash, noise } from "./noise.js";

const SIZE = 80;
const SCALE = 8;
const GROUND = 58;

/** Sixteen colours, by the letter that stands for them below. */
const PALETTE: Readonly<Record<string, number>> = {
  a: 0x0f0e2a,
  b: 0x1c1a4a,
  c: 0x33296e,
  d: 0x5c3f8f,
  e: 0x9a569f,
  f: 0xe0809a,
  g: 0xffc9a3,
  h: 0xfff3cf,
  i: 0x0d2b33,
  j: 0x17494a,
  k: 0x2b7358,
  l: 0x64a65a,
  m: 0x4a2b32,
  n: 0x8c4a35,
  o: 0xd97a3a,
  p: 0xffc13d,
};

const FOX: readonly string[] = [
  "....o......o....",
  "....oo....oo....",
  "....nooooooo....",
  "....oooooooo....",
  "...ooaooooaoo...",
  "...oohhoohhoo...",
  "....hhhaahhh....",
  ".....hhhhhh.....",
  "...ooohhhhoo....",
  "..oooohhhhooo...",
  "..oooohhhhooo...",
  "..noooohhoooo.o.",
  "..nooooooooonoo.",
  "..nmonooonoomhoo",
  "...mm.mmm.mm.hh.",
];

const HOUSE: readonly string[] = [
  ".........mm.........",
  "....mm..mnnm........",
  "....mm.mnnnnm.......",
  "....mmmnnnnnnm......",
  "....mmnnnnnnnnm.....",
  "....mnnnnnnnnnnm....",
  "...mnnnnnnnnnnnnm...",
  "..mmmmmmmmmmmmmmmm..",
  "...dddddddddddddd...",
  "...dppmppddddmmmd...",
  "...dphmhpdddmnnnm...",
  "...dmmmmmdddmnnnm...",
  "...dphmhpdddmnnpm...",
  "...dppmppdddmnnnm...",
  "...ddddddddddnnnm...",
  "...cccccccccmnnnm...",
];

/** A fox by a lit house under the moon, in eighty by eighty fat pixels. */
export function pixelArt(): Sharp {
  const rows = Array.from({ length: SIZE }, (_, y) => Array.from({ length: SIZE }, (__, x) => land(x, y)));
  for (const [x, tall] of [
    [3, 26],
    [12, 19],
    [71, 29],
    [63, 17],
    [77, 20],
    [20, 13],
  ] as const)
    pine(rows, x, tall);
  stamp(rows, HOUSE, 36, GROUND - 15);
  stamp(rows, FOX, 17, GROUND - 5);
  const data = new Uint8Array(SIZE * SIZE * 3);
  rows.flat().forEach((letter, i) => {
    const colour = PALETTE[letter] ?? 0;
    data.set([colour >> 16, (colour >> 8) & 255, colour & 255], i * 3);
  });
  return sharp(data, { raw: { width: SIZE, height: SIZE, channels: 3 } })
    .resize(SIZE * SCALE, SIZE * SCALE, { kernel: "nearest" })
    .png({ palette: true, colours: 16, dither: 0 });
}

/** Sky in bands that dither into each other, stars, a moon, hills and grass. */
function land(x: number, y: number): string {
  const grass = GROUND + Math.round(2.5 * noise(x / 14, 1, 3));
  if (y >= grass) {
    if (y === grass) return hash(x, y, 1) < 0.45 ? "l" : "k";
    const flower = hash(x, y, 2);
    if (flower < 0.012) return "f";
    return y < grass + 3 ? "k" : flower < 0.12 ? "k" : y > 73 ? "i" : "j";
  }
  const hill = 46 + Math.round(9 * noise(x / 17, 4, 9) - 2);
  if (y >= hill) return y === hill ? "d" : (x + y) % 2 === 0 && y < hill + 3 ? "d" : "c";
  const moon = Math.hypot(x - 60, y - 14);
  if (moon < 8.3) return Math.hypot(x - 57, y - 12) < 2 || Math.hypot(x - 63, y - 17) < 1.5 ? "g" : "h";
  if (moon < 9.6 && (x + y) % 2 === 0) return "e";
  if (y < 30 && hash(x, y, 6) < 0.018) return hash(x, y, 7) < 0.4 ? "h" : "e";
  const depth = (y / 48) * 5.2;
  const band = Math.floor(depth);
  const next = depth - band > 0.72 && (x + y) % 2 === 0 ? band + 1 : band;
  return "abcdef"[Math.min(5, next)] ?? "f";
}

function pine(rows: string[][], x: number, tall: number): void {
  const foot = GROUND + 2;
  for (let up = 0; up < tall; up++) {
    const half =
      up < 3 ? 0 : Math.max(0, Math.round(((tall - up) / tall) * 6.5 + ((tall - up) % 4) * 0.55 - 0.8));
    for (let off = -half; off <= half; off++) {
      const row = rows[foot - up];
      if (row === undefined || x + off < 0 || x + off >= SIZE) continue;
      row[x + off] = up < 3 ? "m" : off > half * 0.3 ? "j" : off === -half && up % 4 === 1 ? "k" : "i";
    }
  }
}

function stamp(rows: string[][], sprite: readonly string[], left: number, top: number): void {
  sprite.forEach((line, y) => {
    Array.from(line).forEach((letter, x) => {
      const row = rows[top + y];
      if (letter !== "." && row !== undefined) row[left + x] = letter;
    });
  });
}
