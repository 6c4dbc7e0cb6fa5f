import type { Picture } from "../../image/picture.js";
import { scenePlanes } from "./scene-planes.js";

/** What tells a lit scene from a drawing on a page, a screen or a sprite. */
export interface Scenery {
  /** Pixels whose right and lower neighbors have the same color, 0..1. */
  readonly flat: number;
  /** Share of the most frequent color that is not black, colors taken in 5 bits a channel. */
  readonly modal: number;
  /** Mean lightness step to the right and lower neighbor. */
  readonly meanStep: number;
  /** Step that 90 % and 99 % of the pixels stay below, to 1/400. */
  readonly step90: number;
  readonly step99: number;
  /** Pixels with a step under 0.004: skies, walls, blur. */
  readonly smooth: number;
  /** The tones run on without flat fills, one page color or hard steps everywhere: light can be spoken of. */
  readonly continuous: boolean;
}

const LONG_SIDE = 192;
const SAME = 0.0008;
const SMOOTH = 0.004;
const STEPS = 200;
const STEP = 1 / 400;
const MOST_FLAT = 0.15;
const MOST_MODAL = 0.2;
const MOST_STEP = 0.29;

export function sceneryOf(picture: Picture): Scenery {
  return picture.once("light/scenery", () => {
    const steps = stepsOf(picture);
    const modal = modalShare(picture);
    return {
      ...steps,
      modal,
      continuous: steps.flat < MOST_FLAT && modal < MOST_MODAL && steps.step90 < MOST_STEP,
    };
  });
}

function stepsOf(picture: Picture): Omit<Scenery, "modal" | "continuous"> {
  const { width, height, l, a, b } = scenePlanes(picture);
  const bins = new Float64Array(STEPS);
  let count = 0;
  let flat = 0;
  let smooth = 0;
  let sum = 0;
  for (let y = 0; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      const here = l[i] as number;
      const across = ((l[i + 1] as number) - (l[i - 1] as number)) / 2;
      const down = (l[i + width] as number) - here;
      const step = Math.sqrt(across * across + down * down);
      count++;
      sum += step;
      const bin = Math.min(STEPS - 1, (step / STEP) | 0);
      bins[bin] = (bins[bin] as number) + 1;
      if (step >= SMOOTH) continue;
      smooth++;
      const tint =
        Math.abs((a[i + 1] as number) - (a[i - 1] as number)) / 2 +
        Math.abs((b[i + 1] as number) - (b[i - 1] as number)) / 2 +
        Math.abs((a[i + width] as number) - (a[i] as number)) +
        Math.abs((b[i + width] as number) - (b[i] as number));
      if (step < SAME && tint < SAME) flat++;
    }
  }
  if (count === 0) return { flat: 1, meanStep: 0, step90: 0, step99: 0, smooth: 1 };
  const reach = (part: number): number => {
    let seen = 0;
    for (let i = 0; i < STEPS; i++) {
      seen += bins[i] as number;
      if (seen >= part * count) return (i + 1) * STEP;
    }
    return STEPS * STEP;
  };
  return {
    flat: flat / count,
    meanStep: sum / count,
    step90: reach(0.9),
    step99: reach(0.99),
    smooth: smooth / count,
  };
}

function modalShare(picture: Picture): number {
  const { width, height, data } = picture.raster(LONG_SIDE);
  const bins = new Uint32Array(32768);
  for (let p = 0; p < width * height * 3; p += 3) {
    const bin =
      (((data[p] as number) >> 3) << 10) |
      (((data[p + 1] as number) >> 3) << 5) |
      ((data[p + 2] as number) >> 3);
    bins[bin] = (bins[bin] as number) + 1;
  }
  let most = 0;
  for (let bin = 0; bin < bins.length; bin++) {
    const nearBlack = (bin & 31) < 3 && ((bin >> 5) & 31) < 3 && bin >> 10 < 3;
    if (!nearBlack && (bins[bin] as number) > most) most = bins[bin] as number;
  }
  return most / (width * height);
}
