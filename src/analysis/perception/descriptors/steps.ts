import type { Plane } from "../../../image/raster.js";
import { fullLuma } from "../../texture/luma.js";
import type { DescriptorBlock } from "./block.js";
import { lineStep } from "./scan-lines.js";

const BINS = 9;
/** A step of tone that is an edge, luma levels. */
const EDGE = 40;
const HARDNESS = 5;

/** 0, then 1, 2, 3..4, 5..8 and so on, doubling. */
const binOf = (levels: number): number =>
  levels < 0.5 ? 0 : Math.min(BINS - 1, 1 + Math.max(0, Math.ceil(Math.log2(Math.round(levels)))));

const BIN_OF: Uint8Array = Uint8Array.from({ length: 1024 }, (_, quarters) => binOf(quarters / 4));

interface Steps {
  readonly sizes: Float64Array;
  readonly bends: Float64Array;
  readonly hardness: Float64Array;
  sum: number;
  squares: number;
}

function addLine(steps: Steps, data: Float32Array, start: number, step: number, length: number): void {
  const { sizes, bends, hardness } = steps;
  for (let k = 2, i = start + 2 * step; k < length - 1; k++, i += step) {
    const here = data[i] as number;
    const back = data[i - step] as number;
    const rise = here - back;
    const size = Math.abs(rise);
    const bin = BIN_OF[(size * 4) | 0] as number;
    sizes[bin] = (sizes[bin] as number) + 1;
    steps.sum += size;
    steps.squares += size * size;
    const before = back - (data[i - 2 * step] as number);
    const bend = BIN_OF[Math.min(1023, (Math.abs(rise - before) * 2) | 0)] as number;
    bends[bend] = (bends[bend] as number) + 1;
    if (size < EDGE) continue;
    const after = (data[i + step] as number) - here;
    const sign = Math.sign(rise);
    const around = Math.max(0, sign * before) + Math.max(0, sign * after);
    if (Math.max(sign * before, sign * after) > size) continue;
    const hard = Math.min(HARDNESS - 1, Math.floor((HARDNESS * 1.5 * size) / (size + around) - HARDNESS / 2));
    hardness[Math.max(0, hard)] = (hardness[Math.max(0, hard)] as number) + 1;
  }
}

function stepsOf({ width, height, data }: Plane): Steps {
  const steps: Steps = {
    sizes: new Float64Array(BINS),
    bends: new Float64Array(BINS),
    hardness: new Float64Array(HARDNESS),
    sum: 0,
    squares: 0,
  };
  const every = 2 * lineStep({ width, height }) - 1;
  for (let y = 0; y < height; y += every) addLine(steps, data, y * width, 1, width);
  for (let x = 0; x < width; x += every) addLine(steps, data, x, width, height);
  return steps;
}

/**
 * Steps of luma between neighbours of the working raster, along both axes: their sizes and the sizes of their changes in
 * nine doubling bins (roots of shares), how sparse they are, the share of hard ones, and how much of an edge happens
 * within one pixel, in five bins from a third of it to all.
 */
export const steps: DescriptorBlock = {
  name: "steps",
  length: 2 * BINS + 2 + HARDNESS,
  measure: (picture) => {
    const { sizes, bends, hardness, sum, squares } = stepsOf(fullLuma(picture));
    const seen = Math.max(
      1,
      sizes.reduce((total, count) => total + count, 0),
    );
    const edges = hardness.reduce((total, count) => total + count, 0);
    const mean = sum / seen;
    const rooted = (counts: Float64Array, total: number): Float64Array =>
      counts.map((count) => Math.sqrt(count / Math.max(1, total)));
    return [
      ...rooted(sizes, seen),
      ...rooted(bends, seen),
      Math.log((squares / seen + 1) / (mean * mean + 1)) / 2,
      Math.sqrt(edges / seen),
      ...rooted(hardness, edges),
    ];
  },
};
