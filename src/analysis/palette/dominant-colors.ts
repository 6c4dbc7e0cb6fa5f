import { round } from "../../base/number.js";
import type { Swatch } from "../../blueprint/types.js";
import type { Measurement } from "../measurement.js";
import { monochromeOf } from "./monochrome.js";
import { type NamedShare, namedShares } from "./named-shares.js";
import { paletteOf } from "./palette-of.js";

export interface DominantColors {
  readonly swatches: readonly Swatch[];
  /** Plain names of the two or three colors that the eye takes from the picture; empty where none stand out. */
  readonly names: readonly string[];
  /** Part of the picture that they cover, 0..1. */
  readonly covered: number;
}

const MOST_NAMES = 3;
const LEAST_SHARE = 0.1;
/** A strong color is seen at less. */
const LEAST_ACCENT = 0.05;
const STRONG = 0.12;
const LEAST_COVERED = 0.36;
const COLORED = 0.05;
const FAR = 0.16;

/**
 * The colors that make the picture: plain color words by the share and the chroma of what they stand for, each far
 * from those before it, at least one of them colored.
 */
export const dominantColors: Measurement<DominantColors> = {
  id: "palette",
  measure: (picture) => {
    const chosen = monochromeOf(picture).toning === "none" ? choose(namedShares(picture)) : [];
    const covered = chosen.reduce((sum, { share }) => sum + share, 0);
    return {
      swatches: paletteOf(picture),
      names: covered < LEAST_COVERED ? [] : chosen.map(({ name }) => name),
      covered: round(covered, 4),
    };
  },
  phrase: (value) => {
    if (value.names.length < 2) return [];
    const last = value.names[value.names.length - 1] as string;
    return [
      {
        facet: "palette",
        text: `${value.names.slice(0, -1).join(", ")} and ${last} color palette`,
        confidence: 0.85,
        evidence: {
          source: "analysis:palette",
          score: value.covered,
          note: `${Math.round(100 * value.covered)} % of the picture`,
        },
      },
    ];
  },
};

function apart(one: NamedShare, other: NamedShare): boolean {
  return Math.hypot(one.l - other.l, 2 * (one.a - other.a), 2 * (one.b - other.b)) > FAR;
}

function weightOf({ share, a, b }: NamedShare): number {
  return share * (0.3 + Math.min(1, Math.hypot(a, b) / 0.1));
}

/** Heaviest first; of equals the one that comes first in the table. */
function choose(shares: readonly NamedShare[]): readonly NamedShare[] {
  const ranked = shares
    .filter(({ share, a, b }) => share >= (Math.hypot(a, b) > STRONG ? LEAST_ACCENT : LEAST_SHARE))
    .toSorted((one, other) => weightOf(other) - weightOf(one));
  const chosen: NamedShare[] = [];
  for (const named of ranked) {
    if (chosen.length < MOST_NAMES && chosen.every((earlier) => apart(earlier, named))) chosen.push(named);
  }
  return chosen.some(({ a, b }) => Math.hypot(a, b) > COLORED) ? chosen : [];
}
