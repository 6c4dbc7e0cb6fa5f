import type { Plane } from "../../../image/raster.js";
import { fullLuma } from "../../texture/luma.js";
import type { DescriptorBlock } from "./block.js";
import { lineStep } from "./scan-lines.js";

const LAGS = 15;
/** Samples on each side that a profile is levelled by. */
const REACH = 12;
/** Steps above this many levels weigh no more: a grid shows in many small steps. */
const CLIP = 40;

interface Profiles {
  /** Mean step onto a line from the one before, by line. */
  readonly steps: Float64Array;
  /** Mean bend at a line, by line. */
  readonly bends: Float64Array;
}

/** Along x (`vertical` false) or y, over some of the lines that run that way. */
function profilesOf({ width, height, data }: Plane, vertical: boolean): Profiles {
  const along = vertical ? height : width;
  const across = vertical ? width : height;
  const next = vertical ? width : 1;
  const side = vertical ? 1 : width;
  const every = 2 * lineStep({ width, height }) - 1;
  const steps = new Float64Array(along);
  const bends = new Float64Array(along);
  for (let line = 0; line < across; line += every) {
    for (let at = 1, i = line * side + next; at < along - 1; at++, i += next) {
      const rise = (data[i] as number) - (data[i - next] as number);
      const bend = Math.abs(rise - (data[i + next] as number) + (data[i] as number));
      const step = Math.abs(rise);
      steps[at] = (steps[at] as number) + (step < CLIP ? step : CLIP);
      bends[at] = (bends[at] as number) + (bend < CLIP ? bend : CLIP);
    }
  }
  const lines = Math.max(1, Math.ceil(across / every));
  return { steps: steps.map((sum) => sum / lines), bends: bends.map((sum) => sum / lines) };
}

/** Logarithms of the profile less their running mean. */
function levelled(profile: Float64Array): Float64Array {
  const logs = profile.map((value) => Math.log(value + 0.25));
  return logs.map((value, at) => {
    const [from, end] = [Math.max(0, at - REACH), Math.min(logs.length, at + REACH + 1)];
    let sum = 0;
    for (let i = from; i < end; i++) sum += logs[i] as number;
    return value - sum / (end - from);
  });
}

/** Autocorrelation of a levelled profile at lags 2..16; 0 where the profile is even or too short. */
function autocorrelation(profile: Float64Array): number[] {
  const energy = profile.reduce((sum, value) => sum + value * value, 0);
  const even = profile.length < 3 * LAGS || energy / profile.length < 1e-6;
  return Array.from({ length: LAGS }, (_, index) => {
    if (even) return 0;
    const lag = index + 2;
    let sum = 0;
    for (let i = lag; i < profile.length; i++) sum += (profile[i] as number) * (profile[i - lag] as number);
    return sum / energy;
  });
}

/** Mean of every eighth levelled step, from the one that codecs' blocks begin at, less the mean of the others. */
function blockiness(profile: Float64Array): number {
  let [on, off, ons, offs] = [0, 0, 0, 0];
  for (let i = 2; i < profile.length - 2; i++) {
    if (i % 8 === 0) {
      on += profile[i] as number;
      ons++;
    } else {
      off += profile[i] as number;
      offs++;
    }
  }
  return on / Math.max(1, ons) - off / Math.max(1, offs);
}

/**
 * Traces of a grid in the working raster, the two axes averaged: autocorrelation at lags 2..16 of the steps (drawn
 * pixels, codec blocks), of the bends (enlargement, which makes them periodic), and the steps at multiples of eight.
 *
 * @source A. Gallagher, "Detection of linear and cubic interpolation in JPEG compressed images", CRV 2005
 */
export const gridTraces: DescriptorBlock = {
  name: "grid-traces",
  length: 2 * LAGS + 1,
  measure: (picture) => {
    const axes = [false, true].map((vertical) => {
      const { steps, bends } = profilesOf(fullLuma(picture), vertical);
      const level = levelled(steps);
      return [...autocorrelation(level), ...autocorrelation(levelled(bends)), blockiness(level)];
    });
    const [across, down] = axes as [number[], number[]];
    return across.map((value, i) => (value + (down[i] as number)) / 2);
  },
};
