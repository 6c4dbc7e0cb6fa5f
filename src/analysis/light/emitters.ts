import type { Region } from "../../blueprint/types.js";
import type { Picture } from "../../image/picture.js";
import type { LabPlanes } from "../../image/raster.js";

/** A connected bright area, as a lamp, a window or the sun makes one. */
export interface Emitter {
  /** Part of the picture, 0..1. */
  readonly share: number;
  /** Mean OKLab color. */
  readonly l: number;
  readonly a: number;
  readonly b: number;
  readonly region: Region;
}

const LONG_SIDE = 192;
const BRIGHT = 0.7;
/** Bright enough in a dark picture, as a saturated tube or sign is never light. */
const BRIGHT_COLOR = 0.45;
const SATURATED = 0.16;
const LEAST_SHARE = 5e-5;

/** Four-connected areas that are light, or saturated and half light, in reading order of their first pixel. */
export function emittersOf(picture: Picture): readonly Emitter[] {
  return picture.once("light/emitters", () => find(picture.lab(LONG_SIDE)));
}

function glowing(planes: LabPlanes): Uint8Array {
  const mask = new Uint8Array(planes.l.length);
  for (let i = 0; i < mask.length; i++) {
    const l = planes.l[i] as number;
    if (l < BRIGHT_COLOR) continue;
    const a = planes.a[i] as number;
    const b = planes.b[i] as number;
    if (l >= BRIGHT || a * a + b * b >= SATURATED * SATURATED) mask[i] = 1;
  }
  return mask;
}

function find(planes: LabPlanes): readonly Emitter[] {
  const mask = glowing(planes);
  const stack = new Int32Array(mask.length);
  const emitters: Emitter[] = [];
  for (let i = 0; i < mask.length; i++) {
    if (mask[i] !== 1) continue;
    const emitter = flood(planes, mask, stack, i);
    if (emitter.share >= LEAST_SHARE) emitters.push(emitter);
  }
  return emitters;
}

/** The area around `start`, struck from the mask. */
function flood(planes: LabPlanes, mask: Uint8Array, stack: Int32Array, start: number): Emitter {
  const { width, height } = planes;
  let top = 0;
  let [left, right, above, below] = [width, 0, height, 0];
  let [count, l, a, b] = [0, 0, 0, 0];
  const push = (i: number): void => {
    if (mask[i] !== 1) return;
    mask[i] = 0;
    stack[top++] = i;
  };
  push(start);
  while (top > 0) {
    const i = stack[--top] as number;
    const x = i % width;
    const y = (i - x) / width;
    if (x > 0) push(i - 1);
    if (x < width - 1) push(i + 1);
    if (y > 0) push(i - width);
    if (y < height - 1) push(i + width);
    left = Math.min(left, x);
    right = Math.max(right, x);
    above = Math.min(above, y);
    below = Math.max(below, y);
    count++;
    l += planes.l[i] as number;
    a += planes.a[i] as number;
    b += planes.b[i] as number;
  }
  const region = {
    x: left / width,
    y: above / height,
    width: (right - left + 1) / width,
    height: (below - above + 1) / height,
  };
  return { share: count / (width * height), l: l / count, a: a / count, b: b / count, region };
}
