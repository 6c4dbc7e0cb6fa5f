import type { Measurement } from "../measurement.js";
import { aspectRatio } from "./aspect-ratio.js";
import { backdrop } from "./backdrop.js";
import { complexity } from "./complexity.js";
import { depth } from "./depth.js";
import { horizon } from "./horizon.js";
import { leadingLines } from "./leading-lines.js";
import { negativeSpace } from "./negative-space.js";
import { saliency } from "./saliency.js";
import { subjectPlacement } from "./subject-placement.js";
import { symmetry } from "./symmetry.js";

/** How the frame is filled. */
export const compositionMeasurements: readonly Measurement<unknown>[] = [
  aspectRatio,
  saliency,
  subjectPlacement,
  symmetry,
  backdrop,
  negativeSpace,
  complexity,
  horizon,
  leadingLines,
  depth,
];
