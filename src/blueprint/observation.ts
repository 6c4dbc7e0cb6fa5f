import type { Facet } from "./facets.js";
import type { Evidence, Polarity } from "./types.js";

/** What a source says of a picture, before sources are fused into a blueprint. */
export interface Observation {
  readonly facet: Facet;
  readonly text: string;
  /** The chance that it is true of the picture, 0 to 1. */
  readonly confidence: number;
  readonly evidence: Evidence;
  readonly weight?: number;
  readonly polarity?: Polarity;
  readonly hypothesis?: boolean;
  readonly pinned?: boolean;
}
