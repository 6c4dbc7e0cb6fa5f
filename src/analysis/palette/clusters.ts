import type { Picture } from "../../image/picture.js";
import { type Cells, cellsOf } from "./cells.js";

/** A color of the picture in OKLab. */
export interface Cluster {
  readonly l: number;
  readonly a: number;
  readonly b: number;
  /** Part of the picture's pixels, 0..1. */
  readonly share: number;
}

interface Center {
  l: number;
  a: number;
  b: number;
  weight: number;
}

const STARTS = 12;
const ROUNDS = 12;
const MOST = 8;
const LEAST_SHARE = 0.008;
/** Centers nearer than this are one color. Distances weigh a and b twice, as OKLab compresses them. */
const SAME = 0.085;

/**
 * The picture's colors, largest share first (ties: darker, then lower a, then lower b): k-means over OKLab cells from
 * twelve starts, each the cell that the earlier starts represent worst, then near centers merged until at most eight
 * remain. A picture of fewer colors gives fewer. Deterministic: no random start. The shares add up to 1.
 *
 * @source distance with doubled a and b: Björn Ottosson and Lea Verou, "Delta E OK 2"
 */
export function clustersOf(picture: Picture): readonly Cluster[] {
  return picture.once("palette/clusters", () => cluster(cellsOf(picture)));
}

function distance(cells: Cells, i: number, center: Center): number {
  const dl = (cells.l[i] as number) - center.l;
  const da = (cells.a[i] as number) - center.a;
  const db = (cells.b[i] as number) - center.b;
  return dl * dl + 4 * (da * da + db * db);
}

function centerAt(cells: Cells, i: number): Center {
  return {
    l: cells.l[i] as number,
    a: cells.a[i] as number,
    b: cells.b[i] as number,
    weight: cells.weight[i] as number,
  };
}

function indexOfLargest(values: Float64Array, count: number): number {
  let best = 0;
  for (let i = 1; i < count; i++) if ((values[i] as number) > (values[best] as number)) best = i;
  return best;
}

function startsOf(cells: Cells): Center[] {
  const starts = [centerAt(cells, indexOfLargest(cells.weight, cells.count))];
  const nearest = new Float64Array(cells.count).fill(Number.POSITIVE_INFINITY);
  const misfit = new Float64Array(cells.count);
  while (starts.length < STARTS) {
    const last = starts[starts.length - 1] as Center;
    for (let i = 0; i < cells.count; i++) {
      const d = Math.min(nearest[i] as number, distance(cells, i, last));
      nearest[i] = d;
      misfit[i] = d * (cells.weight[i] as number);
    }
    const worst = indexOfLargest(misfit, cells.count);
    if ((misfit[worst] as number) < 1e-9) break;
    starts.push(centerAt(cells, worst));
  }
  return starts;
}

/** Index of each cell's nearest center (ties: the earlier one) and its squared distance. */
function assign(cells: Cells, centers: readonly Center[], owner: Uint8Array, gap: Float64Array): boolean {
  let moved = false;
  for (let i = 0; i < cells.count; i++) {
    let best = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let k = 0; k < centers.length; k++) {
      const d = distance(cells, i, centers[k] as Center);
      if (d < least) {
        least = d;
        best = k;
      }
    }
    if (owner[i] !== best) moved = true;
    owner[i] = best;
    gap[i] = least;
  }
  return moved;
}

/** Means of the cells that `reach[k]` (squared) lets in; the weight is that of all cells of the center. */
function means(
  cells: Cells,
  centers: readonly Center[],
  owner: Uint8Array,
  gap: Float64Array,
  reach: Float64Array,
): Center[] {
  const sums = centers.map(() => ({ l: 0, a: 0, b: 0, inside: 0, weight: 0 }));
  for (let i = 0; i < cells.count; i++) {
    const k = owner[i] as number;
    const sum = sums[k] as (typeof sums)[number];
    const w = cells.weight[i] as number;
    sum.weight += w;
    if ((gap[i] as number) > (reach[k] as number)) continue;
    sum.inside += w;
    sum.l += w * (cells.l[i] as number);
    sum.a += w * (cells.a[i] as number);
    sum.b += w * (cells.b[i] as number);
  }
  return sums.map((sum, k) =>
    sum.inside === 0
      ? { ...(centers[k] as Center), weight: sum.weight }
      : { l: sum.l / sum.inside, a: sum.a / sum.inside, b: sum.b / sum.inside, weight: sum.weight },
  );
}

/** The squared root-mean-square distance of each center's cells, a little widened: cells beyond it are edges between colors. */
function spreads(
  cells: Cells,
  centers: readonly Center[],
  owner: Uint8Array,
  gap: Float64Array,
): Float64Array {
  const sum = new Float64Array(centers.length);
  for (let i = 0; i < cells.count; i++) {
    const k = owner[i] as number;
    sum[k] = (sum[k] as number) + (gap[i] as number) * (cells.weight[i] as number);
  }
  return sum.map((total, k) => (1.2 * total) / Math.max(1e-12, (centers[k] as Center).weight) + 1e-9);
}

function gapBetween(one: Center, other: Center): number {
  return Math.hypot(one.l - other.l, 2 * (one.a - other.a), 2 * (one.b - other.b));
}

/** The two centers to join next: the nearest pair, nearness stretched for large ones so that they stay apart. */
function nextPair(centers: readonly Center[]): readonly [number, number] | undefined {
  let pair: readonly [number, number] | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < centers.length; i++) {
    for (let j = i + 1; j < centers.length; j++) {
      const one = centers[i] as Center;
      const other = centers[j] as Center;
      const gap = gapBetween(one, other);
      const small = Math.min(one.weight, other.weight);
      const cost = gap * Math.sqrt(small);
      const due = gap < SAME || small < LEAST_SHARE || centers.length > MOST;
      if (due && cost < least) {
        least = cost;
        pair = [i, j];
      }
    }
  }
  return pair;
}

function joined(one: Center, other: Center): Center {
  const weight = one.weight + other.weight;
  const large = one.weight >= other.weight ? one : other;
  if (Math.min(one.weight, other.weight) < LEAST_SHARE) return { ...large, weight };
  const part = other.weight / weight;
  return {
    l: one.l + (other.l - one.l) * part,
    a: one.a + (other.a - one.a) * part,
    b: one.b + (other.b - one.b) * part,
    weight,
  };
}

function merge(centers: Center[]): Center[] {
  const left = centers.filter((center) => center.weight > 0);
  for (let pair = nextPair(left); pair !== undefined; pair = nextPair(left)) {
    const [i, j] = pair;
    left[i] = joined(left[i] as Center, left[j] as Center);
    left.splice(j, 1);
  }
  return left;
}

function cluster(cells: Cells): readonly Cluster[] {
  let centers = startsOf(cells);
  const owner = new Uint8Array(cells.count).fill(255);
  const gap = new Float64Array(cells.count);
  const everywhere = new Float64Array(STARTS).fill(Number.POSITIVE_INFINITY);
  for (let round = 0; round < ROUNDS; round++) {
    if (!assign(cells, centers, owner, gap)) break;
    centers = means(cells, centers, owner, gap, everywhere);
  }
  centers = merge(centers);
  assign(cells, centers, owner, gap);
  centers = means(cells, centers, owner, gap, everywhere);
  assign(cells, centers, owner, gap);
  centers = means(cells, centers, owner, gap, spreads(cells, centers, owner, gap));
  return centers
    .filter((center) => center.weight > 0)
    .map(({ l, a, b, weight }) => ({ l, a, b, share: weight }))
    .sort((one, other) => other.share - one.share || one.l - other.l || one.a - other.a || one.b - other.b);
}
