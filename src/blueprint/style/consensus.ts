import type { Facet } from "../facets.js";
import type { Blueprint, Frame, Polarity, Swatch } from "../types.js";

/** One picture that a style is distilled from. */
export interface StyleReference {
  /** A file's name, say: what an outlier is called by. */
  readonly name: string;
  readonly blueprint: Blueprint;
  /** Figures of the picture by measurement, each in its own unit. */
  readonly measurements?: { readonly [id: string]: number };
}

export interface StylePhrase {
  readonly facet: Facet;
  /** The wording and facet that most references use. */
  readonly text: string;
  readonly polarity: Polarity;
  /** Share of the references that say it, 0 to 1. */
  readonly share: number;
  /** How many say it. */
  readonly references: number;
  /** Means over those that say it. */
  readonly weight: number;
  readonly confidence: number;
  readonly hypothesis?: boolean;
}

export interface StyleSwatch extends Swatch {
  /** How many references hold the colour. */
  readonly references: number;
}

/** How a figure spreads over the references that have it. */
export interface Spread {
  readonly count: number;
  readonly min: number;
  readonly median: number;
  readonly max: number;
  readonly mean: number;
  /** Standard deviation, of the whole population. */
  readonly deviation: number;
}

export interface StyleOutlier {
  readonly name: string;
  /** From the style of the others, 0 to 1. */
  readonly distance: number;
  /** One sentence, without the final full stop. */
  readonly reason: string;
}

/** What several pictures have in common. */
export interface StyleConsensus {
  readonly references: number;
  /** Said by two references at least; the most consistent first, then the surer, then in reading order. */
  readonly phrases: readonly StylePhrase[];
  /** Colours of two references at least, largest mean share first, at most eight. */
  readonly palette: readonly StyleSwatch[];
  readonly measurements: { readonly [id: string]: Spread };
  /** The commonest; the earlier at a tie. */
  readonly frame: Frame;
  /** Farthest first. None is named among fewer than four references. */
  readonly outliers: readonly StyleOutlier[];
}
