import type { Sharp } from "sharp";
import type { Film } from "../film.js";
import { blurred, develop, shade, withBloom } from "../film.js";
import { fractal, hash, mix, noise, smoothstep } from "../noise.js";
import type { Hit } from "./trace.js";
import { HAZE, irradiance, trace } from "./trace.js";

const WIDTH = 1344;
const HEIGHT = 768;
const EYE = { x: -0.25, y: 1.5 };
/** Pixels at one metre's distance for one metre: a 24 mm lens. */
const FOCAL = 900;
const HORIZON = 0.49;
const GLOSS_RAYS = 16;

/** A rain-slicked street of signs at night, traced ray by ray. */
export function neonStreet(): Sharp {
  const scene = shade(WIDTH, HEIGHT, pixel);
  const glow = withBloom(withCables(scene), [
    [2.5, 0.14],
    [9, 0.1],
    [30, 0.06],
    [90, 0.03],
  ]);
  return develop(graded(withRain(glow)), { exposure: 0.62, burn: 0.12, grain: 2, seed: 11 });
}

const hit: Hit = { red: 0, green: 0, blue: 0, distance: 0, ground: false };
const lit: [number, number, number] = [0, 0, 0];

/** Four rays to a pixel, spread evenly over it. */
function pixel(x: number, y: number, out: Float64Array): void {
  out.fill(0);
  for (let k = 0; k < 4; k++) {
    const px = x + (k % 2) / 2 + 0.5 * hash(x, y, k);
    const py = y + (k >> 1) / 2 + 0.5 * hash(x, y, k + 9);
    const dx = (px - WIDTH / 2) / FOCAL + 0.03;
    const dy = (HEIGHT * HORIZON - py) / FOCAL;
    const length = Math.hypot(dx, dy, 1);
    trace(EYE.x, EYE.y, 0, dx / length, dy / length, 1 / length, false, hit);
    if (hit.ground) wetGround(dx / length, dy / length, 1 / length, hit.distance, x * 4 + k, y);
    // A single ray through a tube is far brighter than its neighbours: bound it, and edges stay smooth.
    out[0] = (out[0] as number) + Math.min(12, hit.red) / 4;
    out[1] = (out[1] as number) + Math.min(12, hit.green) / 4;
    out[2] = (out[2] as number) + Math.min(12, hit.blue) / 4;
  }
}

/** The street at the end of a ray: dark asphalt under a film of water that mirrors the signs. */
function wetGround(dx: number, dy: number, dz: number, t: number, salt: number, row: number): void {
  const x = EYE.x + t * dx;
  const z = t * dz;
  const pavement = Math.abs(x) > 3.35;
  const puddle = smoothstep(0.42, 0.6, fractal(x * 0.55 + 3, z * 0.28, 4, 21)) * (pavement ? 0.45 : 1);
  const grit = noise(x * 38, z * 38, 5);
  const rough = mix(0.055, 0.006, puddle) * (pavement ? 1.15 : 1);
  const wave = mix(0.02, 0.007, puddle);
  const tiltX = wave * (fractal(x * 3.1, z * 1.7, 3, 31) - 0.5);
  const tiltZ = wave * (fractal(x * 3.1, z * 1.7, 3, 47) - 0.5);
  let red = 0;
  let green = 0;
  let blue = 0;
  for (let k = 0; k < GLOSS_RAYS; k++) {
    const angle = (6.2832 * (k * 7 + hash(salt, row, 100))) / GLOSS_RAYS;
    const reach = rough * Math.sqrt(-2 * Math.log(1 - (0.98 * (k + hash(salt, row, 200 + k))) / GLOSS_RAYS));
    const nx = tiltX * 1.7 + reach * Math.cos(angle) + 0.02 * (grit - 0.5) * (1 - puddle);
    const nz = tiltZ * 1.7 + reach * Math.sin(angle);
    const length = 1 / Math.hypot(nx, 1, nz);
    const dot = (dx * nx + dy + dz * nz) * length * length;
    const ry = Math.abs(dy - 2 * dot);
    trace(x, 0.002, z, dx - 2 * dot * nx, Math.max(0.004, ry), dz - 2 * dot * nz, true, hit);
    red += Math.min(9, hit.red);
    green += Math.min(9, hit.green);
    blue += Math.min(9, hit.blue);
  }
  const glance = 1 - Math.min(1, -dy);
  const mirror = (mix(0.75, 1.35, puddle) * (0.16 + 0.84 * glance ** 4)) / GLOSS_RAYS;
  irradiance(x, 0, z, 0, 1, 0, lit);
  const albedo = 0.022 + 0.03 * grit * (1 - puddle) + (pavement ? tiles(x, z) : lane(x, z));
  const clear = Math.exp(-t * HAZE);
  hit.red = clear * (red * mirror + lit[0] * albedo) + (1 - clear) * 0.15;
  hit.green = clear * (green * mirror + lit[1] * albedo) + (1 - clear) * 0.064;
  hit.blue = clear * (blue * mirror + lit[2] * albedo) + (1 - clear) * 0.175;
}

/** Paving stones, their joints dark, and the kerb light. */
function tiles(x: number, z: number): number {
  if (Math.abs(x) < 3.5) return 0.05;
  const joint = Math.abs(((x * 2.2) % 1) - 0.5) > 0.46 || Math.abs((((z + 90) * 1.4) % 1) - 0.5) > 0.47;
  return joint ? -0.02 : 0.03 * hash(Math.floor(x * 2.2), Math.floor(z * 1.4), 3);
}

/** A worn zebra crossing and the line along the gutter. */
function lane(x: number, z: number): number {
  const worn = smoothstep(0.3, 0.62, fractal(x * 4, z * 4, 3, 9));
  const bar = z > 4.1 && z < 6.2 && Math.abs((((x + 20) / 0.95) % 1) - 0.5) < 0.25;
  const gutter = Math.abs(Math.abs(x) - 3.05) < 0.06;
  return bar || gutter ? 0.12 * worn : 0;
}

/** Streaks of rain, seen where there is light behind them. */
function withRain(film: Film): Film {
  const light = blurred(film, 14).data;
  const data = Float32Array.from(film.data);
  for (let y = 0, at = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++, at += 3) {
      const drop = 0.5 * streak(x, y, 1, 70, 1) + 0.8 * streak(x, y, 1.7, 120, 2) + streak(x, y, 3.1, 190, 3);
      if (drop === 0) continue;
      for (let c = 0; c < 3; c++) {
        data[at + c] = (data[at + c] as number) + drop * (0.006 + 0.3 * (light[at + c] as number));
      }
    }
  }
  return { ...film, data };
}

/** One layer of rain: slanted columns `width` pixels wide, each with its own run of drops. */
function streak(x: number, y: number, width: number, length: number, seed: number): number {
  const slant = x + y * 0.09;
  const column = Math.floor(slant / width);
  if (hash(column, 7, seed) > 0.12) return 0;
  const place = (y + 4000 * hash(column, 1, seed)) / length;
  const drop = Math.floor(place);
  if (hash(column, drop, seed + 40) > 0.3) return 0;
  const along = place - drop;
  return smoothstep(0, 0.5, along) * smoothstep(1, 0.8, along) * (0.4 + 0.6 * hash(column, drop, seed + 60));
}

/** Wires from front to front, dark against everything behind them. */
function withCables(film: Film): Film {
  const data = Float32Array.from(film.data);
  for (let cable = 0; cable < 11; cable++) {
    const z = 5 + 3.1 * cable + 2 * hash(cable, 1, 90);
    const height = 6 + 2.6 * hash(cable, 2, 90);
    const end = height + 1.6 * (hash(cable, 3, 90) - 0.5);
    const sag = 0.4 + 0.7 * hash(cable, 4, 90);
    for (let i = 0; i <= 1600; i++) {
      const along = i / 1600;
      const metre = z + (hash(cable, 5, 90) - 0.3) * 4 * along;
      const y = mix(height, end, along) - 4 * sag * along * (1 - along);
      const px = Math.round(WIDTH / 2 + FOCAL * ((-4.7 + 9.4 * along - EYE.x) / metre - 0.03));
      const py = HEIGHT * HORIZON - (FOCAL * (y - EYE.y)) / metre;
      for (const row of [Math.floor(py), Math.floor(py) + 1]) {
        if (px < 0 || px >= WIDTH || row < 0 || row >= HEIGHT) continue;
        const at = (row * WIDTH + px) * 3;
        const keep = 1 - Math.max(0, 1 - Math.abs(py - row)) * Math.min(0.9, 9 / metre);
        for (let c = 0; c < 3; c++)
          data[at + c] = Math.min(data[at + c] as number, (film.data[at + c] as number) * keep);
      }
    }
  }
  return { ...film, data };
}

/** Darker corners, deeper shadows, fuller colour. */
function graded(film: Film): Film {
  const data = new Float32Array(film.data.length);
  for (let y = 0, at = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++, at += 3) {
      const off = Math.hypot((x / WIDTH - 0.5) * 1.1, y / HEIGHT - 0.48);
      const dim = 1 - 0.6 * smoothstep(0.32, 0.85, off);
      const [red = 0, green = 0, blue = 0] = film.data.subarray(at, at + 3);
      const grey = 0.3 * red + 0.5 * green + 0.2 * blue;
      const depth = dim * (0.45 + 0.55 * smoothstep(0, 0.16, grey));
      data[at] = depth * Math.max(0, mix(grey, red, 1.18));
      data[at + 1] = depth * Math.max(0, mix(grey, green, 1.18));
      data[at + 2] = depth * Math.max(0, mix(grey, blue, 1.18)) + 0.0022;
    }
  }
  return { ...film, data };
}
