import type { Sharp } from "sharp";
import { develop, shade } from "./film.js";
import { fractal, mix, noise, smoothstep } from "./noise.js";
import type { Outlook } from "./terrain.js";
import { lookOver, normalAt, sunlightAt } from "./terrain.js";

const OUTLOOK: Outlook = {
  width: 1200,
  height: 800,
  eye: 3.4,
  horizon: 0.34,
  focal: 1.1,
  near: 1.2,
  far: 90,
};
const SUN = [0.9, 0.3, -0.31] as const;

/** Dunes under a dark sky on black-and-white film. */
export function dunes(): Sharp {
  const { width, height } = OUTLOOK;
  const ground = lookOver(OUTLOOK, heightAt);
  const film = shade(width, height, (px, py, out) => {
    const at = py * width + px;
    const z = ground.z[at] as number;
    const tone = Number.isFinite(z) ? sand(ground.x[at] as number, z) : sky(px / width, py / height);
    const corner = Math.hypot(px / width - 0.5, py / height - 0.5);
    out.fill(tone * (1 - 0.75 * corner * corner));
  });
  return develop(film, { exposure: 1.05, burn: 0, grain: 6, seed: 11 }).greyscale();
}

/** Long crests that wander, steep on the lee side. */
function heightAt(x: number, z: number): number {
  const bend = 3.4 * fractal(x * 0.07, z * 0.07, 3, 7) + 0.25 * noise(x * 0.5, z * 0.5, 8);
  const phase = 0.075 * z - 0.13 * x + bend;
  const turn = phase - Math.floor(phase);
  const profile = turn < 0.72 ? (turn / 0.72) ** 1.6 : 1 - ((turn - 0.72) / 0.28) ** 1.7;
  const tall = 0.5 + 1.5 * fractal(x * 0.06 + 9, z * 0.06, 2, 15);
  return 1.25 * tall * profile * smoothstep(0, 6, z) + 0.3 * noise(x * 0.2, z * 0.2, 21);
}

function sand(x: number, z: number): number {
  const fade = smoothstep(30, 3, z);
  const rippled = (u: number, v: number): number =>
    heightAt(u, v) + 0.006 * fade * Math.sin(15 * v + 5 * u + 5 * noise(u * 0.8, v * 0.8, 31));
  const normal = normalAt(rippled, x, z, 0.001 * z + 0.006);
  const towards = Math.max(0, normal[0] * SUN[0] + normal[1] * SUN[1] + normal[2] * SUN[2]);
  const lit = towards * sunlightAt(heightAt, x, z, SUN, 7);
  const light = 0.012 + 0.025 * normal[1] + 1.15 * lit ** 1.25;
  return mix(light, 0.2, 1 - Math.exp(-0.009 * z));
}

function sky(x: number, y: number): number {
  const up = smoothstep(0.36, 0, y);
  const cloud = smoothstep(0.45, 0.75, fractal(x * 1.6 + y, y * 9 + 0.4 * x, 6, 52));
  return mix(0.2, 0.035, up) + 0.16 * cloud * (1 - 0.6 * up);
}
