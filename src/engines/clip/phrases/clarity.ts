import type { Warning } from "../../../base/warning.js";
import { expectedGreatest, normalQuantile, spreadOf, spreadsAbove } from "./normal.js";
import { greatest } from "./top-k.js";

/** How well a vocabulary's phrases fit a picture, as far as their scores tell. */
export interface Clarity {
  /** The greatest cosine similarity. */
  readonly best: number;
  /** Spreads between the mean of all scores and that of the ten best. */
  readonly lead: number;
  /** The same for as many numbers of mere chance. */
  readonly chance: number;
  /** Nothing stands out: the picture is abstract, or of something that the vocabulary has no word for. */
  readonly weak: boolean;
}

const TOP = 10;

/** Fewer scores than this say nothing of a spread. */
const FEWEST = 100;

/** The ten best, or the best alone, must lead by this many times what chance gives. Not calibrated on trained weights. */
const CLEAR = 1.15;
const CLEAR_ALONE = 1.25;

/** Mean of the greatest `top` of `count` standard normal numbers. */
function chanceOf(count: number, top: number): number {
  let sum = expectedGreatest(count);
  for (let i = 1; i < top; i++) sum += normalQuantile((count - i - 0.375) / (count + 0.25));
  return sum / top;
}

/** Judges the scores of all phrases of a vocabulary; of fewer than 100 nothing is called weak. */
export function clarityOf(scores: ArrayLike<number>): Clarity {
  const places = greatest(scores, TOP);
  const best = places[0] === undefined ? 0 : (scores[places[0]] as number);
  if (scores.length < FEWEST) return { best, lead: 0, chance: 0, weak: false };
  const spread = spreadOf(scores);
  const lead = spreadsAbove(spreadOf(scores, places).mean, spread);
  const chance = chanceOf(scores.length, TOP);
  const alone = spreadsAbove(best, spread) >= CLEAR_ALONE * expectedGreatest(scores.length);
  return { best, lead, chance, weak: lead < CLEAR * chance && !alone };
}

/** What is to be told of a picture in which nothing stands out. */
export function clarityWarning({ best, lead, weak }: Clarity): Warning | undefined {
  if (!weak) return undefined;
  return {
    code: "engine-limited",
    message: `no phrase of the vocabulary stands out for this picture (best similarity ${best.toFixed(3)}, the ten best ${lead.toFixed(1)} spreads above all), so what is said of it is a guess`,
  };
}
