import { smoothstep } from "../noise.js";

export interface Walker {
  readonly x: number;
  readonly z: number;
  readonly height: number;
  /** Tint of the umbrella. */
  readonly tint: readonly [number, number, number];
  /** Half a stride, metres between the feet. */
  readonly stride: number;
}

export const WALKERS: readonly Walker[] = [
  { x: 0.72, z: 7.4, height: 1.72, tint: [1, 0.05, 0.07], stride: 0.17 },
  { x: -1.75, z: 14.2, height: 1.78, tint: [0.25, 0.5, 0.8], stride: 0.2 },
  { x: -1.2, z: 14.5, height: 1.64, tint: [0.5, 0.35, 0.6], stride: -0.15 },
  { x: 3.7, z: 18, height: 1.74, tint: [0.8, 0.6, 0.3], stride: 0.2 },
  { x: -0.5, z: 29, height: 1.75, tint: [0.4, 0.4, 0.5], stride: 0.22 },
];

/** What a ray meets in a walker's plane. `bend` is -1 at the left outline, 1 at the right one. */
export interface WalkerHit {
  part: "none" | "coat" | "leg" | "skin" | "umbrella" | "pole";
  bend: number;
  /** 0 at the rim of the umbrella, 1 at its top. */
  rise: number;
}

/** `x` from the walker's middle and `y` above the ground, in metres. Seen from behind. */
export function walkerAt(walker: Walker, x: number, y: number, out: WalkerHit): void {
  out.part = "none";
  out.rise = 0;
  const s = walker.height / 1.72;
  const u = x / s;
  const v = y / s;
  if (umbrella(u, v, out)) return;
  const sway = 0.03 * Math.sign(walker.stride);
  if (ellipse(u - sway, v - 1.58, 0.095, 0.125, out)) {
    out.part = v > 1.5 ? "coat" : "skin"; // hair, then neck
    return;
  }
  if (v > 0.62 && v < 1.46 && coat(u - sway * 0.5, v, out)) return;
  if (v <= 0.7 && legs(u, v, walker.stride / s, out)) return;
  if (v > 1.1 && v < 1.8 && Math.abs(u - 0.22 + (v - 1.2) * 0.16) < 0.01) {
    out.part = "pole";
    out.bend = 0;
  }
}

function umbrella(u: number, v: number, out: WalkerHit): boolean {
  const across = (u - 0.1 + (v - 1.9) * 0.16) / 0.62;
  if (Math.abs(across) > 1) return false;
  const top = 1.72 + 0.34 * Math.sqrt(1 - across * across);
  const scallop = 1.7 + 0.05 * Math.abs(Math.sin((across + 1) * Math.PI * 2)) - 0.03 * across * across;
  if (v > top || v < scallop) return tip(u, v, out);
  out.part = "umbrella";
  out.bend = across;
  out.rise = (v - 1.7) / 0.36;
  return true;
}

function tip(u: number, v: number, out: WalkerHit): boolean {
  if (v < 2 || v > 2.14 || Math.abs(u - 0.1 + (v - 1.9) * 0.16) > 0.009) return false;
  out.part = "pole";
  out.bend = 0;
  return true;
}

function coat(u: number, v: number, out: WalkerHit): boolean {
  const shoulder = smoothstep(1.47, 1.34, v);
  const flare = 0.035 * smoothstep(1.05, 0.62, v);
  const waist = 0.03 * Math.exp(-(((v - 1.08) / 0.12) ** 2));
  const half = 0.07 + 0.155 * shoulder + flare - waist;
  const left = -half;
  const right = half + (v > 1.12 && v < 1.4 ? 0.05 * smoothstep(1.12, 1.25, v) : 0);
  if (u < left || u > right) return false;
  out.part = "coat";
  out.bend = (2 * (u - left)) / (right - left) - 1;
  return true;
}

function legs(u: number, v: number, stride: number, out: WalkerHit): boolean {
  for (const way of [-1, 1]) {
    const reach = 1 - v / 0.7;
    const lifted = way < 0 ? 0.06 : 0;
    const middle = way * 0.085 + way * stride * 0.25 * reach;
    const half = 0.075 - 0.03 * reach + (v < 0.06 + lifted ? 0.02 : 0);
    if (v < lifted || Math.abs(u - middle) > half) continue;
    out.part = "leg";
    out.bend = (u - middle) / half;
    return true;
  }
  return false;
}

function ellipse(x: number, y: number, a: number, b: number, out: WalkerHit): boolean {
  if ((x / a) ** 2 + (y / b) ** 2 > 1) return false;
  out.bend = x / a;
  return true;
}
