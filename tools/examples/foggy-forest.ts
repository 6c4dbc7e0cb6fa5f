import type { Sharp } from "sharp";
import type { Colour } from "./film.js";
import { develop, shade, withBloom } from "./film.js";
import { fractal, hash, mix, noise, smoothstep } from "./noise.js";

const WIDTH = 1200;
const HEIGHT = 800;
const FOG: Colour = [0.56, 0.62, 0.6];
const BARK: Colour = [0.022, 0.021, 0.018];
const LEAVES: Colour = [0.035, 0.055, 0.03];
const MOSS: Colour = [0.05, 0.075, 0.025];

/** A row of trees; `far` 0 is the nearest, 1 the last that can be told from the fog. */
interface Row {
  readonly far: number;
  readonly count: number;
  /** Half the width of a trunk, as a share of the picture's width. */
  readonly girth: number;
  /** Where its ground begins, as a share of the height. */
  readonly foot: number;
  readonly seed: number;
}

const ROWS: readonly Row[] = Array.from({ length: 8 }, (_, i) => {
  const far = 1 - i / 7;
  return {
    far,
    count: Math.round(mix(4, 26, far ** 0.8)),
    girth: mix(0.02, 0.0028, far ** 0.5),
    foot: mix(0.9, 0.66, far ** 0.6),
    seed: 40 + i * 7,
  };
});

/** A beech forest on a morning of fog. */
export function foggyForest(): Sharp {
  const film = shade(WIDTH, HEIGHT, (px, py, out) => {
    const x = px / WIDTH;
    const y = py / HEIGHT;
    const glow = Math.exp(-((x - 0.56) ** 2) / 0.09 - (y - 0.4) ** 2 / 0.12);
    const fog = FOG.map((part, c) => part * (0.72 + 0.5 * glow) * (c === 0 ? 1 + 0.06 * glow : 1));
    out.set(fog);
    for (const row of ROWS) plant(row, x, y, fog, out);
  });
  return develop(
    withBloom(film, [
      [10, 0.08],
      [60, 0.12],
    ]),
    { exposure: 0.86, burn: 0.15, grain: 2, seed: 6 },
  );
}

/** Ground, trunks and crowns of a row, veiled by the fog before it. */
function plant(
  { far, count, girth, foot, seed }: Row,
  x: number,
  y: number,
  fog: readonly number[],
  out: Float64Array,
): void {
  const veil = far ** 0.75 * 0.93 + 0.05 * fractal(x * 3, y * 5, 3, seed);
  const cover = (colour: Colour, share: number): void => {
    for (let c = 0; c < 3; c++) {
      const seen = mix(colour[c] as number, fog[c] as number, Math.min(0.96, veil));
      out[c] = mix(out[c] as number, seen, share);
    }
  };
  const edge = foot + 0.035 * (fractal(x * 4, 1, 4, seed) - 0.5);
  const litter = 0.5 + 1.3 * fractal(x * 60 * (1 - 0.5 * far), y * 110, 4, seed + 2);
  const floor: Colour = [MOSS[0] * litter, MOSS[1] * litter, MOSS[2] * litter];
  cover(floor, smoothstep(edge - 0.004, edge + 0.012, y + 0.012 * (noise(x * 150, 3, seed) - 0.5)));
  const shadeOf = crown(x, y, far, seed);
  if (shadeOf > 0) cover(LEAVES, shadeOf);
  if (y > edge + 0.02) return;
  for (let i = 0; i < count; i++) {
    const middle = (i + 0.15 + 0.7 * hash(i, 1, seed)) / count;
    const lean = 0.05 * (hash(i, 2, seed) - 0.5) * (foot - y) + 0.006 * (noise(y * 5, i, seed) - 0.5);
    const wide =
      girth *
      (0.55 + 0.7 * hash(i, 3, seed)) *
      (0.72 + 0.32 * y + 0.8 * smoothstep(foot - 0.05, foot + 0.02, y) ** 2);
    const off = (x - middle - lean) / wide;
    const within = smoothstep(1.06, 0.94, Math.abs(off));
    if (within === 0) continue;
    const rough =
      0.7 +
      0.7 * fractal(x * 260 * (1 - 0.7 * far), y * 22, 3, seed + i) +
      0.5 * Math.max(0, off * (x < 0.56 ? 1 : -1));
    cover([BARK[0] * rough, BARK[1] * rough, BARK[2] * rough], within);
  }
}

/** Share of leaves at a point of a row: thick at the top, ragged below. */
function crown(x: number, y: number, far: number, seed: number): number {
  const mass = fractal(x * mix(3, 9, far), y * mix(4, 11, far), 3, seed + 5);
  const lace = fractal(x * mix(60, 120, far), y * mix(52, 100, far), 4, seed + 6);
  const high = smoothstep(0.52, 0.02, y + 0.1 * far);
  return smoothstep(0.7, 0.78, mass * 0.5 + lace * 0.6 + 0.36 * high - 0.14) * 0.9;
}
