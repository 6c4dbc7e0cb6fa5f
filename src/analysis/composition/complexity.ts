import { round } from "../../base/number.js";
import type { Observation } from "../../blueprint/observation.js";
import type { Picture } from "../../image/picture.js";
import type { Measurement } from "../measurement.js";
import { measureEdges } from "../texture/edge-density.js";
import { gradientField } from "../texture/gradient-field.js";
import { loneSubject } from "./subject-placement.js";

interface Complexity {
  /** Share of 16-pixel cells that hold detail, 0..1. */
  readonly occupied: number;
  /** How evenly detail is spread over the cells, 0..1: entropy over its maximum. */
  readonly evenness: number;
  /** Share of working pixels on an edge, 0..1. */
  readonly density: number;
  /** Share of the picture that the one thing standing out covers; null when nothing small does. */
  readonly subject: number | null;
  /** Long side of the plane that this was measured on, pixels. */
  readonly size: number;
}

const CELL = 16;
const DETAIL = 4;

/** Detail of a cell is its mean gradient; a cell holds detail from 4 luma levels a pixel. */
function measure(picture: Picture): Complexity {
  const { width, height, magnitude } = gradientField(picture);
  const columns = Math.max(1, Math.round(width / CELL));
  const rows = Math.max(1, Math.round(height / CELL));
  const sums = new Float64Array(columns * rows);
  for (let y = 0, i = 0; y < height; y++) {
    const row = Math.floor((y * rows) / height) * columns;
    for (let x = 0; x < width; x++, i++) {
      const cell = row + Math.floor((x * columns) / width);
      sums[cell] = (sums[cell] as number) + (magnitude[i] as number);
    }
  }
  const area = (width * height) / sums.length;
  const total = sums.reduce((sum, value) => sum + value, 0);
  let occupied = 0;
  let entropy = 0;
  for (const sum of sums) {
    if (sum >= DETAIL * area) occupied++;
    if (sum > 0) entropy -= (sum / total) * Math.log(sum / total);
  }
  return {
    occupied: round(occupied / sums.length, 4),
    density: measureEdges(picture).density,
    subject: loneSubject(picture),
    size: Math.max(width, height),
    evenness: sums.length === 1 || total === 0 ? 0 : round(entropy / Math.log(sums.length), 4),
  };
}

/** One small thing and hardly any detail; or detail in every corner, none of it standing out. */
function phrase({ occupied, density, subject, size }: Complexity): readonly Observation[] {
  const source = "analysis:complexity";
  const note = `${Math.round(100 * occupied)} % of the picture holds detail`;
  const evidence = { source, score: occupied, note };
  if (occupied < 0.2 && subject !== null) {
    return [{ facet: "composition", text: "minimalist composition", confidence: 0.8, evidence }];
  }
  if (size >= 200 && occupied > 0.97 && density > 0.58 && subject === null) {
    return [
      { facet: "composition", text: "busy composition, filled edge to edge", confidence: 0.8, evidence },
    ];
  }
  return [];
}

/** Busy or minimal. */
export const complexity: Measurement<Complexity> = { id: "complexity", measure, phrase };
