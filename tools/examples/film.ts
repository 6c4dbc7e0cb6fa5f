import type { Sharp } from "sharp";
import sharp from "sharp";
import { hash } from "./noise.js";

export type Colour = readonly [red: number, green: number, blue: number];

/** A picture in linear light, `data[(y * width + x) * 3 + channel]`, without an upper limit. */
export interface Film {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

export function newFilm(width: number, height: number): Film {
  return { width, height, data: new Float32Array(width * height * 3) };
}

/** Fills a film from a function of the pixel, which writes red, green and blue into `out`. */
export function shade(
  width: number,
  height: number,
  pixel: (x: number, y: number, out: Float64Array) => void,
): Film {
  const film = newFilm(width, height);
  const out = new Float64Array(3);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 3) {
      pixel(x, y, out);
      film.data.set(out, at);
    }
  }
  return film;
}

/** Three box blurs after each other, close to a Gaussian of this standard deviation; edges repeat. */
export function blurred(film: Film, sigma: number): Film {
  const radius = Math.max(1, Math.round(Math.sqrt(4 * sigma * sigma + 1) / 2 - 0.5));
  let data = film.data;
  for (let pass = 0; pass < 3; pass++) {
    data = boxBlur(data, film.width, film.height, 3, film.width * 3, radius);
    data = boxBlur(data, film.height, film.width, film.width * 3, 3, radius);
  }
  return { ...film, data };
}

/** One box blur along lines of `length` pixels, `step` apart, over `lines` lines, `stride` apart. */
function boxBlur(
  from: Float32Array,
  length: number,
  lines: number,
  step: number,
  stride: number,
  radius: number,
): Float32Array {
  const to = new Float32Array(from.length);
  const window = 2 * radius + 1;
  for (let line = 0; line < lines; line++) {
    for (let c = 0; c < 3; c++) {
      const base = line * stride + c;
      const value = (i: number): number => from[base + Math.min(length - 1, Math.max(0, i)) * step] as number;
      let sum = 0;
      for (let i = -radius; i <= radius; i++) sum += value(i);
      for (let i = 0; i < length; i++) {
        to[base + i * step] = sum / window;
        sum += value(i + radius + 1) - value(i - radius);
      }
    }
  }
  return to;
}

/** Adds the light that a lens scatters: wide, weak copies of the bright parts. */
export function withBloom(film: Film, layers: readonly (readonly [sigma: number, strength: number])[]): Film {
  const data = Float32Array.from(film.data);
  for (const [sigma, strength] of layers) {
    const glow = blurred(film, sigma).data;
    for (let i = 0; i < data.length; i++) data[i] = (data[i] as number) + (glow[i] as number) * strength;
  }
  return { ...film, data };
}

export interface Development {
  readonly exposure: number;
  /** Share of luminance that replaces colour where light is strong, 0..1. */
  readonly burn: number;
  /** Standard deviation of the grain, in bytes. */
  readonly grain: number;
  readonly seed: number;
}

/** The film as 8-bit sRGB, highlights rolled off, ready to encode. */
export function develop(film: Film, { exposure, burn, grain, seed }: Development): Sharp {
  const { width, height, data } = film;
  const bytes = new Uint8Array(data.length);
  for (let i = 0, pixel = 0; i < data.length; i += 3, pixel++) {
    const light = exposure * luminance(data, i);
    const white = burn * (light / (light + 1.5));
    const speck = grain * 1.7 * (hash(pixel, 1, seed) + hash(pixel, 2, seed) + hash(pixel, 3, seed) - 1.5);
    for (let c = 0; c < 3; c++) {
      const value = exposure * (data[i + c] as number) * (1 - white) + light * white;
      bytes[i + c] = Math.min(255, Math.max(0, Math.round(255 * encode(rollOff(value)) + speck)));
    }
  }
  return sharp(bytes, { raw: { width, height, channels: 3 } });
}

function luminance(data: Float32Array, at: number): number {
  return (
    0.2126 * (data[at] as number) + 0.7152 * (data[at + 1] as number) + 0.0722 * (data[at + 2] as number)
  );
}

/** Straight below 0.5, then bent towards 1. */
function rollOff(value: number): number {
  return value <= 0.5 ? Math.max(0, value) : 1 - 0.25 / value;
}

/** @source IEC 61966-2-1 */
function encode(value: number): number {
  return value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055;
}
