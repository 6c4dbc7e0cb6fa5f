import type { Colour } from "../film.js";
import { hash } from "../noise.js";

/** Metres; x to the right, y up, z along the street. */
export interface Block {
  readonly side: -1 | 1;
  readonly near: number;
  readonly far: number;
  /** Distance of the front from the middle of the street. */
  readonly front: number;
  readonly height: number;
  readonly seed: number;
}

export interface Sign {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly width: number;
  readonly height: number;
  readonly tube: Colour;
  readonly border: Colour;
  readonly text: string;
  /** A lit panel with dark letters; otherwise glass tubes on a dark panel. */
  readonly panel: boolean;
}

export interface Light {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly colour: Colour;
  readonly power: number;
}

/** A glowing ball: a paper lantern with ribs, or a plain lamp. */
export interface Lantern {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly radius: number;
  readonly colour: Colour;
  readonly ribs: boolean;
}

export const MAGENTA: Colour = [1, 0.07, 0.42];
export const CYAN: Colour = [0.06, 0.72, 1];
export const AMBER: Colour = [1, 0.5, 0.12];
export const RED: Colour = [1, 0.09, 0.06];
export const VIOLET: Colour = [0.42, 0.14, 1];
export const JADE: Colour = [0.1, 1, 0.55];
export const WARM: Colour = [1, 0.58, 0.22];

function blocksOf(side: -1 | 1): Block[] {
  const blocks: Block[] = [];
  let near = -4;
  for (let i = 0; near < 95; i++) {
    const seed = i * 2 + (side + 1) / 2;
    const far = near + 5 + 4.5 * hash(seed, 1, 5);
    const front = 4.6 + 0.9 * hash(seed, 2, 5);
    blocks.push({ side, near, far, front, height: 9 + 15 * hash(seed, 3, 5), seed });
    near = far;
  }
  return blocks;
}

export const BLOCKS: readonly Block[] = [...blocksOf(-1), ...blocksOf(1)];

function sign(
  side: -1 | 1,
  z: number,
  y: number,
  width: number,
  height: number,
  text: string,
  tube: Colour,
  border: Colour,
  panel = false,
): Sign {
  return { x: side * (4.5 - width / 2), y, z, width, height, text, tube, border, panel };
}

export const SIGNS: readonly Sign[] = [
  sign(-1, 8.5, 4.9, 0.95, 3.9, "HOTEL", MAGENTA, CYAN),
  sign(1, 9.6, 5.2, 1, 3.4, "RAMEN", AMBER, RED),
  sign(-1, 12.6, 3.7, 1.25, 0.85, "BAR", CYAN, MAGENTA),
  sign(1, 13.2, 3.5, 1.3, 0.9, "TEA", JADE, JADE, true),
  sign(-1, 15.5, 6.6, 1.1, 3.6, "MOON", VIOLET, CYAN),
  sign(1, 17.5, 6.9, 1.05, 4.4, "CINEMA", CYAN, MAGENTA),
  sign(-1, 19.6, 4, 1.2, 2.5, "NOODLE", AMBER, AMBER, true),
  sign(1, 22, 4.1, 1.2, 1.8, "CLUB", MAGENTA, VIOLET),
  sign(-1, 24.5, 7.2, 1.2, 4.2, "TOKEN", RED, AMBER),
  sign(1, 27, 7.8, 1.2, 4, "SUSHI", RED, CYAN, true),
  sign(-1, 30, 4.6, 1.4, 2.4, "KIOSK", CYAN, CYAN, true),
  sign(1, 33, 5, 1.3, 3, "DISCO", VIOLET, MAGENTA),
  sign(-1, 37, 8.4, 1.4, 4.6, "THEATRE", MAGENTA, AMBER),
  sign(1, 41, 8.6, 1.4, 4.6, "ROOMS", AMBER, CYAN),
  sign(-1, 46, 5.4, 1.6, 3.2, "BATHS", JADE, CYAN),
  sign(1, 52, 6, 1.7, 3.6, "KARAOKE", MAGENTA, MAGENTA, true),
  sign(-1, 58, 9, 1.8, 5, "RADIO", CYAN, VIOLET),
  sign(1, 64, 9.6, 1.8, 5, "STARS", RED, AMBER),
];

export const LANTERNS: readonly Lantern[] = [
  ...garland(10.8, 4.7, 9),
  ...garland(20.5, 5, 9),
  // A car far down the street: headlights, and the sign on its roof.
  { x: -1.75, y: 0.72, z: 44, radius: 0.16, colour: [40, 36, 28], ribs: false },
  { x: -0.35, y: 0.72, z: 44, radius: 0.16, colour: [40, 36, 28], ribs: false },
  { x: -1.05, y: 1.62, z: 44, radius: 0.15, colour: [6, 3.2, 0.5], ribs: false },
];

function garland(z: number, y: number, count: number): Lantern[] {
  return Array.from({ length: count }, (_, i) => {
    const across = (i + 0.5) / count;
    const sag = 4 * across * (1 - across);
    return {
      x: -4.2 + 8.4 * across,
      y: y - 0.75 * sag,
      z: z + 0.8 * across,
      radius: 0.19,
      colour: [2.6, 0.62, 0.16],
      ribs: true,
    };
  });
}

export const LIGHTS: readonly Light[] = [
  ...SIGNS.map(({ x, y, z, width, height, tube, panel }) => ({
    x,
    y,
    z: z - 0.3,
    colour: tube,
    power: (panel ? 1.1 : 1.6) * Math.sqrt(width * height),
  })),
  ...LANTERNS.filter(({ ribs }, i) => ribs && i % 3 === 1).map(({ x, y, z }) => ({
    x,
    y,
    z,
    colour: RED,
    power: 0.8,
  })),
  ...BLOCKS.filter((block) => hash(block.seed, 40) < 0.75).map((block) => ({
    x: block.side * (block.front - 0.4),
    y: 1.6,
    z: (block.near + block.far) / 2,
    colour: shopColour(block.seed),
    power: 1.9,
  })),
];

/** The light that a block's shop window gives. */
export function shopColour(seed: number): Colour {
  const pick = hash(seed, 41);
  if (pick < 0.5) return WARM;
  if (pick < 0.65) return [0.7, 0.88, 1];
  return pick < 0.82 ? [1, 0.25, 0.34] : [0.22, 0.8, 0.85];
}
