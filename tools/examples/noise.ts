/** A number in [0, 1) that depends on three whole numbers and nothing else. */
export function hash(x: number, y: number, seed = 0): number {
  let h = Math.imul(x | 0, 0x27d4eb2f) ^ Math.imul(y | 0, 0x165667b1) ^ Math.imul(seed | 0, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
}

/** Smooth value noise in [0, 1]; features are about one unit wide. */
export function noise(x: number, y: number, seed = 0): number {
  const left = Math.floor(x);
  const top = Math.floor(y);
  const u = fade(x - left);
  const v = fade(y - top);
  const upper = hash(left, top, seed) * (1 - u) + hash(left + 1, top, seed) * u;
  const lower = hash(left, top + 1, seed) * (1 - u) + hash(left + 1, top + 1, seed) * u;
  return upper * (1 - v) + lower * v;
}

/** Octaves of `noise`, each twice as fine and half as strong, in [0, 1]. */
export function fractal(x: number, y: number, octaves: number, seed = 0): number {
  let sum = 0;
  let weight = 0;
  for (let i = 0, scale = 1, gain = 1; i < octaves; i++, scale *= 2, gain /= 2) {
    sum += gain * noise(x * scale, y * scale, seed + i * 17);
    weight += gain;
  }
  return sum / weight;
}

function fade(t: number): number {
  return t * t * (3 - 2 * t);
}

/** 0 below `low`, 1 above `high`, smooth between. */
export function smoothstep(low: number, high: number, value: number): number {
  return fade(Math.min(1, Math.max(0, (value - low) / (high - low))));
}

export function mix(a: number, b: number, t: number): number {
  return a + (b - a) * t;
}
