import { clamp } from "../../base/number.js";
import type { Warning } from "../../base/warning.js";
import type { Frame } from "../../blueprint/types.js";
import type { FrameSpec } from "../capabilities.js";
import type { ParameterSettings } from "../types.js";

/** Width over height beyond which a chosen ratio is told as approximate: 3 %. */
const TOLERANCE = Math.log(1.03);
/** Ratios that people and models are used to: one of them is meant when a frame is within 2.5 % of it. */
const USUAL: readonly (readonly [number, number])[] = [
  [1, 1],
  [5, 4],
  [4, 3],
  [3, 2],
  [16, 10],
  [16, 9],
  [2, 1],
  [21, 9],
  [4, 5],
  [3, 4],
  [2, 3],
  [10, 16],
  [9, 16],
  [1, 2],
  [9, 21],
];
const USUALLY_MEANT = Math.log(1.025);
/** Within this, the ratio with the smallest numbers wins over a closer one: 1 %. */
const SAME_RATIO = Math.log(1.01);
/** The largest number in a ratio that we make ourselves. */
const LARGEST_PART = 50;
/** A wrong shape is this much worse than a wrong area, when both cannot be had. */
const SHAPE_OVER_AREA = 3;

export interface ChosenFrame {
  readonly parameters: ParameterSettings;
  readonly warnings: readonly Warning[];
}

function distance(x: number, y: number): number {
  return Math.abs(Math.log(x / y));
}

/** Width over height of "16:9", "16x9" or "1024x768"; undefined for words such as "auto". */
export function ratioOf(name: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)[:x](\d+(?:\.\d+)?)$/u.exec(name);
  const ratio = Number(match?.[1]) / Number(match?.[2]);
  return Number.isFinite(ratio) && ratio > 0 ? ratio : undefined;
}

/** The item whose cost is least; the first of equals. */
function least<T>(items: readonly T[], cost: (item: T) => number): T | undefined {
  let best: T | undefined;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const item of items) {
    const itemCost = cost(item);
    if (itemCost < bestCost) [best, bestCost] = [item, itemCost];
  }
  return best;
}

/** The nearest usual W:H within 2.5 % of the ratio, else the simplest within 1 %, else the nearest; inside [min, max]. */
function simpleRatio(ratio: number, min: number, max: number): readonly [number, number] {
  const wanted = clamp(ratio, min, max);
  const allowed = USUAL.filter(([width, height]) => width / height >= min && width / height <= max);
  const usual = least(allowed, ([width, height]) => distance(width / height, wanted));
  if (usual !== undefined && distance(usual[0] / usual[1], wanted) <= USUALLY_MEANT) return usual;
  const near: (readonly [number, number])[] = [];
  for (let sum = 2; sum <= 2 * LARGEST_PART; sum++) {
    for (let width = Math.max(1, sum - LARGEST_PART); width <= Math.min(LARGEST_PART, sum - 1); width++) {
      const made = width / (sum - width);
      if (made < min || made > max) continue;
      if (distance(made, wanted) <= SAME_RATIO) return [width, sum - width];
      near.push([width, sum - width]);
    }
  }
  return least(near, ([width, height]) => distance(width / height, wanted)) ?? [1, 1];
}

/** Sides that are multiples within range, near the trained area, the shape kept before the area. */
function nearSize(ratio: number, spec: FrameSpec & { kind: "any-size" }): readonly [number, number] {
  const { multiple, minSide, maxSide, area } = spec;
  const sizes: (readonly [number, number])[] = [];
  const low = Math.ceil(minSide / multiple) * multiple;
  const high = Math.floor(maxSide / multiple) * multiple;
  for (let width = low; width <= high; width += multiple) {
    sizes.push([width, clamp(Math.round(width / ratio / multiple) * multiple, low, high)]);
  }
  const cost = ([width, height]: readonly [number, number]): number =>
    SHAPE_OVER_AREA * distance(width / height, ratio) + distance(width * height, area);
  return least(sizes, cost) ?? [low, low];
}

function approximation(frame: Frame, made: string, ratio: number, where: string): Warning[] {
  if (distance(ratio, frame.width / frame.height) <= TOLERANCE) return [];
  const message = `the picture is ${frame.width}x${frame.height}; the nearest that the target takes is ${made}`;
  return [{ code: "ratio-approximated", message, where }];
}

/**
 * The frame that a target draws for a picture's frame: the nearest ratio or size by the logarithm of width over
 * height, of equals the first listed. Ratios come under the spec's parameter, sizes as `width` and `height`.
 */
export function chooseFrame(frame: Frame, spec: FrameSpec, where: string): ChosenFrame {
  const ratio = frame.width / frame.height;
  switch (spec.kind) {
    case "ratios": {
      const known = spec.ratios.filter((name) => ratioOf(name) !== undefined);
      const name = least(known, (candidate) => distance(ratioOf(candidate) ?? 1, ratio));
      if (name === undefined) return { parameters: {}, warnings: [] };
      const warnings = approximation(frame, name, ratioOf(name) ?? 1, where);
      return { parameters: { [spec.parameter]: name }, warnings };
    }
    case "any-ratio": {
      const [width, height] = simpleRatio(ratio, spec.min, spec.max);
      const name = `${width}:${height}`;
      const warnings = approximation(frame, name, width / height, where);
      return { parameters: { [spec.parameter]: name }, warnings };
    }
    case "sizes":
    case "any-size": {
      const nearest =
        spec.kind === "sizes" ? least(spec.sizes, ([w, h]) => distance(w / h, ratio)) : nearSize(ratio, spec);
      if (nearest === undefined) return { parameters: {}, warnings: [] };
      const [width, height] = nearest;
      const warnings = approximation(frame, `${width}x${height}`, width / height, where);
      return { parameters: { width, height }, warnings };
    }
  }
}
