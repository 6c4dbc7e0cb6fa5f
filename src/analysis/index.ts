import { compositionMeasurements } from "./composition/index.js";
import { lightMeasurements } from "./light/index.js";
import type { Measurement } from "./measurement.js";
import { paletteMeasurements } from "./palette/index.js";
import { textureMeasurements } from "./texture/index.js";

/** Every measurement of a picture, in the order in which a person would tell them. */
export const MEASUREMENTS: readonly Measurement<unknown>[] = [
  ...lightMeasurements,
  ...paletteMeasurements,
  ...compositionMeasurements,
  ...textureMeasurements,
];
