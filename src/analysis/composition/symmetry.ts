import { round } from "../../base/number.js";
import type { Observation } from "../../blueprint/observation.js";
import type { Picture } from "../../image/picture.js";
import type { Plane } from "../../image/raster.js";
import type { Measurement } from "../measurement.js";
import { lumaAt } from "../texture/luma.js";

interface Symmetry {
  /** Correlation of the picture with its left-right mirror image, -1..1. */
  readonly vertical: number;
  /** Correlation with its top-bottom mirror image, -1..1. */
  readonly horizontal: number;
  /** Where the vertical axis lies, 0..1 of the width; within 4 % of the middle. */
  readonly axis: number;
  /** Variation that the correlation rests on: deviation within rows, luma levels. */
  readonly deviation: number;
}

const SIDE = 80;
const REACH = 0.04;
const MARGIN = 0.08;

/** The plane less each row's mean, so that a level ground or a sky does not count as symmetry. */
function withoutRowMeans({ width, height, data }: Plane): Plane {
  const result = new Float32Array(data.length);
  for (let y = 0; y < height; y++) {
    let sum = 0;
    for (let x = 0; x < width; x++) sum += data[y * width + x] as number;
    for (let x = 0; x < width; x++) result[y * width + x] = (data[y * width + x] as number) - sum / width;
  }
  return { width, height, data: result };
}

/** Correlation of columns mirrored at `sum / 2`; columns whose partner falls outside are left out. */
function mirrored({ width, height, data }: Plane, sum: number): number {
  let product = 0;
  let squares = 0;
  for (let x = Math.max(0, sum - width + 1); x <= Math.min(width - 1, sum); x++) {
    for (let y = 0; y < height; y++) {
      const here = data[y * width + x] as number;
      product += here * (data[y * width + sum - x] as number);
      squares += here * here;
    }
  }
  return squares === 0 ? 0 : product / squares;
}

/** The plane without a margin of 8 %, where frames and borders would pass for symmetry. */
function withoutMargin({ width, height, data }: Plane): Plane {
  const left = Math.floor(MARGIN * width);
  const top = Math.floor(MARGIN * height);
  const inner = { width: width - 2 * left, height: height - 2 * top };
  const result = new Float32Array(inner.width * inner.height);
  for (let y = 0; y < inner.height; y++) {
    const from = (y + top) * width + left;
    result.set(data.subarray(from, from + inner.width), y * inner.width);
  }
  return { ...inner, data: result };
}

function turned({ width, height, data }: Plane): Plane {
  const result = new Float32Array(data.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) result[x * height + y] = data[y * width + x] as number;
  return { width: height, height: width, data: result };
}

/**
 * Luma at 80 px, row means taken out, correlated with its mirror image at each axis within 4 % of the middle. Ties go to
 * the axis nearest the middle, then to the left.
 */
function measure(picture: Picture): Symmetry {
  const whole = lumaAt(picture, SIDE);
  const plane = withoutMargin(whole);
  const rows = withoutRowMeans(plane);
  const middle = rows.width - 1;
  let vertical = mirrored(rows, middle);
  let at = middle;
  for (let off = 1; off <= Math.floor(2 * REACH * rows.width); off++) {
    for (const sum of [middle - off, middle + off]) {
      const found = mirrored(rows, sum);
      if (found <= vertical + 1e-6) continue;
      vertical = found;
      at = sum;
    }
  }
  const columns = withoutRowMeans(turned(plane));
  const variance = rows.data.reduce((sum, value) => sum + value * value, 0) / rows.data.length;
  return {
    vertical: round(vertical, 4),
    horizontal: round(mirrored(columns, columns.width - 1), 4),
    axis: round(((at + 1) / 2 + (whole.width - rows.width) / 2) / whole.width, 4),
    deviation: round(Math.sqrt(variance), 2),
  };
}

function phrase({ vertical, deviation }: Symmetry): readonly Observation[] {
  if (vertical < 0.85 || deviation < 15) return [];
  const evidence = { source: "analysis:symmetry", score: vertical, note: "the halves mirror each other" };
  return [{ facet: "composition", text: "symmetrical composition", confidence: 0.85, evidence }];
}

/** Symmetry about an upright axis in the middle. */
export const symmetry: Measurement<Symmetry> = { id: "symmetry", measure, phrase };
