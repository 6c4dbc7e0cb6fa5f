import { round } from "../../base/number.js";
import type { Observation } from "../../blueprint/observation.js";
import type { Region } from "../../blueprint/types.js";
import type { Picture } from "../../image/picture.js";
import type { Plane } from "../../image/raster.js";
import type { Measurement } from "../measurement.js";
import { measureBackdrop } from "./backdrop.js";
import { saliencyMap } from "./saliency-map.js";

interface SubjectPlacement {
  /** Bounds of the one thing that stands out; null when nothing does. */
  readonly box: Region | null;
  /** Its center of mass, 0..1; the picture's middle when nothing stands out. */
  readonly x: number;
  readonly y: number;
  /** Share of the picture that it covers. */
  readonly area: number;
  /** Its share of all that stands out, 0..1: 1 when it is alone. */
  readonly dominance: number;
  /** Mean saliency inside less outside, 0..1. */
  readonly contrast: number;
  /** Share of the border that has one color: what is cut out on a plain ground is not composed in thirds. */
  readonly ground: number;
}

const NOTHING: SubjectPlacement = {
  box: null,
  x: 0.5,
  y: 0.5,
  area: 0,
  dominance: 0,
  contrast: 0,
  ground: 0,
};

/**
 * The threshold that parts the values into the two classes farthest apart.
 *
 * @source N. Otsu, "A threshold selection method from gray-level histograms", 1979
 */
function otsu(values: Float32Array): number {
  const bins = new Float64Array(64);
  for (const value of values) {
    const bin = Math.min(63, Math.floor(value * 64));
    bins[bin] = (bins[bin] as number) + 1;
  }
  const total = bins.reduce((sum, count, bin) => sum + count * bin, 0);
  let below = 0;
  let belowSum = 0;
  let best = -1;
  let threshold = 0;
  for (let bin = 0; bin < 63; bin++) {
    below += bins[bin] as number;
    belowSum += (bins[bin] as number) * bin;
    const above = values.length - below;
    if (below === 0 || above === 0) continue;
    const between = below * above * (belowSum / below - (total - belowSum) / above) ** 2;
    if (between <= best) continue;
    best = between;
    threshold = (bin + 1) / 64;
  }
  return threshold;
}

interface Piece {
  readonly pixels: readonly number[];
  readonly mass: number;
}

/** Connected pieces (eight neighbours) at or above the threshold, in the order of their first pixel. */
function pieces({ width, height, data }: Plane, threshold: number): readonly Piece[] {
  const seen = new Uint8Array(data.length);
  const found: Piece[] = [];
  for (let start = 0; start < data.length; start++) {
    if (seen[start] === 1 || (data[start] as number) < threshold) continue;
    const pixels = [start];
    seen[start] = 1;
    let mass = 0;
    for (let k = 0; k < pixels.length; k++) {
      const at = pixels[k] as number;
      const x = at % width;
      const y = (at - x) / width;
      mass += data[at] as number;
      for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++) {
        for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
          const next = v * width + u;
          if (seen[next] === 1 || (data[next] as number) < threshold) continue;
          seen[next] = 1;
          pixels.push(next);
        }
      }
    }
    found.push({ pixels, mass });
  }
  return found;
}

function place(map: Plane, main: Piece, all: number, ground: number): SubjectPlacement {
  const { width, height, data } = map;
  let left = width;
  let right = 0;
  let top = height;
  let bottom = 0;
  let sumX = 0;
  let sumY = 0;
  for (const at of main.pixels) {
    const x = at % width;
    const y = (at - x) / width;
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
    sumX += (x + 0.5) * (data[at] as number);
    sumY += (y + 0.5) * (data[at] as number);
  }
  const count = main.pixels.length;
  const total = data.reduce((sum, value) => sum + value, 0);
  const outside = (total - main.mass) / Math.max(1, data.length - count);
  return {
    box: {
      x: round(left / width, 3),
      y: round(top / height, 3),
      width: round((right - left + 1) / width, 3),
      height: round((bottom - top + 1) / height, 3),
    },
    x: round(sumX / main.mass / width, 3),
    y: round(sumY / main.mass / height, 3),
    area: round(count / data.length, 4),
    dominance: round(main.mass / all, 3),
    contrast: round(main.mass / count - outside, 3),
    ground,
  };
}

/** The piece of the saliency map, cut at Otsu's threshold, that weighs most. */
function placeSubject(picture: Picture): SubjectPlacement {
  return picture.once("subject-placement", () => {
    const map = saliencyMap(picture);
    const threshold = otsu(map.data);
    if (threshold === 0) return NOTHING;
    const found = pieces(map, threshold);
    const main = found.reduce<Piece | null>(
      (best, piece) => (best === null || piece.mass > best.mass ? piece : best),
      null,
    );
    if (main === null || main.mass === 0) return NOTHING;
    return place(
      map,
      main,
      found.reduce((sum, piece) => sum + piece.mass, 0),
      measureBackdrop(picture).uniformity,
    );
  });
}

/** Share of the picture that a clear, small and single subject covers; null when there is none. */
export function loneSubject(picture: Picture): number | null {
  const { box, area, dominance, contrast } = placeSubject(picture);
  const clear = dominance >= 0.9 && contrast >= 0.3 && area >= 0.02;
  return clear && box !== null && box.width * box.height <= 0.35 ? area : null;
}

const third = (x: number): boolean => Math.abs(Math.abs(x - 0.5) - 1 / 6) < 0.06;

/** Only of one thing that stands out clearly and does not fill the frame. */
function phrase({ box, x, y, area, dominance, contrast, ground }: SubjectPlacement): readonly Observation[] {
  if (box === null || dominance < 0.85 || contrast < 0.35 || area < 0.01 || area > 0.4) return [];
  const note = `what stands out sits at ${Math.round(100 * x)} % of the width, ${Math.round(100 * y)} % of the height`;
  const evidence = { source: "analysis:subject-placement", score: contrast, note, region: box };
  const said = (text: string, confidence: number): readonly Observation[] => [
    { facet: "composition", text, confidence, evidence },
  ];
  const middle = box.x + box.width / 2;
  if (Math.abs(x - 0.5) < 0.05 && Math.abs(middle - 0.5) < 0.06 && box.width < 0.85)
    return said("centered composition", 0.88);
  if (third(x) && third(middle) && box.width < 0.4 && area > 0.015 && area < 0.12 && ground < 0.9) {
    return said(
      x < 0.5 ? "rule of thirds, subject on the left" : "rule of thirds, subject on the right",
      0.78,
    );
  }
  return [];
}

/** Where the one thing that stands out sits. */
export const subjectPlacement: Measurement<SubjectPlacement> = {
  id: "subject-placement",
  measure: placeSubject,
  phrase,
};
