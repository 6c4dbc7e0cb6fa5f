import { round } from "../../base/number.js";
import type { Observation } from "../../blueprint/observation.js";
import type { Picture } from "../../image/picture.js";
import type { Plane } from "../../image/raster.js";
import type { Measurement } from "../measurement.js";
import { gradientField } from "./gradient-field.js";
import { lumaAt, WORKING_SIDE } from "./luma.js";

interface LineWork {
  /** Share of pixels within 12 levels of the ground's tone, 0..1. */
  readonly paper: number;
  /** Tone of the ground, 0..255. */
  readonly ground: number;
  /** Share of pixels that stand off from the ground by 40 levels and more. */
  readonly ink: number;
  /** Of the ink, the share deeper than 2 working pixels inside a shape: 0 for lines, near 1 for filled shapes. */
  readonly thick: number;
  /** Long side of the largest connected piece of ink, as a share of the picture's long side. */
  readonly reach: number;
  /** Share of the edges that run along an axis: high for tables, frames and interfaces. */
  readonly axial: number;
  /** Mean distance of the channels from grey, 0..255. */
  readonly chroma: number;
}

const NEAR = 12;
const OFF = 40;

function groundTone(plane: Plane): number {
  const bins = new Uint32Array(64);
  for (const value of plane.data) bins[value >> 2] = (bins[value >> 2] as number) + 1;
  let best = 0;
  for (let bin = 1; bin < bins.length; bin++) if ((bins[bin] as number) >= (bins[best] as number)) best = bin;
  return 4 * best + 2;
}

/** Longest side of a connected piece (eight neighbours) of the mask, in pixels. */
function longestPiece(mask: Uint8Array, width: number, height: number): number {
  const open = mask.slice();
  const stack: number[] = [];
  let longest = 0;
  for (let start = 0; start < open.length; start++) {
    if (open[start] === 0) continue;
    let left = width;
    let right = 0;
    let top = height;
    let bottom = 0;
    open[start] = 0;
    stack.push(start);
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      const x = at % width;
      const y = (at - x) / width;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
      for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++) {
        for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
          const next = v * width + u;
          if (open[next] === 0) continue;
          open[next] = 0;
          stack.push(next);
        }
      }
    }
    longest = Math.max(longest, right - left + 1, bottom - top + 1);
  }
  return longest;
}

/** Share of the mask whose 5 x 5 neighbourhood lies wholly inside it. */
function thickShare(mask: Uint8Array, width: number, height: number): number {
  let ink = 0;
  let thick = 0;
  for (let y = 2; y < height - 2; y++) {
    for (let x = 2, i = y * width + 2; x < width - 2; x++, i++) {
      if (mask[i] === 0) continue;
      ink++;
      let full = true;
      for (let v = -2; full && v <= 2; v++) {
        for (let u = -2; u <= 2; u++) if (mask[i + v * width + u] === 0) full = false;
      }
      if (full) thick++;
    }
  }
  return ink === 0 ? 0 : thick / ink;
}

function axialShare(picture: Picture): number {
  const { gx, gy, magnitude } = gradientField(picture);
  let edges = 0;
  let axial = 0;
  for (let i = 0; i < magnitude.length; i++) {
    const slope = magnitude[i] as number;
    if (slope < 8) continue;
    edges++;
    if (Math.min(Math.abs(gx[i] as number), Math.abs(gy[i] as number)) < 0.1 * slope) axial++;
  }
  return edges === 0 ? 0 : axial / edges;
}

function meanChroma({ full }: Picture): number {
  let sum = 0;
  let count = 0;
  for (let p = 0; p + 2 < full.data.length; p += 21) {
    const red = full.data[p] as number;
    const green = full.data[p + 1] as number;
    const blue = full.data[p + 2] as number;
    sum += Math.max(red, green, blue) - Math.min(red, green, blue);
    count++;
  }
  return sum / count;
}

/** Ink against its ground: the most frequent tone is the ground, what stands off from it is ink. */
function measure(picture: Picture): LineWork {
  const plane = lumaAt(picture, WORKING_SIDE);
  const { width, height } = plane;
  const ground = groundTone(plane);
  const mask = new Uint8Array(width * height);
  let paper = 0;
  let ink = 0;
  for (let i = 0; i < mask.length; i++) {
    const off = Math.abs((plane.data[i] as number) - ground);
    if (off <= NEAR) paper++;
    else if (off >= OFF) {
      mask[i] = 1;
      ink++;
    }
  }
  const drawn = paper > 0.5 * mask.length;
  return {
    paper: round(paper / mask.length, 4),
    ground,
    ink: round(ink / mask.length, 4),
    thick: round(drawn ? thickShare(mask, width, height) : 1, 4),
    reach: round(drawn ? longestPiece(mask, width, height) / Math.max(width, height) : 0, 4),
    axial: round(axialShare(picture), 4),
    chroma: round(meanChroma(picture), 2),
  };
}

/** Thin colorless lines that reach far, on an even light ground; text and tables are short or axial. */
function phrase({ paper, ground, ink, thick, reach, axial, chroma }: LineWork): readonly Observation[] {
  const drawn = paper > 0.85 && ground > 240 && ink > 0.005 && thick < 0.1 && chroma < 6;
  if (!drawn || reach < 0.4 || axial > 0.5) return [];
  const note = `${Math.round(100 * paper)} % bare ground, thin dark lines`;
  return [
    {
      facet: "medium",
      text: "line art",
      confidence: 0.95,
      evidence: { source: "analysis:line-work", score: paper, note },
    },
  ];
}

/** Drawing in lines on an even ground. */
export const lineWork: Measurement<LineWork> = { id: "line-work", measure, phrase };
