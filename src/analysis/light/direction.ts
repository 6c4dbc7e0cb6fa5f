import { round } from "../../base/number.js";
import type { Region } from "../../blueprint/types.js";
import type { LabPlanes } from "../../image/raster.js";
import type { Measurement } from "../measurement.js";
import { sceneryOf } from "./scenery.js";

/** Clockwise from the right, an eighth of a turn each. */
const SIDES = [
  "right",
  "bottom-right",
  "bottom",
  "bottom-left",
  "left",
  "top-left",
  "top",
  "top-right",
] as const;

export interface LightDirection {
  readonly from: "left" | "right" | "unclear";
  /** The side to which lightness rises most, whatever makes it; "even" where it rises by less than 0.15. */
  readonly brighter: (typeof SIDES)[number] | "even";
  /** Lightness gained from the left edge to the right edge by the best plane, -1..1. */
  readonly across: number;
  /** The same from top to bottom. */
  readonly down: number;
  /** Part of the variance of lightness that the slope across explains, 0..1. */
  readonly explained: number;
  /** Of eight bands of rows, the part that falls off the same way by at least half of `across`. */
  readonly agreement: number;
}

const LONG_SIDE = 192;
const BANDS = 8;
const LEAST_FALL = 0.3;
const LEAST_SLOPE = 0.15;
const LEAST_EXPLAINED = 0.5;
const LEFT_HALF: Region = { x: 0, y: 0, width: 0.5, height: 1 };
const RIGHT_HALF: Region = { x: 0.5, y: 0, width: 0.5, height: 1 };

/**
 * Where light comes from, as a fall-off across the picture that all its heights share: the least-squares plane of
 * OKLab lightness. Top is never claimed, since skies and ceilings are brighter than floors under any light.
 */
export const direction: Measurement<LightDirection> = {
  id: "light-direction",
  measure: (picture) => {
    const slope = slopes(picture.lab(LONG_SIDE));
    const lit =
      sceneryOf(picture).continuous &&
      Math.abs(slope.across) > LEAST_FALL &&
      slope.explained > LEAST_EXPLAINED &&
      slope.agreement >= 0.85 &&
      Math.abs(slope.down) < Math.abs(slope.across);
    const from = lit ? (slope.across < 0 ? "left" : "right") : "unclear";
    return { from, brighter: brighterSide(slope.across, slope.down), ...slope };
  },
  phrase: (value) =>
    value.from === "unclear"
      ? []
      : [
          {
            facet: "lighting",
            text: `light from the ${value.from}`,
            confidence: 0.75,
            evidence: {
              source: "analysis:light-direction",
              score: value.across,
              region: value.from === "left" ? LEFT_HALF : RIGHT_HALF,
              note: `lightness falls by ${Math.abs(value.across).toFixed(2)} away from the ${value.from}`,
            },
          },
        ],
};

function brighterSide(across: number, down: number): LightDirection["brighter"] {
  if (Math.hypot(across, down) < LEAST_SLOPE) return "even";
  const eighth = Math.round(Math.atan2(down, across) / (Math.PI / 4));
  return SIDES[(eighth + 8) % 8] ?? "even";
}

/** Slope of each band of rows over the unit width; 0 for a band without rows. */
function bandSlopes({ width, height, l }: LabPlanes): readonly number[] {
  const spread = (width * width - 1) / 12;
  const sums = new Float64Array(BANDS);
  const rows = new Float64Array(BANDS);
  for (let y = 0; y < height; y++) {
    const band = ((y * BANDS) / height) | 0;
    let sum = 0;
    for (let x = 0; x < width; x++) sum += (l[y * width + x] as number) * (x - (width - 1) / 2);
    sums[band] = (sums[band] as number) + sum;
    rows[band] = (rows[band] as number) + 1;
  }
  return Array.from(sums, (sum, band) => {
    const pixels = (rows[band] as number) * width;
    return pixels === 0 || width < 2 ? 0 : (sum / (pixels * spread)) * width;
  });
}

function slopes(planes: LabPlanes): Omit<LightDirection, "from" | "brighter"> {
  const { width, height, l } = planes;
  const bands = bandSlopes(planes);
  const across = bands.reduce((sum, slope) => sum + slope, 0) / BANDS;
  let sum = 0;
  let squares = 0;
  let tilt = 0;
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      const value = l[y * width + x] as number;
      row += value;
      squares += value * value;
    }
    sum += row;
    tilt += row * (y - (height - 1) / 2);
  }
  const count = width * height;
  const variance = squares / count - (sum / count) ** 2;
  const down = height < 2 ? 0 : (tilt / (count * ((height * height - 1) / 12))) * height;
  const agreeing = bands.filter((slope) => slope * Math.sign(across) >= Math.abs(across) / 2).length;
  return {
    across: round(across, 4),
    down: round(down, 4),
    explained: round(variance < 1e-6 ? 0 : Math.min(1, (across * across) / 12 / variance), 4),
    agreement: agreeing / BANDS,
  };
}
