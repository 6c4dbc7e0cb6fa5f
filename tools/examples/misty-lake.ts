import type { Sharp } from "sharp";
import type { Colour } from "./film.js";
import { develop, shade, withBloom } from "./film.js";
import { fractal, hash, mix, noise, smoothstep } from "./noise.js";

const WIDTH = 1200;
const HEIGHT = 800;
/** Row of the far shore, as a share of the height. */
const SHORE = 0.56;
const SUN = { x: 0.64, y: 0.4 };

/** Heights are shares of the picture's height; `far` 0 is the nearest ridge, 1 the farthest. */
interface Ridge {
  readonly base: number;
  readonly rise: number;
  readonly scale: number;
  readonly far: number;
  readonly seed: number;
}

const RIDGES: readonly Ridge[] = [
  { base: 0.43, rise: 0.3, scale: 2.1, far: 0.92, seed: 12 },
  { base: 0.47, rise: 0.22, scale: 3, far: 0.8, seed: 23 },
  { base: 0.515, rise: 0.16, scale: 4.3, far: 0.64, seed: 35 },
  { base: 0.55, rise: 0.1, scale: 6.5, far: 0.42, seed: 41 },
];

interface Pine {
  readonly x: number;
  readonly foot: number;
  readonly height: number;
  readonly seed: number;
}

function pines(from: number, to: number, count: number, foot: number, height: number, seed: number): Pine[] {
  return Array.from({ length: count }, (_, i) => ({
    x: mix(from, to, (i + 0.8 * hash(i, 1, seed)) / count),
    foot: foot + 0.012 * hash(i, 2, seed),
    height: height * (0.55 + 0.6 * hash(i, 3, seed)),
    seed: seed + i,
  }));
}

const NEAR: readonly Pine[] = [
  ...pines(-0.05, 0.27, 13, 0.585, 0.4, 100),
  ...pines(0.93, 1.06, 5, 0.58, 0.27, 300),
];
const MIDDLE: readonly Pine[] = pines(0.2, 0.52, 26, 0.566, 0.09, 500);

/** Fog on a mountain lake at first light. */
export function mistyLake(): Sharp {
  const film = shade(WIDTH, HEIGHT, (px, py, out) => {
    const x = px / WIDTH;
    const y = py / HEIGHT;
    const ripple = y > SHORE ? lake(x, y, out) : scene(x, y, out);
    if (y > SHORE) boat(x, y, out);
    fog(x, y, 0.6 * ripple, out);
  });
  return develop(
    withBloom(film, [
      [18, 0.1],
      [70, 0.1],
    ]),
    { exposure: 0.92, burn: 0.18, grain: 1.6, seed: 4 },
  );
}

function blend(out: Float64Array, colour: Colour, share: number): void {
  for (let c = 0; c < 3; c++) out[c] = mix(out[c] as number, colour[c] as number, share);
}

function air(x: number, y: number): Colour {
  const near = Math.exp(-4.2 * Math.hypot((x - SUN.x) * 1.25, y - SUN.y));
  const high = smoothstep(0.55, 0, y);
  return [
    mix(0.5, 0.19, high) + 0.52 * near,
    mix(0.43, 0.29, high) + 0.26 * near,
    mix(0.44, 0.45, high) + 0.05 * near,
  ];
}

function scene(x: number, y: number, out: Float64Array): number {
  const sky = air(x, y);
  const cloud = smoothstep(0.48, 0.75, fractal(x * 3 + 5, y * 13, 5, 3)) * smoothstep(0.45, 0.1, y);
  out.set(sky);
  blend(out, [0.78, 0.6, 0.52], 0.35 * cloud);
  const disc = Math.hypot((x - SUN.x) * (WIDTH / HEIGHT), y - SUN.y);
  blend(out, [2.4, 1.75, 1.05], 0.9 * smoothstep(0.043, 0.036, disc));
  for (const ridge of RIDGES) {
    const top = ridge.base - ridge.rise * (fractal(x * ridge.scale, ridge.seed, 6, ridge.seed) - 0.28);
    const crest = top - (ridge.far < 0.5 ? 0.012 * needles(x * 420, ridge.seed) : 0);
    if (y < crest) continue;
    const depth = smoothstep(crest, crest + 0.15, y);
    const veil = Math.min(1, ridge.far + 0.5 * depth * (1 - ridge.far) + 0.25 * depth);
    const rock: Colour = [0.05, 0.085, 0.115];
    for (let c = 0; c < 3; c++) out[c] = mix(rock[c] as number, (sky[c] as number) * 0.93, veil);
  }
  for (const pine of MIDDLE) blend(out, [0.12, 0.16, 0.19], 0.62 * inPine(pine, x, y));
  for (const pine of NEAR) blend(out, [0.018, 0.028, 0.034], 0.96 * inPine(pine, x, y));
  const bank = SHORE - 0.02 * smoothstep(0.33, 0, x) - 0.012 * smoothstep(0.88, 1, x);
  if (y > bank + 0.006 * noise(x * 60, 1, 8))
    blend(out, [0.02, 0.028, 0.03], smoothstep(0.36, 0.28, x) + smoothstep(0.88, 0.95, x));
  return 1;
}

function needles(x: number, seed: number): number {
  return Math.abs((x % 1) - 0.5) * 2 * hash(Math.floor(x), 5, seed);
}

/** Share of a pine at a point: whorls of branches that droop and thin out towards the top. */
function inPine(pine: Pine, x: number, y: number): number {
  const up = (pine.foot - y) / pine.height;
  if (up < 0 || up > 1) return 0;
  const off = (x - pine.x) * (WIDTH / HEIGHT);
  const droop = up + (Math.abs(off) * 0.55) / pine.height;
  const whorl = (droop * (13 + 6 * hash(pine.seed, 9))) % 1;
  const ragged = 0.75 + 0.5 * noise(droop * 60, off > 0 ? 1 : 7, pine.seed);
  const reach = pine.height * 0.2 * (1 - up) ** 0.85 * (0.45 + 0.55 * (1 - whorl)) * ragged;
  const trunk = 0.004 * (1 - up);
  return smoothstep(0.0018, -0.0008, Math.abs(off) - Math.max(trunk, up < 0.06 ? trunk : reach));
}

/** The water: the scene upside down, shaken by ripples, darker towards the viewer. Says how calm it is. */
function lake(x: number, y: number, out: Float64Array): number {
  const depth = (y - SHORE) / (1 - SHORE);
  const row = 1 / (0.03 + depth);
  const wave = fractal(x * 9 * (0.4 + depth), row * 9, 3, 61) - 0.5;
  const shake = 0.045 * depth + 0.004;
  scene(x + 0.25 * shake * wave, SHORE - (y - SHORE) * 0.92 - Math.abs(shake * wave) * 1.4, out);
  const dark = mix(0.9, 0.5, depth);
  out[0] = (out[0] as number) * dark * 0.94;
  out[1] = (out[1] as number) * dark;
  out[2] = (out[2] as number) * dark * 1.06 + 0.012 * depth;
  const glint =
    smoothstep(0.6, 0.9, noise((x - SUN.x) * (34 / (0.25 + depth)), 47 * Math.log(row), 71)) *
    Math.exp(-(((x - SUN.x) / (0.03 + 0.1 * depth)) ** 2));
  blend(out, [1.5, 1.05, 0.62], 0.4 * glint);
  return 1;
}

/** Drifting banks of fog, thickest on the water's far edge. */
function fog(x: number, y: number, amount: number, out: Float64Array): void {
  const drift = fractal(x * 2.6 + 2, y * 11, 5, 81);
  const band = Math.exp(-(((y - SHORE + 0.005) / 0.05) ** 2));
  const low = 0.55 * Math.exp(-(((y - SHORE - 0.1) / 0.12) ** 2)) * smoothstep(0.42, 0.75, drift);
  const share = Math.min(0.93, amount * (1.45 * band * (0.35 + drift) + low));
  const glow = air(x, SHORE - 0.08);
  blend(out, [glow[0] * 1.02, glow[1] * 1.06, glow[2] * 1.12], share);
}

/** A rowing boat with one person, and what the water gives back of them. */
function boat(x: number, y: number, out: Float64Array): void {
  const u = (x - 0.56) * (WIDTH / HEIGHT);
  const line = 0.735;
  const above = line - y;
  const v = above > 0 ? above : -above * 1.15 + 0.006 * (noise(x * 40, y * 300, 5) - 0.3);
  const strength = above > 0 ? 0.95 : 0.62 * smoothstep(-0.1, 0, above);
  const hull = v < 0.022 + 0.016 * (u / 0.085) ** 2 && Math.abs(u) < 0.085 + 0.35 * v - 0.012 && v > 0.002;
  const torso = Math.abs(u + 0.012 - 0.12 * (v - 0.03)) < 0.0165 - 0.45 * Math.max(0, v - 0.058) && v < 0.08;
  const head = Math.hypot(u + 0.005, (v - 0.0835) * 0.9) < 0.0105;
  const oar =
    Math.abs(v - 0.045 + 0.36 * (Math.abs(u) - 0.02)) < 0.0016 && Math.abs(u) < 0.14 && Math.abs(u) > 0.01;
  if (hull || torso || head || oar) blend(out, [0.03, 0.032, 0.036], strength);
}
