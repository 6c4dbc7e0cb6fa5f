import { round } from "../../base/number.js";
import type { Observation } from "../../blueprint/observation.js";
import type { Picture } from "../../image/picture.js";
import type { Raster } from "../../image/raster.js";
import type { Measurement } from "../measurement.js";

interface Dithering {
  /** Share of pixels that stand alone among their neighbours in a color of the same pattern; null when shrunk. */
  readonly share: number | null;
}

/** Least difference, summed over the channels, between a dot and its neighbours. */
const CONTRAST = 24;
/** Rows between those looked at; not a divisor of a dither matrix's side, so that all its rows take part. */
const ROW_STEP = 3;

/** 0xrrggbb by pixel. */
function packColors({ width, height, data }: Raster): Uint32Array {
  const packed = new Uint32Array(width * height);
  for (let i = 0, p = 0; i < packed.length; i++, p += 3) {
    packed[i] = ((data[p] as number) << 16) | ((data[p + 1] as number) << 8) | (data[p + 2] as number);
  }
  return packed;
}

function apart(a: number, b: number): boolean {
  const red = Math.abs((a >> 16) - (b >> 16));
  const green = Math.abs(((a >> 8) & 255) - ((b >> 8) & 255));
  return red + green + Math.abs((a & 255) - (b & 255)) >= CONTRAST;
}

/** `i` must lie two pixels and more inside the picture. */
function isDot(packed: Uint32Array, width: number, i: number): boolean {
  const color = packed[i] as number;
  const left = packed[i - 1] as number;
  const right = packed[i + 1] as number;
  if (left === color || right === color) return false;
  let twins = 0;
  if (packed[i - 2] === color) twins++;
  if (packed[i + 2] === color) twins++;
  if (packed[i - 2 * width] === color) twins++;
  if (packed[i + 2 * width] === color) twins++;
  if (packed[i - width - 1] === color) twins++;
  if (packed[i - width + 1] === color) twins++;
  if (packed[i + width - 1] === color) twins++;
  if (packed[i + width + 1] === color) twins++;
  if (twins < 2) return false;
  const above = packed[i - width] as number;
  const below = packed[i + width] as number;
  return apart(color, left) && apart(color, right) && apart(color, above) && apart(color, below);
}

/**
 * A dot differs from its four neighbours and has exactly its color again at two or more of the eight nearest places of
 * a checker pattern (diagonals and two steps along an axis). Ordered and error-diffused dither over few colors is full
 * of such dots; a lossy codec leaves none, so a JPEG always reads 0.
 */
function measure(picture: Picture): Dithering {
  if (picture.scale < 1) return { share: null };
  const { width, height } = picture.full;
  const packed = packColors(picture.full);
  let dots = 0;
  let seen = 0;
  for (let y = 2; y < height - 2; y += ROW_STEP) {
    for (let x = 2, i = y * width + 2; x < width - 2; x++, i++) {
      seen++;
      if (isDot(packed, width, i)) dots++;
    }
  }
  return { share: seen === 0 ? 0 : round(dots / seen, 4) };
}

function phrase({ share }: Dithering): readonly Observation[] {
  if (share === null || share < 0.08) return [];
  const evidence = {
    source: "analysis:dithering",
    score: share,
    note: `${Math.round(100 * share)} % of the pixels are lone dots`,
  };
  return [{ facet: "detail", text: "dithered shading", confidence: 0.9, evidence }];
}

/** Tones mixed from dots of few colors. */
export const dithering: Measurement<Dithering> = { id: "dithering", measure, phrase };
