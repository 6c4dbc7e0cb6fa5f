import type { Facet } from "../facets.js";

/** What a variation may move along, in the order in which a difference is told. */
export const VARIATION_AXES = [
  "medium",
  "style",
  "light",
  "palette",
  "camera",
  "composition",
  "season",
  "time-of-day",
  "wording",
] as const;

export type VariationAxis = (typeof VARIATION_AXES)[number];

/** The facets whose phrases an axis swaps for others of a lexicon, and how many of them at most. */
export const SWAPPED: { readonly [A in VariationAxis]?: { readonly facet: Facet; readonly most: number } } = {
  medium: { facet: "medium", most: 1 },
  style: { facet: "style", most: 2 },
  light: { facet: "lighting", most: 2 },
  palette: { facet: "palette", most: 2 },
  camera: { facet: "camera", most: 2 },
  composition: { facet: "composition", most: 2 },
};
