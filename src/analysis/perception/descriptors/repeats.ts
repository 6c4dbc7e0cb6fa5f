import type { Raster } from "../../../image/raster.js";
import type { DescriptorBlock } from "./block.js";
import { lineStep } from "./scan-lines.js";

const SAMPLES = 8192;
/** Channel levels together that a lossy codec leaves between equal colors. */
const NEAR = 9;

/** Shares of pixels equal to the left one, to the one above, to both, nearly equal, in runs of 8 and of 32. */
function repeatsOf({ width, height, data }: Raster): number[] {
  const step = lineStep({ width, height });
  const counts = new Float64Array(6);
  let seen = 0;
  const add = (index: number, amount: number): void => {
    counts[index] = (counts[index] as number) + amount;
  };
  for (let y = 1; y < height; y += step) {
    let run = 1;
    for (let x = 1, p = (y * width + 1) * 3; x < width; x++, p += 3) {
      const up = p - width * 3;
      const red = data[p] as number;
      const green = data[p + 1] as number;
      const blue = data[p + 2] as number;
      const left =
        Math.abs(red - (data[p - 3] as number)) +
        Math.abs(green - (data[p - 2] as number)) +
        Math.abs(blue - (data[p - 1] as number));
      const above =
        Math.abs(red - (data[up] as number)) +
        Math.abs(green - (data[up + 1] as number)) +
        Math.abs(blue - (data[up + 2] as number));
      seen++;
      if (left === 0) add(0, 1);
      if (above === 0) add(1, 1);
      if (left === 0 && above === 0) add(2, 1);
      if (left <= NEAR && above <= NEAR) add(3, 1);
      if (left === 0) run++;
      if (left === 0 && x < width - 1) continue;
      if (run >= 8) add(4, run);
      if (run >= 32) add(5, run);
      run = 1;
    }
  }
  return Array.from(counts, (count) => count / Math.max(1, seen));
}

/** How many different numbers there are in a sorted list. */
function distinct(sorted: Uint32Array): number {
  let count = 0;
  for (let i = 0; i < sorted.length; i++) if (i === 0 || sorted[i] !== sorted[i - 1]) count++;
  return count;
}

/** Colors of an even spread of about `SAMPLES` pixels as 0xrrggbb, sorted. */
function sampled({ width, height, data }: Raster): Uint32Array {
  const every = Math.max(1, (width * height) / SAMPLES);
  const colors = new Uint32Array(Math.floor((width * height) / every));
  for (let sample = 0; sample < colors.length; sample++) {
    const p = 3 * Math.floor((sample + 0.5) * every);
    colors[sample] = ((data[p] as number) << 16) | ((data[p + 1] as number) << 8) | (data[p + 2] as number);
  }
  return colors.sort();
}

/** How many colors a spread of pixels has at 8, 5, 4 and 3 bits a channel, and what the commonest of 4 bits cover. */
function colorsOf(raster: Raster): number[] {
  const exact = sampled(raster);
  const fine = exact.map((color) => color & 0xf8f8f8).sort();
  const coarse = fine.map((color) => color & 0xf0f0f0).sort();
  const rough = coarse.map((color) => color & 0xe0e0e0).sort();
  const counts: number[] = [];
  for (let i = 0, from = 0; i < coarse.length; i++) {
    if (coarse[i] === coarse[i + 1]) continue;
    counts.push(i + 1 - from);
    from = i + 1;
  }
  counts.sort((a, b) => b - a);
  const covered = (most: number): number =>
    counts.slice(0, most).reduce((sum, count) => sum + count, 0) / coarse.length;
  const sizes = [exact, fine, coarse, rough].map((colors) => Math.log2(distinct(colors)) / 4);
  return [...sizes, covered(1), covered(4), covered(16)];
}

/** Exactly equal neighbours and numbers of colors in the working raster: what is drawn flat, and what is not. */
export const repeats: DescriptorBlock = {
  name: "repeats",
  length: 13,
  measure: ({ full }) => [...repeatsOf(full), ...colorsOf(full)],
};
