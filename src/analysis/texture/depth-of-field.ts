import { round } from "../../base/number.js";
import type { Observation } from "../../blueprint/observation.js";
import type { Region } from "../../blueprint/types.js";
import type { Picture } from "../../image/picture.js";
import type { Measurement } from "../measurement.js";
import { sharpnessMap } from "./sharpness.js";

interface DepthOfField {
  /** Share of the picture that is in focus, 0..1. */
  readonly sharp: number;
  /** Share that varies in tone, yet only softly. */
  readonly blurred: number;
  /** Share without enough tone to tell. */
  readonly plain: number;
  /** Of what lies in the same rows as the sharp part, the share that is blurred: high around a subject in focus. */
  readonly beside: number;
  /** Share of the lowest third that is blurred: low where soft clouds stand over a sharp land. */
  readonly below: number;
  /** Sharpness of the sharp part over that of the blurred part; 0 when either is missing. */
  readonly ratio: number;
  /** Long side of the working raster, pixels. */
  readonly size: number;
  /** Box of the sharp part (5 % trimmed at each side), null when there is none. */
  readonly box: Region | null;
}

const LEAST_VARIATION = 2.5;
/** Smaller pictures have no pixels to be sharp in. */
const LEAST_SIZE = 250;
const SHARP = 0.25;
const BLURRED = 0.1;

/** Where the middle 90 % of a histogram lie, as a start and a length in 0..1. */
function middle(counts: readonly number[]): { start: number; length: number } {
  const total = counts.reduce((sum, count) => sum + count, 0);
  let low = 0;
  let high = counts.length - 1;
  let before = 0;
  while (before + (counts[low] as number) <= 0.05 * total && low < high) before += counts[low++] as number;
  let after = 0;
  while (after + (counts[high] as number) <= 0.05 * total && high > low) after += counts[high--] as number;
  return { start: low / counts.length, length: (high - low + 1) / counts.length };
}

/** Cells of the sharpness map sorted into sharp (0.25 and more), blurred (0.1 and less), between, and plain. */
function measure(picture: Picture): DepthOfField {
  const { columns, rows, sharpness, variation } = sharpnessMap(picture);
  const byColumn = Array.from({ length: columns }, () => 0);
  const sharpByRow = Array.from({ length: rows }, () => 0);
  const blurredByRow = Array.from({ length: rows }, () => 0);
  let plain = 0;
  let sharpSum = 0;
  let blurredSum = 0;
  for (let i = 0; i < sharpness.length; i++) {
    const row = Math.floor(i / columns);
    const value = sharpness[i] as number;
    if ((variation[i] as number) < LEAST_VARIATION) plain++;
    else if (value >= SHARP) {
      sharpByRow[row] = (sharpByRow[row] as number) + 1;
      byColumn[i % columns] = (byColumn[i % columns] as number) + 1;
      sharpSum += value;
    } else if (value <= BLURRED) {
      blurredByRow[row] = (blurredByRow[row] as number) + 1;
      blurredSum += value;
    }
  }
  const sharp = sharpByRow.reduce((sum, count) => sum + count, 0);
  const blurred = blurredByRow.reduce((sum, count) => sum + count, 0);
  let beside = 0;
  for (let row = 0; row < rows; row++) {
    beside += ((sharpByRow[row] as number) * (blurredByRow[row] as number)) / columns;
  }
  const third = Math.floor((2 * rows) / 3);
  const low = blurredByRow.slice(third).reduce((sum, count) => sum + count, 0);
  const x = middle(byColumn);
  const y = middle(sharpByRow);
  return {
    sharp: round(sharp / sharpness.length, 4),
    blurred: round(blurred / sharpness.length, 4),
    plain: round(plain / sharpness.length, 4),
    beside: sharp === 0 ? 0 : round(beside / sharp, 4),
    size: Math.max(picture.full.width, picture.full.height),
    below: round(low / columns / (rows - third), 4),
    ratio: sharp === 0 || blurred === 0 ? 0 : round(sharpSum / sharp / (blurredSum / blurred), 3),
    box:
      sharp === 0
        ? null
        : {
            x: round(x.start, 3),
            y: round(y.start, 3),
            width: round(x.length, 3),
            height: round(y.length, 3),
          },
  };
}

/** Blur at both sides of the sharp part and below it: clouds, which are soft as well, leave the land sharp. */
function phrase(value: DepthOfField): readonly Observation[] {
  const { sharp, blurred, beside, below, ratio, box, size } = value;
  if (box === null || size < LEAST_SIZE || sharp < 0.15 || sharp > 0.65 || blurred < 0.35) return [];
  if (beside < 0.15 || below < 0.18 || ratio < 5) return [];
  const note = `${Math.round(100 * sharp)} % sharp before ${Math.round(100 * blurred)} % blurred`;
  const evidence = { source: "analysis:depth-of-field", score: ratio, note, region: box };
  return [{ facet: "camera", text: "shallow depth of field", confidence: 0.85, evidence }];
}

/** A subject in focus before a ground out of focus. */
export const depthOfField: Measurement<DepthOfField> = { id: "depth-of-field", measure, phrase };
