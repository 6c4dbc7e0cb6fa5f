import { round } from "../../base/number.js";
import type { Observation } from "../../blueprint/observation.js";
import type { Picture } from "../../image/picture.js";
import type { Measurement } from "../measurement.js";
import { lumaAt, WORKING_SIDE } from "../texture/luma.js";
import { loneSubject } from "./subject-placement.js";

interface NegativeSpace {
  /** Share of the picture without detail, 0..1. */
  readonly plain: number;
  /** Share of the largest connected plain area. */
  readonly largest: number;
  /** Where its middle lies, 0..1. */
  readonly x: number;
  readonly y: number;
  /** Share of the picture that the one thing standing out covers; null when nothing small does. */
  readonly subject: number | null;
}

const CELL = 8;
/** Deviation of luma within a cell up to which it is plain, and the step to a neighbour that parts two areas. */
const PLAIN = 4;
const STEP = 8;

interface Cells {
  readonly columns: number;
  readonly rows: number;
  readonly mean: Float32Array;
  readonly plain: Uint8Array;
}

function cellsOf(picture: Picture): Cells {
  const { width, height, data } = lumaAt(picture, WORKING_SIDE);
  const columns = Math.max(1, Math.round(width / CELL));
  const rows = Math.max(1, Math.round(height / CELL));
  const sum = new Float64Array(columns * rows);
  const squares = new Float64Array(columns * rows);
  const count = new Uint32Array(columns * rows);
  for (let y = 0, i = 0; y < height; y++) {
    const row = Math.floor((y * rows) / height) * columns;
    for (let x = 0; x < width; x++, i++) {
      const cell = row + Math.floor((x * columns) / width);
      const value = data[i] as number;
      sum[cell] = (sum[cell] as number) + value;
      squares[cell] = (squares[cell] as number) + value * value;
      count[cell] = (count[cell] as number) + 1;
    }
  }
  const mean = new Float32Array(sum.length);
  const plain = new Uint8Array(sum.length);
  for (let cell = 0; cell < sum.length; cell++) {
    const average = (sum[cell] as number) / (count[cell] as number);
    mean[cell] = average;
    plain[cell] =
      (squares[cell] as number) / (count[cell] as number) - average * average <= PLAIN * PLAIN ? 1 : 0;
  }
  return { columns, rows, mean, plain };
}

/** Cells of the plain area that grows from `start` over cells alike in tone; they are taken out of `open`. */
function grow({ columns, rows, mean }: Cells, open: Uint8Array, start: number): readonly number[] {
  const area = [start];
  open[start] = 0;
  for (let k = 0; k < area.length; k++) {
    const at = area[k] as number;
    const x = at % columns;
    const y = (at - x) / columns;
    const visit = (next: number): void => {
      if (open[next] !== 1 || Math.abs((mean[next] as number) - (mean[at] as number)) > STEP) return;
      open[next] = 0;
      area.push(next);
    };
    if (x > 0) visit(at - 1);
    if (x < columns - 1) visit(at + 1);
    if (y > 0) visit(at - columns);
    if (y < rows - 1) visit(at + columns);
  }
  return area;
}

/** Plain cells are 8 working pixels wide and deviate by at most 4 levels; areas are joined by sides, along even tone. */
function measure(picture: Picture): NegativeSpace {
  const cells = cellsOf(picture);
  const open = cells.plain.slice();
  let largest: readonly number[] = [];
  let plain = 0;
  for (let start = 0; start < open.length; start++) {
    if (cells.plain[start] === 1) plain++;
    if (open[start] !== 1) continue;
    const area = grow(cells, open, start);
    if (area.length > largest.length) largest = area;
  }
  const total = open.length;
  const middle = (place: (cell: number) => number): number =>
    largest.reduce((sum, cell) => sum + place(cell) + 0.5, 0) / largest.length;
  const x = largest.length === 0 ? 0.5 : middle((cell) => cell % cells.columns) / cells.columns;
  const y = largest.length === 0 ? 0.5 : middle((cell) => Math.floor(cell / cells.columns)) / cells.rows;
  return {
    plain: round(plain / total, 4),
    largest: round(largest.length / total, 4),
    x: round(x, 3),
    y: round(y, 3),
    subject: loneSubject(picture),
  };
}

/** Room is only negative space around something: one small thing must stand out. */
function phrase({ largest, subject }: NegativeSpace): readonly Observation[] {
  if (largest < 0.5 || subject === null) return [];
  const evidence = {
    source: "analysis:negative-space",
    score: largest,
    note: `${Math.round(100 * largest)} % is one empty area`,
  };
  return [{ facet: "composition", text: "ample negative space", confidence: 0.85, evidence }];
}

/** Empty room around or beside what is shown. */
export const negativeSpace: Measurement<NegativeSpace> = { id: "negative-space", measure, phrase };
