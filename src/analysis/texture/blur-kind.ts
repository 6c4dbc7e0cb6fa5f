import { round } from "../../base/number.js";
import type { Picture } from "../../image/picture.js";
import type { Plane } from "../../image/raster.js";
import type { Measurement } from "../measurement.js";
import { lumaAt, WORKING_SIDE } from "./luma.js";

interface BlurKind {
  readonly kind: "none" | "defocus" | "motion";
  /** Fine over coarse variation of tone along the direction where it is greatest; below 0.2 for a blur, about 0.6 sharp. */
  readonly finest: number;
  /** The greatest such figure over the smallest: 1 for a blur that is alike in all directions. */
  readonly directedness: number;
  /** Direction of the motion, degrees from horizontal, counter-clockwise, -90 exclusive to 90; null unless motion. */
  readonly angle: number | null;
}

/** Directions as steps of about 3 px: [dx, dy, degrees]. */
const DIRECTIONS: readonly (readonly [number, number, number])[] = [
  [3, 0, 0],
  [3, -1, 18.4],
  [2, -2, 45],
  [1, -3, 71.6],
  [0, 3, 90],
  [-1, -3, -71.6],
  [-2, -2, -45],
  [-3, -1, -18.4],
];
const COARSE = 4;
const LEAST_VARIATION = 10;

/** Mean squared difference of tone over the offset, over a grid of every third pixel. */
function variation({ width, height, data }: Plane, dx: number, dy: number): number {
  const step = dy * width + dx;
  const left = Math.max(0, -dx);
  const top = Math.max(0, -dy);
  let sum = 0;
  let count = 0;
  for (let y = top; y < height - Math.max(0, dy); y += 3) {
    for (let x = left, i = y * width + left; x < width - Math.max(0, dx); x += 3, i += 3) {
      const difference = (data[i + step] as number) - (data[i] as number);
      sum += difference * difference;
      count++;
    }
  }
  return count === 0 ? 0 : sum / count;
}

/**
 * Along a moving camera's path fine variation of tone vanishes while coarse variation stays; out of focus it vanishes
 * in all directions. The figure of a direction is its mean squared difference over 3 px against that over 12 px. A measured
 * value only: clouds are as soft as a lens out of focus, and rain, dunes and stripes as directed as a moving camera.
 */
function measure(picture: Picture): BlurKind {
  const plane = lumaAt(picture, WORKING_SIDE);
  const figures = DIRECTIONS.map(([dx, dy]) => {
    const reach = Math.hypot(dx, dy) / 3;
    const coarse = variation(plane, COARSE * dx, COARSE * dy);
    return coarse < LEAST_VARIATION ? null : variation(plane, dx, dy) / reach ** 2 / coarse;
  });
  const known = figures.filter((figure) => figure !== null);
  if (known.length < DIRECTIONS.length) return { kind: "none", finest: 0, directedness: 1, angle: null };
  const finest = Math.max(...known);
  const least = Math.min(...known);
  const directedness = finest / Math.max(least, 1e-6);
  const motion = least < 0.24 && directedness > 4;
  const kind = motion ? "motion" : finest < 0.2 ? "defocus" : "none";
  const angle = (DIRECTIONS[known.indexOf(least)] as readonly [number, number, number])[2];
  return {
    kind,
    finest: round(finest, 4),
    directedness: round(directedness, 2),
    angle: motion ? angle : null,
  };
}

/** Whether the whole picture is blurred, and whether by motion or by focus. */
export const blurKind: Measurement<BlurKind> = { id: "blur-kind", measure, phrase: () => [] };
