import type { Measurement } from "../measurement.js";
import { blueHour } from "./blue-hour.js";
import { contrast } from "./contrast.js";
import { direction } from "./direction.js";
import { goldenHour } from "./golden-hour.js";
import { haze } from "./haze.js";
import { key } from "./key.js";
import { neon } from "./neon.js";
import { night } from "./night.js";
import { silhouette } from "./silhouette.js";
import { softness } from "./softness.js";
import { warmth } from "./warmth.js";

/** In the order in which their words are spoken. */
export const lightMeasurements: readonly Measurement<unknown>[] = [
  goldenHour,
  blueHour,
  night,
  neon,
  silhouette,
  direction,
  softness,
  warmth,
  key,
  contrast,
  haze,
];
