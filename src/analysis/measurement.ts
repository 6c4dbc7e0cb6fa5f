import type { Observation } from "../blueprint/observation.js";
import type { Picture } from "../image/picture.js";

/**
 * One measurement of a picture: figures first, then the words that they are clear enough for.
 * Pure and deterministic. `V` is JSON-safe.
 */
export interface Measurement<V> {
  /** Kebab-case, unique: stands in the evidence as `analysis:<id>`. */
  readonly id: string;
  readonly measure: (picture: Picture) => V;
  /** Nothing where the figures are not clear: silence beats a wrong word. */
  phrase(value: V): readonly Observation[];
}
