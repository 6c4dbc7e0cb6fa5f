import { round } from "../../base/number.js";
import type { Observation } from "../../blueprint/observation.js";
import type { Picture } from "../../image/picture.js";
import type { Measurement } from "../measurement.js";
import { type GradientField, gradientField } from "../texture/gradient-field.js";
import { measureBackdrop } from "./backdrop.js";

interface Horizon {
  /**
   * Whether to take the line for one: "clear" from four fifths of the columns on, with no rival near it; "none" under
   * three fifths, or on a ground of one color.
   */
  readonly line: "clear" | "doubtful" | "none";
  /** Height of the line in the middle of the picture, 0 (top) to 1; null when there is no line. */
  readonly y: number | null;
  /** Degrees, positive when the line falls to the right. */
  readonly tilt: number;
  /** Share of the picture's columns in which the line is seen, 0..1. */
  readonly coverage: number;
  /** Coverage of the best other line, at least a twelfth of the height away: high for shelves and buildings. */
  readonly rival: number;
  /** Luma above less luma below, near the line. */
  readonly contrast: number;
  /** Share of the pixels without detail, above and below. */
  readonly plainAbove: number;
  readonly plainBelow: number;
  /** Share of the border that has one color: high for drawings and interfaces, which have lines but no horizon. */
  readonly ground: number;
}

const NO_LINE: Horizon = {
  line: "none",
  y: null,
  tilt: 0,
  coverage: 0,
  rival: 0,
  contrast: 0,
  plainAbove: 0,
  plainBelow: 0,
  ground: 0,
};
const EDGE = 4;
const MAX_TILT = 15;
const DETAIL = 3;
const SLACK = 1.6;

/** Edge pixels by place; `rising` is 1 where it is brighter below. */
interface Edgels {
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly rising: Uint8Array;
}

/** Pixels where tone changes most along their column, with an edge that runs within 27 degrees of level. */
function levelEdgels({ width, height, gx, gy }: GradientField): Edgels {
  const x: number[] = [];
  const y: number[] = [];
  const rising: number[] = [];
  for (let v = 2; v < height - 2; v++) {
    for (let u = 1, i = v * width + 1; u < width - 1; u++, i++) {
      const slope = gy[i] as number;
      const steep = Math.abs(slope);
      if (steep < EDGE || 2 * Math.abs(gx[i] as number) > steep) continue;
      if (steep < Math.abs(gy[i - width] as number) || steep <= Math.abs(gy[i + width] as number)) continue;
      x.push(u - (width - 1) / 2);
      y.push(v);
      rising.push(slope > 0 ? 1 : 0);
    }
  }
  return { x: Float32Array.from(x), y: Float32Array.from(y), rising: Uint8Array.from(rising) };
}

interface Line {
  readonly tilt: number;
  /** Height at the middle column, working pixels. */
  readonly at: number;
  readonly rising: number;
  readonly coverage: number;
}

const slopeOf = (tilt: number): number => Math.tan((tilt * Math.PI) / 180);

/** Share of the columns that have an edgel on the line. */
function coverageOf(edgels: Edgels, width: number, line: Omit<Line, "coverage">): number {
  const slope = slopeOf(line.tilt);
  const seen = new Uint8Array(width);
  for (let k = 0; k < edgels.x.length; k++) {
    const x = edgels.x[k] as number;
    if (edgels.rising[k] !== line.rising || Math.abs((edgels.y[k] as number) - line.at - slope * x) > SLACK)
      continue;
    seen[Math.round(x + (width - 1) / 2)] = 1;
  }
  return seen.reduce((sum, value) => sum + value, 0) / Math.max(1, width - 2);
}

/** Degrees in the order in which ties are settled: the flattest first. */
const TILTS: readonly number[] = Array.from({ length: 2 * MAX_TILT + 1 }, (_, k) =>
  k % 2 === 1 ? (k + 1) / 2 : -k / 2,
);

interface Ballot {
  readonly tilt: number;
  readonly rising: number;
  /** Votes by height plus 1, so that both neighbours always exist. */
  readonly bins: Uint16Array;
}

function vote(edgels: Edgels, height: number): readonly Ballot[] {
  return TILTS.flatMap((tilt) => {
    const slope = slopeOf(tilt);
    const falling = new Uint16Array(height + 2);
    const rising = new Uint16Array(height + 2);
    for (let k = 0; k < edgels.x.length; k++) {
      const at = Math.round((edgels.y[k] as number) - slope * (edgels.x[k] as number));
      if (at < 0 || at >= height) continue;
      const bins = edgels.rising[k] === 1 ? rising : falling;
      bins[at + 1] = (bins[at + 1] as number) + 1;
    }
    return [
      { tilt, rising: 0, bins: falling },
      { tilt, rising: 1, bins: rising },
    ];
  });
}

/** The line with most votes among the heights allowed; ties go to the flattest, then to the highest. */
function strongest(
  ballots: readonly Ballot[],
  allowed: (at: number) => boolean,
): Omit<Line, "coverage"> | null {
  let best: Omit<Line, "coverage"> | null = null;
  let most = 0;
  for (const { tilt, rising, bins } of ballots) {
    for (let at = 0; at < bins.length - 2; at++) {
      const sum = (bins[at] as number) + (bins[at + 1] as number) + (bins[at + 2] as number);
      if (sum <= most || !allowed(at)) continue;
      most = sum;
      best = { tilt, at, rising };
    }
  }
  return best;
}

/** Least-squares line through the edgels near the voted one: tilt to a tenth of a degree. */
function refine(edgels: Edgels, width: number, voted: Omit<Line, "coverage">): Line {
  const slope = slopeOf(voted.tilt);
  let count = 0;
  let sumX = 0;
  let sumY = 0;
  let sumXx = 0;
  let sumXy = 0;
  for (let k = 0; k < edgels.x.length; k++) {
    const x = edgels.x[k] as number;
    const y = edgels.y[k] as number;
    if (edgels.rising[k] !== voted.rising || Math.abs(y - voted.at - slope * x) > 2 * SLACK) continue;
    count++;
    sumX += x;
    sumY += y;
    sumXx += x * x;
    sumXy += x * y;
  }
  const squares = count * sumXx - sumX * sumX;
  if (squares <= 0) return { ...voted, coverage: coverageOf(edgels, width, voted) };
  const fitted = (count * sumXy - sumX * sumY) / squares;
  const tilt = (Math.atan(fitted) * 180) / Math.PI;
  const line = { tilt, at: (sumY - fitted * sumX) / count, rising: voted.rising };
  return { ...line, coverage: coverageOf(edgels, width, line) };
}

function sides(
  { width, height, gy, magnitude }: GradientField,
  line: Line,
): Pick<Horizon, "contrast" | "plainAbove" | "plainBelow"> {
  const slope = Math.tan((line.tilt * Math.PI) / 180);
  const counts = { above: 0, plainAbove: 0, below: 0, plainBelow: 0 };
  let contrast = 0;
  for (let y = 1, i = width; y < height - 1; y++) {
    for (let x = 0; x < width; x++, i++) {
      const off = y - line.at - slope * (x - (width - 1) / 2);
      if (Math.abs(off) <= 3) contrast -= gy[i] as number;
      else if (off < 0) {
        counts.above++;
        if ((magnitude[i] as number) < DETAIL) counts.plainAbove++;
      } else {
        counts.below++;
        if ((magnitude[i] as number) < DETAIL) counts.plainBelow++;
      }
    }
  }
  return {
    contrast: round(contrast / width, 1),
    plainAbove: round(counts.plainAbove / Math.max(1, counts.above), 3),
    plainBelow: round(counts.plainBelow / Math.max(1, counts.below), 3),
  };
}

function lineOf(coverage: number, rival: number, ground: number): Horizon["line"] {
  if (coverage < 0.6 || ground > 0.9) return "none";
  return coverage >= 0.8 && rival <= 0.8 * coverage ? "clear" : "doubtful";
}

/** The straight edge within 15 degrees of level that most columns share, found by a Hough vote and a line fit. */
function measure(picture: Picture): Horizon {
  const field = gradientField(picture);
  const { width, height } = field;
  const edgels = levelEdgels(field);
  const margin = 0.04 * height;
  const inside = (at: number): boolean => at >= margin && at <= height - margin;
  const ballots = vote(edgels, height);
  const voted = strongest(ballots, inside);
  if (voted === null) return NO_LINE;
  const line = refine(edgels, width, voted);
  const other = strongest(ballots, (at) => inside(at) && Math.abs(at - line.at) > height / 12);
  const coverage = round(line.coverage, 3);
  const rival = other === null ? 0 : round(coverageOf(edgels, width, other), 3);
  const ground = measureBackdrop(picture).uniformity;
  return {
    line: lineOf(coverage, rival, ground),
    y: round((line.at + 0.5) / height, 3),
    tilt: round(line.tilt, 1),
    coverage,
    rival,
    ...sides(field, line),
    ground,
  };
}

/**
 * A level line from side to side, plain and bright above it, with no rival. Tilted and high lines are
 * figures only: on photographs most of them are slopes, shores and furniture.
 */
function phrase(value: Horizon): readonly Observation[] {
  const { y, tilt, coverage, rival, contrast, plainAbove, plainBelow, ground } = value;
  if (y === null || Math.abs(tilt) > 2.5 || coverage < 0.8 || rival > 0.65 || ground > 0.9) return [];
  if (y < 0.6 || y > 0.88) return [];
  if (contrast < 6 || plainAbove < 0.6 || plainAbove < plainBelow + 0.1) return [];
  const note = `horizon at ${Math.round(100 * y)} % of the height, level`;
  return [
    {
      facet: "composition",
      text: "low horizon",
      confidence: 0.85,
      evidence: { source: "analysis:horizon", score: y, note },
    },
  ];
}

/** Where the horizon lies, and whether it is level. */
export const horizon: Measurement<Horizon> = { id: "horizon", measure, phrase };
