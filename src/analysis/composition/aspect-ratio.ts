import { round } from "../../base/number.js";
import type { Picture } from "../../image/picture.js";
import type { Measurement } from "../measurement.js";

interface SnappedRatio {
  /** "16:9": width to height, one of the ratios that generators take. */
  readonly ratio: string;
  /** True when the picture has this very ratio, up to a pixel of rounding on one side. */
  readonly exact: boolean;
  /** The picture's ratio over this one, less 1: positive for a picture that is wider. */
  readonly error: number;
}

interface AspectRatio extends SnappedRatio {
  readonly orientation: "landscape" | "portrait" | "square";
  /** At least twice as long one way as the other. */
  readonly panoramic: boolean;
}

/** The ratios that at least one of the usual generators takes by name, from square to strip. */
const RATIOS: readonly (readonly [number, number])[] = [
  [1, 1],
  [5, 4],
  [4, 3],
  [3, 2],
  [16, 10],
  [16, 9],
  [2, 1],
  [21, 9],
  [3, 1],
];

const SQUARE_SLACK = 0.03;

/**
 * The nearest of the ratios that generators take, by the logarithm of width over height, so that landscape and portrait
 * mirror each other. Beyond 3:1 it stays 3:1 with the error said. Ties go to the squarer ratio.
 */
export function snapRatio(width: number, height: number): SnappedRatio {
  const upright = height > width;
  const long = upright ? height : width;
  const short = upright ? width : height;
  let best: readonly [number, number] = [1, 1];
  let least = Number.POSITIVE_INFINITY;
  for (const ratio of RATIOS) {
    const distance = Math.abs(Math.log((long * ratio[1]) / (short * ratio[0])));
    if (distance >= least - 1e-12) continue;
    least = distance;
    best = ratio;
  }
  const [a, b] = best;
  const exact = Math.abs(long - (short * a) / b) < 1 || Math.abs(short - (long * b) / a) < 1;
  const error = upright ? (short * a) / (long * b) - 1 : (long * b) / (short * a) - 1;
  return { ratio: upright ? `${b}:${a}` : `${a}:${b}`, exact, error: round(error, 4) };
}

function measure({ width, height }: Picture): AspectRatio {
  const shape = width / height;
  const square = Math.abs(Math.log(shape)) < SQUARE_SLACK;
  return {
    ...snapRatio(width, height),
    orientation: square ? "square" : shape > 1 ? "landscape" : "portrait",
    panoramic: Math.max(shape, 1 / shape) >= 2,
  };
}

/** The frame's shape, as a figure: prompts say it through the target's own parameter, never in words beside it. */
export const aspectRatio: Measurement<AspectRatio> = { id: "aspect-ratio", measure, phrase: () => [] };
