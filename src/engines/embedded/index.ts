import { MEASUREMENTS } from "../../analysis/index.js";
import { paletteOf } from "../../analysis/palette/index.js";
import type { Perception } from "../../analysis/perception/types.js";
import type { Observation } from "../../blueprint/observation.js";
import type { Frame, Swatch } from "../../blueprint/types.js";
import type { Picture } from "../../image/picture.js";
import { compose } from "./compose/index.js";
import { isDrawn } from "./compose/medium.js";
import { phraseDetection } from "./detector/phrase-detection.js";
import { phraseText } from "./reader/phrase-text.js";
import type { Detection, ReadWord } from "./sight.js";

export interface Seen {
  readonly observations: readonly Observation[];
  readonly palette: readonly Swatch[];
  /** The figures behind the words, by measurement. */
  readonly measurements: { readonly [id: string]: unknown };
}

/** Pixels of the shorter side below which a picture is an icon or a stub: measured, and nothing said of it. */
const TOO_SMALL = 32;

/** What can be said of a picture with no model at all: every measurement, phrased where it is clear. */
export function observe(picture: Picture): Seen {
  const speaks = Math.min(picture.full.width, picture.full.height) >= TOO_SMALL;
  const measured = MEASUREMENTS.map((measurement) => {
    const value = measurement.measure(picture);
    return { id: measurement.id, value, observations: speaks ? measurement.phrase(value) : [] };
  });
  return {
    observations: measured.flatMap((result) => result.observations),
    palette: paletteOf(picture),
    measurements: Object.fromEntries(measured.map(({ id, value }) => [id, value])),
  };
}

/** What other eyes than the measurements saw; what is not there was not looked for. */
export interface OtherEyes {
  readonly perception?: Perception;
  readonly detection?: Detection;
  readonly words?: readonly ReadWord[];
}

/**
 * All that own eyes say of a picture beside what is told of it, and what is told, where eyes bear it out in their
 * words: see `compose`.
 */
export function interpret(
  told: readonly Observation[],
  { observations }: Seen,
  { perception, detection, words }: OtherEyes,
  frame: Frame,
): Observation[] {
  const trusted = perception === undefined || !isDrawn(perception.medium);
  return compose({
    told,
    measured: observations,
    ...(perception === undefined ? {} : { perception }),
    detected: detection === undefined ? [] : phraseDetection(detection, { frame, trusted }),
    lettering: words === undefined ? [] : phraseText(words, frame),
  });
}
