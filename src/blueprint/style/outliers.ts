import { clamp, round } from "../../base/number.js";
import { standingsOf } from "../axes.js";
import { CONTENT_FACETS } from "../facets.js";
import type { Swatch, Term } from "../types.js";
import type { Spread, StyleOutlier, StylePhrase, StyleReference } from "./consensus.js";
import { labDistance, labOfHex } from "./oklab.js";
import type { Said } from "./phrases.js";
import { medianOf } from "./spread.js";

/** Among fewer, nobody is the odd one out. */
const FEWEST = 4;
/** Said by this share of the others, a phrase is expected. */
const EXPECTED = 0.5;
/** OKLab distance of a colour from all common ones at which it counts as wholly foreign: our own choice. */
const FOREIGN_COLOR = 0.25;
/** Deviations from the mean of the others at which a figure counts as wholly foreign. */
const FOREIGN_FIGURE = 4;
/** Median absolute deviation to standard deviation, of a normal distribution. */
const MAD_SCALE = 1.4826;
/** Below this nobody is an outlier, however alike the others are. */
const LEAST_DISTANCE = 0.3;

interface Part {
  /** 0 to 1. */
  readonly distance: number;
  readonly reason: string;
}

export interface StyleGround {
  readonly said: readonly Said[];
  readonly phrases: ReadonlyMap<string, StylePhrase>;
  readonly palette: readonly Swatch[];
  readonly measurements: { readonly [id: string]: Spread };
}

/** What of the others' expected phrases a reference leaves unsaid, by share. */
function phrasePart(own: Said, { said, phrases }: StyleGround): Part | undefined {
  const others = said.length - 1;
  let [expected, missed] = [0, 0];
  let worst: { phrase: StylePhrase; share: number } | undefined;
  for (const [key, phrase] of phrases) {
    if (CONTENT_FACETS.includes(phrase.facet)) continue;
    const has = own.has(key);
    const share = (phrase.references - Number(has)) / others;
    if (share < EXPECTED) continue;
    expected += share;
    if (has) continue;
    missed += share;
    if (worst === undefined || share > worst.share) worst = { phrase, share };
  }
  if (expected === 0 || worst === undefined) return expected === 0 ? undefined : { distance: 0, reason: "" };
  const { phrase } = worst;
  const rival = rivalOf(phrase, own);
  const sayers = phrase.references === others ? "all others" : `${phrase.references} of ${others} others`;
  const lacks = `it lacks "${phrase.text}", which ${sayers} say`;
  return {
    distance: missed / expected,
    reason: rival === undefined ? lacks : `${lacks}, and says "${rival.text}"`,
  };
}

/** What a reference says in the place of a phrase: a term at another pole of its axis. */
function rivalOf(phrase: StylePhrase, own: Said): Term | undefined {
  const wanted = standingsOf(phrase.facet, phrase.text);
  return [...own.values()].find(
    (term) =>
      term.polarity === "include" &&
      standingsOf(term.facet, term.text).some(({ axis, pole }) =>
        wanted.some((other) => other.axis === axis && other.pole !== pole),
      ),
  );
}

/** How far a reference's colours are from the common ones, by share. */
function palettePart(own: readonly Swatch[], common: readonly Swatch[]): Part | undefined {
  if (own.length === 0 || common.length === 0) return undefined;
  const labs = common.map(({ hex }) => labOfHex(hex));
  const total = own.reduce((sum, { share }) => sum + share, 0);
  let distance = 0;
  let worst = { name: "", pull: -1 };
  for (const { hex, name, share } of own) {
    const lab = labOfHex(hex);
    const part = total > 0 ? share / total : 1 / own.length;
    const pull =
      part * clamp(Math.min(...labs.map((other) => labDistance(other, lab))) / FOREIGN_COLOR, 0, 1);
    distance += pull;
    if (pull > worst.pull) worst = { name, pull };
  }
  return { distance, reason: `its colors are far from the common palette, ${worst.name} most of all` };
}

/**
 * How far the figures are from what the others have, as the mean of all: the farthest of forty is far by chance. The
 * reason names the farthest.
 */
function figurePart(
  own: StyleReference["measurements"],
  spreads: StyleGround["measurements"],
): Part | undefined {
  const distances: number[] = [];
  let worst = { distance: -1, reason: "" };
  for (const [id, { count, mean, deviation }] of Object.entries(spreads)) {
    const value = own?.[id];
    if (value === undefined || !Number.isFinite(value) || count < FEWEST) continue;
    const othersMean = (mean * count - value) / (count - 1);
    const square = (deviation ** 2 + mean ** 2) * count - value ** 2;
    const othersDeviation = Math.sqrt(Math.max(0, square / (count - 1) - othersMean ** 2));
    const gap = Math.abs(value - othersMean);
    const floor = 0.05 * Math.abs(othersMean) + 1e-9;
    const distance = clamp(gap / (FOREIGN_FIGURE * Math.max(othersDeviation, floor)), 0, 1);
    distances.push(distance);
    if (distance <= worst.distance) continue;
    worst = {
      distance,
      reason: `its ${id} is ${round(value, 3)}, the others' mean is ${round(othersMean, 3)}`,
    };
  }
  if (distances.length === 0) return undefined;
  return { ...worst, distance: distances.reduce((sum, each) => sum + each, 0) / distances.length };
}

/**
 * The references that do not go with the others, farthest first: distance is the mean of what is unsaid, foreign
 * colours and foreign figures, as far as there are such; an outlier lies above the median of all distances by
 * three times their scaled median absolute deviation, and above `LEAST_DISTANCE`. The reason is the largest part.
 */
export function outliersOf(references: readonly StyleReference[], ground: StyleGround): StyleOutlier[] {
  if (references.length < FEWEST) return [];
  const judged = references.map(({ name, blueprint, measurements }, index) => {
    const parts = [
      phrasePart(ground.said[index] ?? new Map(), ground),
      palettePart(blueprint.palette, ground.palette),
      figurePart(measurements, ground.measurements),
    ].filter((part) => part !== undefined);
    const distance = parts.reduce((sum, part) => sum + part.distance, 0) / Math.max(1, parts.length);
    const [first] = [...parts].sort((x, y) => y.distance - x.distance);
    return { name, distance: round(distance, 4), reason: first?.reason ?? "" };
  });
  const distances = judged.map(({ distance }) => distance);
  const middle = medianOf(distances);
  const scatter = MAD_SCALE * medianOf(distances.map((distance) => Math.abs(distance - middle)));
  const bound = Math.max(LEAST_DISTANCE, middle + 3 * scatter);
  return judged.filter(({ distance }) => distance > bound).sort((x, y) => y.distance - x.distance);
}
