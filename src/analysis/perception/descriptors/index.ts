import type { Picture } from "../../../image/picture.js";
import type { DescriptorBlock } from "./block.js";
import { coherence } from "./coherence.js";
import { chromaHistogram, hueHistogram, lightnessHistogram, neutrals } from "./color-histograms.js";
import { colorLayout } from "./color-layout.js";
import { colorMoments } from "./color-moments.js";
import { edges } from "./edges.js";
import { focus } from "./focus.js";
import { greyness } from "./greyness.js";
import { gridTraces } from "./grid-traces.js";
import { localBinaryPatterns } from "./local-binary-patterns.js";
import { localContrast } from "./local-contrast.js";
import { mirror } from "./mirror.js";
import { orientedEnergy } from "./oriented-energy.js";
import { repeats } from "./repeats.js";
import { residual } from "./residual.js";
import { rowBands } from "./row-bands.js";
import { spectrum } from "./spectrum.js";
import { steps } from "./steps.js";
import { strokes } from "./strokes.js";

/** In the order in which they follow one another. A learned model depends on it: add at the end, and train anew. */
export const DESCRIPTOR_BLOCKS: readonly DescriptorBlock[] = [
  colorLayout,
  colorMoments,
  lightnessHistogram,
  chromaHistogram,
  hueHistogram,
  neutrals,
  orientedEnergy,
  localBinaryPatterns,
  edges,
  strokes,
  coherence,
  spectrum,
  focus,
  mirror,
  rowBands,
  localContrast,
  repeats,
  greyness,
  steps,
  residual,
  gridTraces,
];

export const DESCRIPTOR_LENGTH: number = DESCRIPTOR_BLOCKS.reduce((sum, { length }) => sum + length, 0);

/**
 * What can be measured of a picture without knowing what it shows, `DESCRIPTOR_LENGTH` numbers. None tells the size of
 * the file.
 */
export function describePixels(picture: Picture): Float32Array {
  const values = new Float32Array(DESCRIPTOR_LENGTH);
  let at = 0;
  for (const { length, measure } of DESCRIPTOR_BLOCKS) {
    values.set(measure(picture), at);
    at += length;
  }
  return values;
}
