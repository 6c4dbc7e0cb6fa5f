import type { Measurement } from "../measurement.js";
import { dominantColors } from "./dominant-colors.js";
import { harmony } from "./harmony.js";
import { monochrome } from "./monochrome.js";
import { saturation } from "./saturation.js";
import { temperature } from "./temperature.js";

export { paletteOf } from "./palette-of.js";

/** In the order in which their words are spoken. */
export const paletteMeasurements: readonly Measurement<unknown>[] = [
  monochrome,
  dominantColors,
  saturation,
  temperature,
  harmony,
];
