import { round } from "../../base/number.js";
import type { Observation } from "../../blueprint/observation.js";
import type { Picture } from "../../image/picture.js";
import type { Measurement } from "../measurement.js";
import { flatShare } from "../texture/flat-fills.js";
import { gradientField } from "../texture/gradient-field.js";
import { orientationField } from "../texture/orientation.js";

interface LeadingLines {
  /** The point that most slanted edges run towards, 0..1; null when there are too few of them. */
  readonly point: { readonly x: number; readonly y: number } | null;
  /** Share of the slanted edges that run towards it, 0..1. */
  readonly support: number;
  /** Directions, of 24 around the point, in which a long line runs towards it. */
  readonly rays: number;
  /** Slanted straight edges as a share of all pixels. */
  readonly slanted: number;
  /** Share of the picture without any slope, as in drawings. */
  readonly flat: number;
}

const NO_LINES: LeadingLines = { point: null, support: 0, rays: 0, slanted: 0, flat: 0 };
const EDGE = 6;
const COHERENT = 0.85;
/** Edges nearer than this to level or upright (sine) are a building's own and say nothing. */
const SLANT = 0.16;
const CELL = 10;
/** Working pixels around an edge in which it does not vote. */
const NEAR = 25;
const SECTORS = 24;
const LONG_RAY = 30;

interface Edgel {
  readonly x: number;
  readonly y: number;
  /** Unit vector along the edge. */
  readonly dx: number;
  readonly dy: number;
}

/** Ridges of the gradient that lie on a straight slanted edge. */
function slantedEdgels(picture: Picture): readonly Edgel[] {
  const { width, height, gx, gy, magnitude } = gradientField(picture);
  const { coherence } = orientationField(picture);
  const found: Edgel[] = [];
  for (let y = 2; y < height - 2; y++) {
    for (let x = 2, i = y * width + 2; x < width - 2; x++, i++) {
      const slope = magnitude[i] as number;
      if (slope < EDGE || (coherence[i] as number) < COHERENT) continue;
      const nx = (gx[i] as number) / slope;
      const ny = (gy[i] as number) / slope;
      if (Math.abs(nx) < SLANT || Math.abs(ny) < SLANT) continue;
      const next = Math.round(ny) * width + Math.round(nx);
      if (slope < (magnitude[i - next] as number) || slope <= (magnitude[i + next] as number)) continue;
      found.push({ x: x + 0.5, y: y + 0.5, dx: -ny, dy: nx });
    }
  }
  return found;
}

interface Votes {
  readonly columns: number;
  readonly rows: number;
  readonly cells: Float32Array;
}

/** Each edge votes for the cells that its line crosses. */
function vote(edgels: readonly Edgel[], width: number, height: number): Votes {
  const columns = Math.max(1, Math.round(width / CELL));
  const rows = Math.max(1, Math.round(height / CELL));
  const cells = new Float32Array(columns * rows);
  for (const { x, y, dx, dy } of edgels) {
    const step = CELL / Math.max(Math.abs(dx), Math.abs(dy));
    for (const sign of [-1, 1]) {
      for (let far = NEAR; ; far += step) {
        const u = Math.floor(((x + sign * far * dx) * columns) / width);
        const v = Math.floor(((y + sign * far * dy) * rows) / height);
        if (u < 0 || v < 0 || u >= columns || v >= rows) break;
        cells[v * columns + u] = (cells[v * columns + u] as number) + 1;
      }
    }
  }
  return { columns, rows, cells };
}

/** Middle of the 3 x 3 cells with most votes, in working pixels; ties by reading order. */
function peak({ columns, rows, cells }: Votes, width: number, height: number): { x: number; y: number } {
  let best = { x: width / 2, y: height / 2 };
  let most = 0;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let sum = 0;
      let sumX = 0;
      let sumY = 0;
      for (let v = Math.max(0, row - 1); v <= Math.min(rows - 1, row + 1); v++) {
        for (let u = Math.max(0, column - 1); u <= Math.min(columns - 1, column + 1); u++) {
          const votes = cells[v * columns + u] as number;
          sum += votes;
          sumX += votes * (u + 0.5);
          sumY += votes * (v + 0.5);
        }
      }
      if (sum <= most) continue;
      most = sum;
      best = { x: ((sumX / sum) * width) / columns, y: ((sumY / sum) * height) / rows };
    }
  }
  return best;
}

/** True when several long lines meet well inside a picture that is no flat drawing. */
export function isDeep({ point, support, rays, flat }: LeadingLines): boolean {
  if (point === null || support < 0.31 || rays < 5 || flat > 0.6) return false;
  return point.x > 0.12 && point.x < 0.88 && point.y > 0.15 && point.y < 0.75;
}

/** A vote of the slanted straight edges for a common vanishing point within the picture. */
export function findLeadingLines(picture: Picture): LeadingLines {
  return picture.once("leading-lines", () => {
    const { width, height } = gradientField(picture);
    const edgels = slantedEdgels(picture);
    if (edgels.length < 60) return NO_LINES;
    const point = peak(vote(edgels, width, height), width, height);
    const sectors = new Uint16Array(SECTORS);
    let supporters = 0;
    for (const { x, y, dx, dy } of edgels) {
      const offX = x - point.x;
      const offY = y - point.y;
      const far = Math.sqrt(offX * offX + offY * offY);
      if (far < NEAR || Math.abs(offX * dy - offY * dx) > 3 + 0.05 * far) continue;
      supporters++;
      const turn = Math.atan2(offY, offX) / (2 * Math.PI) + 0.5;
      const sector = Math.min(SECTORS - 1, Math.floor(turn * SECTORS));
      sectors[sector] = (sectors[sector] as number) + 1;
    }
    return {
      point: { x: round(point.x / width, 3), y: round(point.y / height, 3) },
      support: round(supporters / edgels.length, 3),
      rays: sectors.reduce((count, edges) => (edges >= LONG_RAY ? count + 1 : count), 0),
      slanted: round(edgels.length / (width * height), 4),
      flat: flatShare(picture),
    };
  });
}

function phrase(value: LeadingLines): readonly Observation[] {
  if (!isDeep(value) || value.point === null) return [];
  const { x, y } = value.point;
  const note = `lines meet at ${Math.round(100 * x)} % of the width, ${Math.round(100 * y)} % of the height`;
  const evidence = { source: "analysis:leading-lines", score: value.support, note };
  return [{ facet: "composition", text: "leading lines", confidence: 0.82, evidence }];
}

/** Lines that run into the depth and meet. */
export const leadingLines: Measurement<LeadingLines> = {
  id: "leading-lines",
  measure: findLeadingLines,
  phrase,
};
