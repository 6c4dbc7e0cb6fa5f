import type { Picture } from "../../image/picture.js";
import type { Plane } from "../../image/raster.js";
import { lumaAt, WORKING_SIDE } from "./luma.js";

/** Sharpness by cells of `CELL` working pixels. */
export interface SharpnessMap {
  readonly columns: number;
  readonly rows: number;
  /** Fine over coarse bends of tone: below 0.1 blurred, 0.25 and more sharp. */
  readonly sharpness: Float32Array;
  /** Mean bend of tone over 4 pixels, luma levels. */
  readonly variation: Float32Array;
}

const CELL = 10;
const REACH = 4;
/** Bends of this many levels, both axes together, are left to grain and compression. */
const NOISE = 3;

interface Bends {
  readonly fine: Float64Array;
  readonly coarse: Float64Array;
  readonly count: Uint32Array;
}

/** Sums of second differences of tone over 1 and over 4 pixels, by cell. */
function bendsByCell({ width, height, data }: Plane, columns: number, rows: number): Bends {
  const fine = new Float64Array(columns * rows);
  const coarse = new Float64Array(columns * rows);
  const count = new Uint32Array(columns * rows);
  const down = REACH * width;
  for (let y = REACH; y < height - REACH; y++) {
    const row = Math.floor((y * rows) / height) * columns;
    for (let x = REACH, i = y * width + REACH; x < width - REACH; x++, i++) {
      const cell = row + Math.floor((x * columns) / width);
      const twice = 2 * (data[i] as number);
      const near =
        Math.abs(twice - (data[i - 1] as number) - (data[i + 1] as number)) +
        Math.abs(twice - (data[i - width] as number) - (data[i + width] as number));
      const far =
        Math.abs(twice - (data[i - REACH] as number) - (data[i + REACH] as number)) +
        Math.abs(twice - (data[i - down] as number) - (data[i + down] as number));
      if (near > NOISE) fine[cell] = (fine[cell] as number) + near - NOISE;
      coarse[cell] = (coarse[cell] as number) + far;
      count[cell] = (count[cell] as number) + 1;
    }
  }
  return { fine, coarse, count };
}

/**
 * How much tone bends from pixel to pixel against how much it bends over 4 pixels, over 3 x 3 cells. Contrast cancels
 * out, so a pale sharp edge counts as sharp; where tone hardly varies (`variation` small) the figure means nothing.
 */
export function sharpnessMap(picture: Picture): SharpnessMap {
  return picture.once("sharpness-map", () => {
    const plane = lumaAt(picture, WORKING_SIDE);
    const columns = Math.max(1, Math.round(plane.width / CELL));
    const rows = Math.max(1, Math.round(plane.height / CELL));
    const { fine, coarse, count } = bendsByCell(plane, columns, rows);
    const sharpness = new Float32Array(columns * rows);
    const variation = new Float32Array(columns * rows);
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        let fineSum = 0;
        let coarseSum = 0;
        let pixels = 0;
        for (let r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
          for (let c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++) {
            fineSum += fine[r * columns + c] as number;
            coarseSum += coarse[r * columns + c] as number;
            pixels += count[r * columns + c] as number;
          }
        }
        const at = row * columns + column;
        variation[at] = pixels === 0 ? 0 : coarseSum / pixels / 2;
        sharpness[at] = coarseSum === 0 ? 0 : fineSum / coarseSum;
      }
    }
    return { columns, rows, sharpness, variation };
  });
}
