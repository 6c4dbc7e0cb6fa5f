import type { Facet } from "../../blueprint/facets.js";

/** A chance, 0 to 1, by label; the chances of a head sum to 1. */
export interface Chances {
  readonly [label: string]: number;
}

/** A phrase that the model is sure enough of to say. */
export interface SpokenPhrase {
  readonly facet: Facet;
  readonly text: string;
  /** Calibrated: how often such a phrase is right on sources that the model has not seen. 0 to 1. */
  readonly confidence: number;
}

/** What the perception model says of a picture. Labels are ids, "oil_painting"; phrases are words, "oil painting". */
export interface Perception {
  readonly medium: Chances;
  /** Kind of place, time of day and weather together. */
  readonly scene: Chances;
  readonly spoken: readonly SpokenPhrase[];
  /** Too unsure to be said, likely enough to be shown as what it may be; surest first. */
  readonly suggested: readonly SpokenPhrase[];
}
