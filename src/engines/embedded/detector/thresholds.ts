/** From when on a label is spoken. */
export interface Threshold {
  /** Least score of the surest one. */
  readonly score: number;
  /** Least share of the picture that they cover together: what is smaller is no part of what a picture is of. */
  readonly area: number;
  /** How often it was right where it was spoken, 0 to 1. */
  readonly precision: number;
  /** Least score where the picture is no photograph; never spoken there unless given. */
  readonly drawn?: number;
}

/**
 * Kinds of thing whose labels behave alike, so that their counts are pooled: most labels are met too rarely to have a
 * figure of their own. A figure is (right + 1) / (spoken + 2), Laplace's rule of succession.
 *
 * @source judged by eye on pictures listed in tools/eval/detector-truth.jsonl
 */
const ANIMAL = { area: 0.04, precision: 0.95 };
const VEHICLE = { area: 0.03, precision: 0.95 };
/** Of these only what the picture is plainly of: in a room or a street they stand everywhere. */
const OBJECT = { score: 0.62, area: 0.1, precision: 0.88 };

/**
 * Labels that were met and, people aside, never wrong from their threshold on. Others of the 80 that the detector knows are wrong too
 * often ("potted plant", "kite", "fire hydrant", "bird", "truck") or were hardly met, large and sure ("bicycle", "cup").
 */
export const THRESHOLDS: { readonly [label: string]: Threshold } = {
  person: { score: 0.45, area: 0, precision: 0.92, drawn: 0.6 },
  cat: { ...ANIMAL, score: 0.45 },
  dog: { ...ANIMAL, score: 0.45 },
  elephant: { ...ANIMAL, score: 0.5 },
  giraffe: { ...ANIMAL, score: 0.47 },
  horse: { ...ANIMAL, score: 0.6 },
  airplane: { ...VEHICLE, score: 0.5 },
  car: { ...VEHICLE, score: 0.45 },
  train: { ...VEHICLE, score: 0.55 },
  chair: { ...OBJECT, score: 0.5 },
  bottle: OBJECT,
  pizza: OBJECT,
  refrigerator: OBJECT,
};

/**
 * How often what is said of how people are seen was right, 0 to 1; what is not here is never said. Counted as above,
 * left and right together.
 */
export const POSES: { readonly [text: string]: number } = {
  "close-up": 0.95,
  "medium close-up": 0.86,
  "full shot": 0.91,
  "wide shot": 0.95,
  "facing the viewer": 0.94,
  "facing left": 0.86,
  "facing right": 0.86,
  standing: 0.86,
};
