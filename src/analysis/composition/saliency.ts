import { round } from "../../base/number.js";
import type { Picture } from "../../image/picture.js";
import type { Measurement } from "../measurement.js";
import { areaAverage } from "../texture/area-average.js";
import { saliencyMap } from "./saliency-map.js";

interface Saliency {
  /**
   * The saliency map at up to 24 cells on the long side: a text a row, top first, a hexadecimal digit a cell, in
   * fifteenths.
   */
  readonly rows: readonly string[];
  /** The most salient cell, 0..1: low where nothing stands out. */
  readonly peak: number;
  /** Center of mass of the map, 0..1; the picture's middle where all is even. */
  readonly x: number;
  readonly y: number;
}

const CELLS = 24;

function measure(picture: Picture): Saliency {
  const map = saliencyMap(picture);
  const factor = Math.min(1, CELLS / Math.max(map.width, map.height));
  const columns = Math.max(1, Math.round(map.width * factor));
  const count = Math.max(1, Math.round(map.height * factor));
  const { data } = areaAverage(map, columns, count);
  let mass = 0;
  let sumX = 0;
  let sumY = 0;
  data.forEach((value, at) => {
    mass += value;
    sumX += value * ((at % columns) + 0.5);
    sumY += value * (Math.floor(at / columns) + 0.5);
  });
  const row = (y: number): string =>
    Array.from(data.subarray(y * columns, (y + 1) * columns), (value) =>
      Math.round(15 * value).toString(16),
    ).join("");
  return {
    rows: Array.from({ length: count }, (_, y) => row(y)),
    peak: round(
      data.reduce((most, value) => Math.max(most, value), 0),
      3,
    ),
    x: mass === 0 ? 0.5 : round(sumX / mass / columns, 3),
    y: mass === 0 ? 0.5 : round(sumY / mass / count, 3),
  };
}

/** Where the eye goes, as a coarse map: a figure to draw over the picture, never a word. */
export const saliency: Measurement<Saliency> = { id: "saliency", measure, phrase: () => [] };
