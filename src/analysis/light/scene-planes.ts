import type { Picture } from "../../image/picture.js";
import type { LabPlanes } from "../../image/raster.js";

const SOURCE = 192;
/** Below all that `lab(192)` gives of a picture that had 192 pixels or more, so that its sizes all become one. */
const LONG_SIDE = 96;

/** The weights by which `from` samples are averaged down to `to`: first sample and weights, one row an output. */
interface Weights {
  readonly first: Int32Array;
  readonly weights: readonly Float64Array[];
}

/**
 * OKLab planes of exactly 96 pixels on the long side, area-averaged: steps between neighbors then mean the same
 * whatever size the file had. A smaller picture is left as it is.
 */
export function scenePlanes(picture: Picture): LabPlanes {
  return picture.once("light/scene-planes", () => {
    const planes = picture.lab(SOURCE);
    const scale = LONG_SIDE / Math.max(planes.width, planes.height);
    if (scale >= 1) return planes;
    const width = Math.max(1, Math.round(planes.width * scale));
    const height = Math.max(1, Math.round(planes.height * scale));
    const across = weightsOf(planes.width, width);
    const down = weightsOf(planes.height, height);
    const shrink = (source: Float32Array): Float32Array => shrunk(source, planes.width, across, down);
    return { width, height, l: shrink(planes.l), a: shrink(planes.a), b: shrink(planes.b) };
  });
}

function weightsOf(from: number, to: number): Weights {
  const first = new Int32Array(to);
  const weights = Array.from({ length: to }, (_, i) => {
    const start = (i * from) / to;
    const end = ((i + 1) * from) / to;
    first[i] = Math.floor(start);
    const last = Math.min(from, Math.ceil(end));
    const row = new Float64Array(last - Math.floor(start));
    for (let k = 0; k < row.length; k++) {
      const at = Math.floor(start) + k;
      row[k] = ((Math.min(end, at + 1) - Math.max(start, at)) * to) / from;
    }
    return row;
  });
  return { first, weights };
}

function shrunk(source: Float32Array, width: number, across: Weights, down: Weights): Float32Array {
  const columns = across.weights.length;
  const out = new Float32Array(columns * down.weights.length);
  const line = new Float64Array(width);
  down.weights.forEach((rows, y) => {
    line.fill(0);
    rows.forEach((weight, k) => {
      const from = ((down.first[y] as number) + k) * width;
      for (let x = 0; x < width; x++) line[x] = (line[x] as number) + weight * (source[from + x] as number);
    });
    across.weights.forEach((weights, x) => {
      const from = across.first[x] as number;
      let sum = 0;
      for (let k = 0; k < weights.length; k++) sum += (weights[k] as number) * (line[from + k] as number);
      out[y * columns + x] = sum;
    });
  });
  return out;
}
