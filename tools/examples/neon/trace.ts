import { fractal, noise, smoothstep } from "../noise.js";
import type { Surface } from "./facade.js";
import { facade } from "./facade.js";
import { signFace } from "./sign-face.js";
import { BLOCKS, LANTERNS, LIGHTS, SIGNS } from "./street.js";
import type { WalkerHit } from "./walkers.js";
import { WALKERS, walkerAt } from "./walkers.js";

/** Light along a ray, and how far it came. `ground` when it meets the street. */
export interface Hit {
  red: number;
  green: number;
  blue: number;
  distance: number;
  ground: boolean;
}

/** Share of light that a metre of rain takes. */
export const HAZE = 0.014;

const surface: Surface = { red: 0, green: 0, blue: 0, albedo: 0 };
const walker: WalkerHit = { part: "none", bend: 0, rise: 0 };
const lit: [number, number, number] = [0, 0, 0];

/** Light that all lamps throw on a point whose surface faces (nx, ny, nz); shadows are left out. */
export function irradiance(
  x: number,
  y: number,
  z: number,
  nx: number,
  ny: number,
  nz: number,
  out: [number, number, number],
): void {
  let red = 0.012;
  let green = 0.014;
  let blue = 0.026;
  for (const light of LIGHTS) {
    const dx = light.x - x;
    const dy = light.y - y;
    const dz = light.z - z;
    const square = dx * dx + dy * dy + dz * dz;
    if (square > 400) continue;
    const facing = (nx * dx + ny * dy + nz * dz) / Math.sqrt(square + 1e-6);
    const strength = (light.power * Math.max(0, 0.25 + 0.75 * facing)) / (0.8 + square);
    red += light.colour[0] * strength;
    green += light.colour[1] * strength;
    blue += light.colour[2] * strength;
  }
  out[0] = red;
  out[1] = green;
  out[2] = blue;
}

function set(hit: Hit, distance: number, red: number, green: number, blue: number): void {
  hit.distance = distance;
  hit.red = red;
  hit.green = green;
  hit.blue = blue;
  hit.ground = false;
}

/** The nearest thing on a ray of unit length; the street itself only sets `ground` and `distance`. */
export function trace(
  ox: number,
  oy: number,
  oz: number,
  dx: number,
  dy: number,
  dz: number,
  soft: boolean,
  hit: Hit,
): void {
  hit.distance = 1e9;
  hit.ground = false;
  if (dy < 0) {
    hit.distance = -oy / dy;
    hit.ground = true;
  }
  hitBlocks(ox, oy, oz, dx, dy, dz, soft, hit);
  if (dz > 1e-4) {
    hitSigns(ox, oy, oz, dx, dy, dz, soft, hit);
    hitWalkers(ox, oy, oz, dx, dy, dz, hit);
  }
  hitLanterns(ox, oy, oz, dx, dy, dz, hit);
  if (hit.distance >= 1e9) sky(dx, dy, hit);
  else if (!hit.ground) haze(dx, dy, hit);
}

function hitBlocks(
  ox: number,
  oy: number,
  oz: number,
  dx: number,
  dy: number,
  dz: number,
  soft: boolean,
  hit: Hit,
): void {
  for (const block of BLOCKS) {
    const { side, near, far, front, height } = block;
    if (side * dx > 1e-5) {
      const t = (side * front - ox) / dx;
      if (t > 1e-3 && t < hit.distance) {
        const z = oz + t * dz;
        const y = oy + t * dy;
        if (z >= near && z < far && y < height && y >= 0) {
          facade(block, z - near, y, soft, surface);
          irradiance(ox + t * dx, y, z, -side, 0, 0, lit);
          reflect(hit, t);
        }
      }
    }
    if (dz > 1e-5) {
      const t = (near - oz) / dz;
      const x = ox + t * dx;
      const y = oy + t * dy;
      if (
        t > 1e-3 &&
        t < hit.distance &&
        side * x >= front &&
        side * x < front + 12 &&
        y < height &&
        y >= 0
      ) {
        surface.red = 0;
        surface.green = 0;
        surface.blue = 0;
        surface.albedo = 0.07 + 0.07 * noise(x * 2, y, block.seed);
        irradiance(x, y, near, 0, 0, -1, lit);
        reflect(hit, t);
      }
    }
  }
}

function reflect(hit: Hit, t: number): void {
  const { red, green, blue, albedo } = surface;
  set(hit, t, red + albedo * lit[0], green + albedo * lit[1], blue + albedo * lit[2]);
}

function hitSigns(
  ox: number,
  oy: number,
  oz: number,
  dx: number,
  dy: number,
  dz: number,
  soft: boolean,
  hit: Hit,
): void {
  for (const sign of SIGNS) {
    const t = (sign.z - oz) / dz;
    if (t < 1e-3 || t > hit.distance) continue;
    const u = (ox + t * dx - sign.x) / sign.width + 0.5;
    const v = 0.5 - (oy + t * dy - sign.y) / sign.height;
    if (u < 0 || u > 1 || v < 0 || v > 1) continue;
    signFace(sign, u, v, soft, surface);
    lit.fill(0.25);
    reflect(hit, t);
  }
}

function hitLanterns(ox: number, oy: number, oz: number, dx: number, dy: number, dz: number, hit: Hit): void {
  for (const { x, y, z, radius, colour, ribs } of LANTERNS) {
    const px = x - ox;
    const py = y - oy;
    const pz = z - oz;
    const along = px * dx + py * dy + pz * dz;
    const square = px * px + py * py + pz * pz - along * along;
    if (along < 0 || along - radius > hit.distance || square > radius * radius) continue;
    if (!ribs) {
      set(hit, along, colour[0], colour[1], colour[2]);
      continue;
    }
    const rim = Math.sqrt(1 - square / (radius * radius));
    const height = (oy + along * dy - y) / radius;
    const rib = 0.75 + 0.25 * Math.cos(height * 22);
    const glow = rib * (0.3 + 0.7 * rim) * (Math.abs(height) > 0.86 ? 0.1 : 1);
    set(hit, along, colour[0] * glow, colour[1] * glow * (0.4 + 0.6 * rim), colour[2] * glow);
  }
}

function hitWalkers(ox: number, oy: number, oz: number, dx: number, dy: number, dz: number, hit: Hit): void {
  for (const person of WALKERS) {
    const t = (person.z - oz) / dz;
    if (t < 1e-3 || t > hit.distance) continue;
    const x = ox + t * dx;
    const y = oy + t * dy;
    walkerAt(person, x - person.x, y, walker);
    if (walker.part === "none") continue;
    const { bend, rise } = walker;
    const edge = smoothstep(0.55, 1, Math.abs(bend));
    irradiance(x, y, person.z, bend, 0.15, 0.35, lit);
    if (walker.part === "umbrella") {
      const rib = Math.abs(Math.sin((bend + 1) * Math.PI * 2));
      const seam = 0.55 + 0.45 * smoothstep(0, 0.25, rib);
      const through = (0.3 + 0.5 * rise + 0.5 * edge) * seam;
      const shine = 0.16 * smoothstep(0.55, 0.95, rise) + 0.1 * edge;
      set(
        hit,
        t,
        lit[0] * (person.tint[0] * through + shine),
        lit[1] * (person.tint[1] * through + shine),
        lit[2] * (person.tint[2] * through + shine),
      );
      continue;
    }
    const albedo = (walker.part === "skin" ? 0.2 : 0.025) + 0.3 * edge * edge;
    set(hit, t, lit[0] * albedo, lit[1] * albedo, lit[2] * albedo);
  }
}

/** Cloud lit from below, brighter and warmer where the street ends. */
function sky(dx: number, dy: number, hit: Hit): void {
  const low = Math.exp(-Math.max(0, dy) * 6.5);
  const cloud = 0.55 + 0.9 * fractal(dx * 4, dy * 8, 4, 77);
  hit.red = cloud * (0.007 + 0.16 * low);
  hit.green = cloud * (0.009 + 0.065 * low);
  hit.blue = cloud * (0.022 + 0.175 * low);
}

/** Rain in the air: with distance everything turns into the glow at the end of the street. */
function haze(dx: number, dy: number, hit: Hit): void {
  const clear = Math.exp(-hit.distance * HAZE);
  const low = Math.exp(-Math.abs(dy) * 6);
  const side = 0.5 + 0.5 * Math.tanh(dx * 4);
  hit.red = hit.red * clear + (1 - clear) * low * (0.2 + 0.1 * side);
  hit.green = hit.green * clear + (1 - clear) * low * (0.075 + 0.03 * side);
  hit.blue = hit.blue * clear + (1 - clear) * low * (0.24 - 0.07 * side);
}
