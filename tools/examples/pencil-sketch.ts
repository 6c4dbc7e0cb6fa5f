import type { Sharp } from "sharp";
import sharp from "sharp";
import { seededRandom } from "../../src/base/random.js";
import { fractal, mix, noise, smoothstep } from "./noise.js";

const WIDTH = 960;
const HEIGHT = 720;

/** What the draughtsman sees at a pixel. */
interface Seen {
  /** 0 black to 1 paper. */
  readonly tone: Float32Array;
  /** A number for each thing and each of its creases: outlines run where it changes. */
  readonly thing: Int16Array;
}

/** A jug, an apple, a pear and a book on a table, in pencil on rough paper. */
export function pencilSketch(): Sharp {
  const seen = look();
  const graphite = new Float32Array(WIDTH * HEIGHT);
  outline(seen, graphite);
  hatch(seen.tone, graphite, { angle: -0.85, from: 0.93, pressure: 0.2, spacing: 4.6, seed: 1 });
  hatch(seen.tone, graphite, { angle: -0.35, from: 0.66, pressure: 0.24, spacing: 4.2, seed: 2 });
  hatch(seen.tone, graphite, { angle: 0.5, from: 0.42, pressure: 0.3, spacing: 3.8, seed: 3 });
  hatch(seen.tone, graphite, { angle: -1.15, from: 0.24, pressure: 0.38, spacing: 3.4, seed: 4 });
  return onPaper(graphite);
}

/** Distance to the nearest thing and which it is; y up, the table at 0, lengths in decimetres. */
function nearest(x: number, y: number, z: number): [distance: number, thing: number] {
  let best = y;
  let thing = 1;
  const offer = (distance: number, id: number): void => {
    if (distance >= best) return;
    best = distance;
    thing = id;
  };
  offer(jug(x + 0.75, y, z - 0.35), 2);
  offer(handle(x + 0.75, y, z - 0.35), 3);
  offer(apple(x - 0.55, y - 0.42, z + 0.5), 4);
  offer(stalk(x - 0.55, y - 0.42, z + 0.5, 0.28, 0.62), 5);
  offer(pear(x - 1.5, y, z - 0.25), 6);
  offer(stalk(x - 1.5, y, z - 0.25, 1.2, 1.46), 5);
  offer(book(x - 0.95, y, z - 0.1), 7);
  return [best, thing];
}

function jug(x: number, y: number, z: number): number {
  const h = Math.min(2.3, Math.max(0, y));
  const wide =
    0.42 +
    0.34 * Math.exp(-(((h - 0.72) / 0.55) ** 2)) -
    0.12 * Math.exp(-(((h - 1.72) / 0.35) ** 2)) +
    0.1 * smoothstep(1.9, 2.3, h);
  const spout = 0.16 * smoothstep(1.95, 2.3, h) * smoothstep(0.5, 1, -x / (Math.hypot(x, z) + 1e-6));
  const side = Math.hypot(x, z) - wide - spout;
  const shell = h > 1.2 ? Math.max(side, -(side + 0.07)) : side;
  return 0.6 * Math.max(shell, y - 2.3, -y);
}

function handle(x: number, y: number, z: number): number {
  const px = x - 0.5;
  const py = (y - 1.32) / 1.25;
  if (px < -0.3) return 9;
  return 0.8 * (Math.hypot(Math.hypot(px, py) - 0.46, z) - 0.07);
}

function apple(x: number, y: number, z: number): number {
  const r = Math.hypot(x, z);
  const dent = 0.2 * Math.exp(-((r / 0.17) ** 2)) * (y > 0 ? 1 : 0.6);
  return (
    0.7 *
    (Math.hypot(r, y * 1.08 + (y > 0 ? dent : -dent)) -
      0.45 -
      0.02 * Math.cos(5 * Math.atan2(z, x)) * smoothstep(0.2, -0.4, y))
  );
}

function pear(x: number, y: number, z: number): number {
  const r = Math.hypot(x + 0.08 * y * y, z);
  const low = Math.hypot(r, y - 0.52) - 0.48;
  const high = Math.hypot(r, y - 1.08) - 0.22;
  const k = 0.3;
  const t = Math.min(1, Math.max(0, 0.5 + (0.5 * (high - low)) / k));
  return 0.8 * (mix(high, low, t) - k * t * (1 - t));
}

function stalk(x: number, y: number, z: number, from: number, to: number): number {
  const t = Math.min(1, Math.max(0, (y - from) / (to - from)));
  const bend = 0.1 * t * t + (from > 1 ? -0.13 : 0);
  return Math.hypot(x - bend, y - mix(from, to, t), z) - 0.022;
}

function book(x: number, y: number, z: number): number {
  const turn = 0.35;
  const u = x * Math.cos(turn) - z * Math.sin(turn);
  const w = x * Math.sin(turn) + z * Math.cos(turn);
  const d = [Math.abs(u) - 1.15, Math.abs(y - 0.001) - 0.0, Math.abs(w - 0.1) - 0.75] as const;
  return Math.hypot(Math.max(0, d[0]), Math.max(0, Math.abs(y) - 0.03), Math.max(0, d[2])) - 0.006;
}

function look(): Seen {
  const tone = new Float32Array(WIDTH * HEIGHT).fill(1);
  const thing = new Int16Array(WIDTH * HEIGHT);
  for (let py = 0, at = 0; py < HEIGHT; py++) {
    for (let px = 0; px < WIDTH; px++, at++) {
      const dx = (px - WIDTH / 2) / 1180;
      const dy = (HEIGHT * 0.36 - py) / 1180 - 0.16;
      const length = Math.hypot(dx, dy, 1);
      const eye = [0.25, 2.55, -6.2] as const;
      const ray = [dx / length, dy / length, 1 / length] as const;
      const far = march(eye, ray, 14);
      if (far === undefined) {
        tone[at] = 0.93 - 0.1 * smoothstep(0.2, -0.3, dx) - 0.06 * smoothstep(0.1, -0.15, dy);
        continue;
      }
      const x = eye[0] + ray[0] * far;
      const y = eye[1] + ray[1] * far;
      const z = eye[2] + ray[2] * far;
      thing[at] = nearest(x, y, z)[1];
      tone[at] = thing[at] === 1 && z > 2.6 ? 0.9 : light(x, y, z, thing[at] as number);
    }
  }
  return { tone, thing };
}

type Vector = readonly [number, number, number];

function march(from: Vector, way: Vector, limit: number): number | undefined {
  let t = 0.02;
  for (let step = 0; step < 110 && t < limit; step++) {
    const gap = nearest(from[0] + way[0] * t, from[1] + way[1] * t, from[2] + way[2] * t)[0];
    if (gap < 0.0012 * (1 + t)) return t;
    t += gap;
  }
  return undefined;
}

const SUN: Vector = [-0.58, 0.66, -0.48];
const OWN_TONE: Readonly<Record<number, number>> = {
  1: 1,
  2: 0.86,
  3: 0.86,
  4: 0.62,
  5: 0.3,
  6: 0.8,
  7: 0.72,
};

function light(x: number, y: number, z: number, thing: number): number {
  const e = 0.004;
  const here = nearest(x, y, z)[0];
  const n = [
    nearest(x + e, y, z)[0] - here,
    nearest(x, y + e, z)[0] - here,
    nearest(x, y, z + e)[0] - here,
  ] as const;
  const size = Math.hypot(...n) + 1e-9;
  const facing = Math.max(0, (n[0] * SUN[0] + n[1] * SUN[1] + n[2] * SUN[2]) / size);
  const start: Vector = [x + (n[0] / size) * 0.02, y + (n[1] / size) * 0.02, z + (n[2] / size) * 0.02];
  const shaded = facing > 0 && march(start, SUN, 5) !== undefined;
  let open = 1;
  for (const reach of [0.08, 0.2, 0.45]) {
    const gap = nearest(x + (n[0] / size) * reach, y + (n[1] / size) * reach, z + (n[2] / size) * reach)[0];
    open -= (0.5 * Math.max(0, reach - gap)) / reach / 1.6;
  }
  const bounce = 0.16 * Math.max(0, -n[1] / size + 0.4);
  const sun = shaded ? 0.1 : facing;
  const flat = thing === 1 ? 0.34 + 0.8 * sun : 0.22 + 0.95 * sun + bounce;
  return Math.min(1, (OWN_TONE[thing] ?? 1) * flat * Math.max(0.25, open));
}

/** Two wobbling passes of the pencil along every edge. */
function outline({ tone, thing }: Seen, graphite: Float32Array): void {
  for (let pass = 0; pass < 2; pass++) {
    for (let y = 2; y < HEIGHT - 3; y++) {
      for (let x = 2; x < WIDTH - 3; x++) {
        const shiftX = 3.2 * (noise(x / 46, y / 46, 60 + pass) - 0.5) + pass * 1.2;
        const shiftY = 3.2 * (noise(x / 46, y / 46, 70 + pass) - 0.5);
        const sx = Math.min(WIDTH - 3, Math.max(1, Math.round(x + shiftX)));
        const sy = Math.min(HEIGHT - 3, Math.max(1, Math.round(y + shiftY)));
        const at = sy * WIDTH + sx;
        const here = thing[at];
        const edge = here !== thing[at + 1] || here !== thing[at + WIDTH] || here !== thing[at + WIDTH + 1];
        const crease =
          Math.abs((tone[at] as number) - (tone[at + 2] as number)) +
          Math.abs((tone[at] as number) - (tone[at + 2 * WIDTH] as number));
        if (!edge && (here === 1 || crease < 0.24)) continue;
        const press = edge ? 0.5 : 0.22;
        const lift = smoothstep(0.25, 0.6, noise(x / 30, y / 30, 80 + pass));
        const to = y * WIDTH + x;
        graphite[to] = (graphite[to] as number) + press * (0.35 + 0.75 * lift);
      }
    }
  }
}

interface Hatching {
  /** Of the strokes, radians, 0 to the right and rising downwards. */
  readonly angle: number;
  /** Tone below which this layer is laid. */
  readonly from: number;
  readonly pressure: number;
  /** Pixels between strokes. */
  readonly spacing: number;
  readonly seed: number;
}

/** One layer of short strokes, pressed harder where the tone is darker. */
function hatch(tone: Float32Array, graphite: Float32Array, layer: Hatching): void {
  const random = seededRandom(layer.seed * 977);
  const cos = Math.cos(layer.angle);
  const sin = Math.sin(layer.angle);
  const reach = Math.hypot(WIDTH, HEIGHT) / 2;
  for (let across = -reach; across < reach; across += layer.spacing) {
    for (let along = -reach; along < reach; ) {
      const length = 26 + 46 * random();
      const tilt = (random() - 0.5) * 0.09;
      const off = across + (random() - 0.5) * layer.spacing * 0.8;
      const weight = 0.7 + 0.6 * random();
      for (let step = 0; step < length; step += 0.7) {
        const u = along + step;
        const v = off + tilt * (step - length / 2) + 0.004 * (step - length / 2) ** 2 * 0.35;
        const x = WIDTH / 2 + u * cos - v * sin;
        const y = HEIGHT / 2 + u * sin + v * cos;
        if (x < 1 || y < 1 || x >= WIDTH - 2 || y >= HEIGHT - 2) continue;
        const dark = smoothstep(
          layer.from,
          layer.from - 0.3,
          tone[Math.round(y) * WIDTH + Math.round(x)] as number,
        );
        if (dark === 0) continue;
        const ends = smoothstep(0, 0.15, step / length) * smoothstep(1, 0.75, step / length);
        splat(graphite, x, y, layer.pressure * weight * dark * (0.3 + 0.7 * ends));
      }
      along += length * (0.8 + 0.3 * random());
    }
  }
}

function splat(graphite: Float32Array, x: number, y: number, amount: number): void {
  const left = Math.floor(x);
  const top = Math.floor(y);
  for (const [dx, dy] of [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ] as const) {
    const at = (top + dy) * WIDTH + left + dx;
    const share = (1 - Math.abs(x - left - dx)) * (1 - Math.abs(y - top - dy));
    graphite[at] = (graphite[at] as number) + amount * share;
  }
}

/** Graphite catches on the paper's tooth; the drawing fades out towards the margins. */
function onPaper(graphite: Float32Array): Sharp {
  const data = new Uint8Array(WIDTH * HEIGHT);
  for (let y = 0, at = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++, at++) {
      const tooth = fractal(x / 2.3, y / 2.3, 3, 90);
      const margin = Math.min(x, WIDTH - x, (y + 20) * 1.2, (HEIGHT - y) * 1.2);
      const fade = smoothstep(10, 130, margin + 70 * (noise(x / 60, y / 60, 95) - 0.5));
      const caught =
        (graphite[at] as number) *
        fade *
        smoothstep(0.18, 0.72, tooth + 0.25 * Math.min(1, graphite[at] as number));
      const paper = 247 - 7 * tooth - 3 * noise(x / 190, y / 190, 97);
      data[at] = Math.round(mix(paper, 38, 1 - Math.exp(-2.7 * caught)));
    }
  }
  return sharp(data, { raw: { width: WIDTH, height: HEIGHT, channels: 1 } }).toColourspace("b-w");
}
