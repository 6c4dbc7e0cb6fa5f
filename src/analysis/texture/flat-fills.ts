import { round } from "../../base/number.js";
import type { Observation } from "../../blueprint/observation.js";
import type { Picture } from "../../image/picture.js";
import type { Measurement } from "../measurement.js";
import { measureBrushwork } from "./brushwork.js";
import { gradientField } from "./gradient-field.js";
import { measureGradients } from "./smooth-gradients.js";

interface FlatFills {
  /** Share of working pixels without any slope, 0..1. */
  readonly share: number;
  /** How many colors (16 levels a channel) it takes to cover 95 % of the flat pixels. */
  readonly colors: number;
  /** Share of the flat pixels that the most frequent of them covers. */
  readonly largest: number;
  /** Mean coherence of direction where tone is textured, 0..1: above 0.9 for drawn outlines. */
  readonly outlines: number;
  /** Share of the picture that is an even ramp of tone. */
  readonly ramps: number;
}

const FLAT = 0.75;

/** Colors of flat pixels, most frequent first, as counts. */
function colorCounts(picture: Picture, flat: Uint8Array, width: number, height: number): number[] {
  const { full } = picture;
  const bins = new Uint32Array(4096);
  for (let y = 0, i = 0; y < height; y++) {
    const row = Math.floor(((y + 0.5) * full.height) / height) * full.width;
    for (let x = 0; x < width; x++, i++) {
      if (flat[i] === 0) continue;
      const p = 3 * (row + Math.floor(((x + 0.5) * full.width) / width));
      const red = (full.data[p] as number) >> 4;
      const green = (full.data[p + 1] as number) >> 4;
      const blue = (full.data[p + 2] as number) >> 4;
      const bin = (red << 8) | (green << 4) | blue;
      bins[bin] = (bins[bin] as number) + 1;
    }
  }
  return [...bins].filter((count) => count > 0).sort((a, b) => b - a);
}

/** Share of working pixels without any slope, 0..1. */
export function flatShare(picture: Picture): number {
  return picture.once("flat-share", () => {
    const { magnitude } = gradientField(picture);
    const still = magnitude.reduce((count, slope) => (slope < FLAT ? count + 1 : count), 0);
    return round(still / magnitude.length, 4);
  });
}

export function measureFills(picture: Picture): FlatFills {
  return picture.once("flat-fills", () => {
    const { width, height, magnitude } = gradientField(picture);
    const flat = new Uint8Array(width * height);
    let still = 0;
    for (let i = 0; i < flat.length; i++) {
      if ((magnitude[i] as number) >= FLAT) continue;
      flat[i] = 1;
      still++;
    }
    const counts = colorCounts(picture, flat, width, height);
    let covered = 0;
    let colors = 0;
    while (covered < 0.95 * still) covered += counts[colors++] as number;
    return {
      share: round(still / flat.length, 4),
      colors,
      largest: round((counts[0] ?? 0) / Math.max(1, still), 4),
      outlines: measureBrushwork(picture).coherence,
      ramps: measureGradients(picture).share,
    };
  });
}

/** True for a few flat colors, several of them large, between clean outlines, with hardly a ramp of tone. */
export function isFlat({ share, colors, largest, outlines, ramps }: FlatFills): boolean {
  return share >= 0.65 && colors <= 10 && largest <= 0.93 && outlines >= 0.9 && ramps <= 0.02;
}

function phrase(fills: FlatFills): readonly Observation[] {
  if (!isFlat(fills)) return [];
  const { share, colors } = fills;
  const evidence = {
    source: "analysis:flat-fills",
    score: share,
    note: `${Math.round(100 * share)} % flat, ${colors} ${colors === 1 ? "color" : "colors"}`,
  };
  return [{ facet: "style", text: "flat vector style", confidence: 0.94, evidence }];
}

/** Areas of one color without shading, as in vector drawings, cel painting and interfaces. */
export const flatFills: Measurement<FlatFills> = { id: "flat-fills", measure: measureFills, phrase };
