import type { Sharp } from "sharp";
import { develop, shade, withBloom } from "./film.js";
import { fractal, mix, noise, smoothstep } from "./noise.js";
import type { Outlook } from "./terrain.js";
import { lookOver, normalAt, sunlightAt } from "./terrain.js";

const OUTLOOK: Outlook = {
  width: 1200,
  height: 800,
  eye: 1.35,
  horizon: 0.6,
  focal: 0.95,
  near: 0.6,
  far: 60,
};
const SUN = [-0.86, 0.36, -0.36] as const;

/** A snow-covered peak on a clear winter day. */
export function snowyMountain(): Sharp {
  const { width, height } = OUTLOOK;
  const ground = lookOver(OUTLOOK, heightAt);
  const film = shade(width, height, (px, py, out) => {
    const at = py * width + px;
    const z = ground.z[at] as number;
    sky(px / width, py / height, out);
    if (Number.isFinite(z)) land(ground.x[at] as number, z, out);
  });
  return develop(withBloom(film, [[30, 0.06]]), { exposure: 0.9, burn: 0.2, grain: 1.8, seed: 3 });
}

/** Octaves of folds with sharp crests, 0 to about 1. */
function ridges(x: number, z: number, octaves: number, seed: number): number {
  let sum = 0;
  let gain = 0.5;
  let crest = 1;
  for (let i = 0, scale = 1; i < octaves; i++, scale *= 2.03, gain *= 0.5) {
    const fold = 1 - Math.abs(2 * noise(x * scale, z * scale, seed + i * 13) - 1);
    sum += gain * fold * fold * crest;
    crest = Math.min(1, 0.35 + fold);
  }
  return sum;
}

/** One summit behind a white valley, lower ranges on both sides of it. */
function heightAt(x: number, z: number): number {
  const summit = Math.exp(-(((x - 1.2) / 4.2) ** 2) - ((z - 17) / 5.5) ** 2);
  const range = smoothstep(7, 20, z) * smoothstep(60, 30, z);
  const folds = ridges(x * 0.16 + 3.1, z * 0.16, 9, 41);
  const valley = 0.8 * fractal(x * 0.35, z * 0.35, 5, 5) + 0.02 * noise(x * 3, z * 3, 9);
  return valley + range * (4.2 * folds + 0.2) + summit * (2.7 + 4.2 * (folds - 0.3));
}

function sky(x: number, y: number, out: Float64Array): void {
  const up = smoothstep(0.62, 0, y);
  out.set([mix(0.42, 0.045, up), mix(0.6, 0.15, up), mix(0.82, 0.46, up)]);
  const wisp =
    smoothstep(0.52, 0.82, fractal(x * 2.4 + 2 * y, y * 8 + 1.3 * x, 6, 77)) * smoothstep(0.55, 0.2, y);
  for (let c = 0; c < 3; c++) out[c] = mix(out[c] as number, 0.95, 0.55 * wisp);
}

/** Snow where it can lie and rock where it is too steep, blue in the shade, fading into the air. */
function land(x: number, z: number, out: Float64Array): void {
  const normal = normalAt(heightAt, x, z, 0.004 * z + 0.004);
  const towards = normal[0] * SUN[0] + normal[1] * SUN[1] + normal[2] * SUN[2];
  const lit = Math.max(0, towards) * sunlightAt(heightAt, x, z, SUN, 5);
  const patch = fractal(x * 2.3, z * 2.3, 4, 91);
  const snow = smoothstep(0.5, 0.64, normal[1] + 0.36 * (patch - 0.5));
  const rock = 0.05 + 0.05 * patch;
  const albedo = [mix(rock * 1.15, 0.92, snow), mix(rock, 0.94, snow), mix(rock * 0.95, 0.97, snow)];
  const wood = trees(x, z);
  for (let c = 0; c < 3; c++) albedo[c] = mix(albedo[c] as number, [0.02, 0.035, 0.028][c] as number, wood);
  const ambient = 0.35 + 0.65 * normal[1];
  const light = [1.5 * lit + 0.15 * ambient, 1.36 * lit + 0.23 * ambient, 1.15 * lit + 0.42 * ambient];
  const air = 1 - Math.exp(-0.013 * z);
  const veil = [0.4, 0.57, 0.8];
  for (let c = 0; c < 3; c++)
    out[c] = mix((albedo[c] as number) * (light[c] as number), veil[c] as number, air);
}

/** Share of dark pines: woods on the lower slopes, thinning out upwards. */
function trees(x: number, z: number): number {
  const line = smoothstep(1.5, 0.7, heightAt(x, z)) * smoothstep(6, 8.5, z);
  if (line === 0) return 0;
  const wood = fractal(x * 0.55 + 4, z * 0.4, 3, 61) + 0.24 * line;
  const crowns = 0.5 * noise(x * 62, z * 17, 62) + 0.5 * noise(x * 120, z * 34, 63);
  return smoothstep(0.66, 0.78, wood * 0.72 + crowns * 0.5) * line;
}
