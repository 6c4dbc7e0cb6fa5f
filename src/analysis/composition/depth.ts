import { round } from "../../base/number.js";
import type { Observation } from "../../blueprint/observation.js";
import type { Picture } from "../../image/picture.js";
import type { Measurement } from "../measurement.js";
import { isFlat, measureFills } from "../texture/flat-fills.js";
import { lumaAt } from "../texture/luma.js";
import { findLeadingLines, isDeep } from "./leading-lines.js";

interface Depth {
  /** "deep": lines run to a vanishing point. "flat": fills without shading. "unclear" otherwise. */
  readonly kind: "deep" | "flat" | "unclear";
  /** Deviation of tone in the upper third over that in the lower third: far below 1 when haze swallows the distance. */
  readonly haze: number;
}

const SIDE = 80;

function deviation(data: Float32Array): number {
  const mean = data.reduce((sum, value) => sum + value, 0) / data.length;
  return Math.sqrt(data.reduce((sum, value) => sum + (value - mean) ** 2, 0) / data.length);
}

function measure(picture: Picture): Depth {
  const { width, height, data } = lumaAt(picture, SIDE);
  const third = Math.max(1, Math.floor(height / 3)) * width;
  const below = deviation(data.subarray(data.length - third));
  const haze = below === 0 ? 1 : round(deviation(data.subarray(0, third)) / below, 3);
  if (isDeep(findLeadingLines(picture))) return { kind: "deep", haze };
  return { kind: isFlat(measureFills(picture)) ? "flat" : "unclear", haze };
}

/** Only depth is said: flatness is already in "flat vector style", which the same figures speak for. */
function phrase({ kind }: Depth): readonly Observation[] {
  if (kind !== "deep") return [];
  const evidence = { source: "analysis:depth", note: "lines meet far off" };
  return [{ facet: "composition", text: "deep perspective", confidence: 0.82, evidence }];
}

/** Flat or deep. */
export const depth: Measurement<Depth> = { id: "depth", measure, phrase };
