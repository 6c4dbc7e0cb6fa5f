import type { Facet } from "../facets.js";
import type { Frame, Swatch, Term } from "../types.js";

/** An open place of a recipe. */
export interface Slot {
  /** A letter, then letters, digits, "-" and "_": stands as `{name}` in the terms' texts. */
  readonly name: string;
  /** What its value says of the picture, when no text has a place for it. */
  readonly facet: Facet;
  readonly default?: string;
  /** Has to be given a value; has no default then. */
  readonly required: boolean;
}

/**
 * A master prompt: a blueprint with open slots. A term's text may hold `{name}` or `{name=default}`; a brace that
 * is meant as such is written `\{` or `\}`.
 */
export interface Recipe {
  readonly version: 1;
  readonly name: string;
  readonly terms: readonly Term[];
  readonly slots: readonly Slot[];
  readonly palette: readonly Swatch[];
  readonly frame?: Frame;
}
