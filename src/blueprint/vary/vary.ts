import { ImpromptError } from "../../base/error.js";
import { seededRandom } from "../../base/random.js";
import type { Facet } from "../facets.js";
import type { Blueprint, Term } from "../types.js";
import type { VariationAxis } from "./axis.js";
import { VARIATION_AXES } from "./axis.js";
import { MIN_DISTANCE, openMeanings, setDistance } from "./distance.js";
import type { MoveContext } from "./moves.js";
import { move, openTerms } from "./moves.js";
import { sceneOf } from "./scene.js";
import type { Study } from "./study.js";
import { studyOf } from "./study.js";

const MOST_VARIATIONS = 64;
/** Fruitless attempts in a row after which no further variation is looked for. */
const PATIENCE = 8;

/** Axes are moved along in this order, so that light is chosen to fit the hour and wording comes last. */
const MOVE_ORDER: readonly VariationAxis[] = [
  "time-of-day",
  "season",
  ...VARIATION_AXES.filter((axis) => axis !== "time-of-day" && axis !== "season"),
];

export interface VaryOptions {
  /** 1 to 64; 4 unless given. */
  readonly count?: number;
  /** At least one; each variation moves along all of them that it can. */
  readonly axes: readonly VariationAxis[];
  /** The same seed gives the same variations. */
  readonly seed: number;
  /** Phrases that a facet may be given: all fit for any picture. */
  readonly lexicon: (facet: Facet) => readonly string[];
  /** Phrases that say the contrary of a phrase; none is then put beside its contrary. */
  readonly opposites?: (phrase: string) => readonly string[];
  /** Facets that stay as they are, whatever the axes. */
  readonly keep?: readonly Facet[];
}

export interface Variation {
  readonly blueprint: Blueprint;
  /** "light: "backlight" instead of "soft light"; season: winter, "in winter" added". */
  readonly difference: string;
  /** From the original, by `distanceBetween`, the terms that no axis may change left out. */
  readonly distance: number;
}

function openTo({ keep = [] }: VaryOptions): (term: Term) => boolean {
  return (term) => term.polarity === "include" && term.pinned !== true && !keep.includes(term.facet);
}

/** The ids of the terms that these axes may not change: pinned, excluded, of kept facets or of other matters. */
export function fixedTerms(blueprint: Blueprint, options: VaryOptions): Set<string> {
  const isOpen = openTo(options);
  const open = new Set(options.axes.flatMap((axis) => openTerms(axis, blueprint.terms, isOpen)));
  return new Set(blueprint.terms.filter((term) => !open.has(term)).map(({ id }) => id));
}

interface Attempt {
  readonly blueprint: Blueprint;
  readonly difference: string;
  readonly took: readonly string[];
}

/** One variation, or nothing when no axis could move. Swatches go with a varied palette; a recovered prompt always. */
function attempt(
  blueprint: Blueprint,
  study: Study,
  axes: readonly VariationAxis[],
  context: MoveContext,
): Attempt {
  const scene = sceneOf(blueprint.terms, study);
  const told = new Map<VariationAxis, string>();
  const took: string[] = [];
  for (const axis of MOVE_ORDER) {
    const moved = axes.includes(axis) ? move(axis, scene, context) : undefined;
    if (moved === undefined) continue;
    told.set(axis, moved.words);
    took.push(...moved.took);
  }
  const { recovered: _, ...rest } = blueprint;
  const palette = told.has("palette") ? [] : blueprint.palette;
  const words = VARIATION_AXES.flatMap((axis) => {
    const said = told.get(axis);
    return said === undefined ? [] : [`${axis.replaceAll("-", " ")}: ${said}`];
  });
  return { blueprint: { ...rest, terms: scene.terms(), palette }, difference: words.join("; "), took };
}

function checkedCount({ count = 4, axes }: VaryOptions): number {
  const reject = (message: string, hint: string): never => {
    throw new ImpromptError("invalid-option", message, { where: "vary", hint });
  };
  if (!Number.isInteger(count) || count < 1 || count > MOST_VARIATIONS) {
    reject(`${count} variations cannot be made`, `Ask for 1 to ${MOST_VARIATIONS}.`);
  }
  if (axes.length === 0) reject("there is no axis to vary", `Name one of ${VARIATION_AXES.join(", ")}.`);
  return count;
}

/**
 * Variations of a blueprint along some axes, in the order in which they were found. Each is at least
 * `MIN_DISTANCE` from the original and from every other, by `distanceBetween` with `fixedTerms` left out; fewer
 * than asked for, even none, where the axes and the lexicon do not yield that many. Pinned terms and exclusions
 * are as they were; nothing is put in that an exclusion names or that stands against another phrase.
 *
 * @throws ImpromptError `invalid-option` for a count outside 1 to 64 or no axis
 */
export function vary(blueprint: Blueprint, options: VaryOptions): Variation[] {
  const count = checkedCount(options);
  const { axes, seed, lexicon, opposites = () => [], keep = [] } = options;
  const random = seededRandom(seed);
  const fixed = fixedTerms(blueprint, options);
  const study = studyOf(blueprint.terms, opposites);
  const used = new Set<string>();
  const context: MoveContext = {
    lexicon,
    isOpen: openTo(options),
    isKept: (facet) => keep.includes(facet),
    random,
    used,
  };
  const found: Variation[] = [];
  const others = [openMeanings(blueprint, fixed, study.meaning)];
  for (let failures = 0; found.length < count && failures < PATIENCE; ) {
    const { blueprint: varied, difference, took } = attempt(blueprint, study, axes, context);
    const said = openMeanings(varied, fixed, study.meaning);
    const distances = others.map((other) => setDistance(other, said));
    const [distance = 0] = distances;
    if (Math.min(...distances) < MIN_DISTANCE) {
      failures += 1;
      continue;
    }
    failures = 0;
    others.push(said);
    found.push({ blueprint: varied, difference, distance });
    for (const phrase of took) used.add(phrase);
  }
  return found;
}
