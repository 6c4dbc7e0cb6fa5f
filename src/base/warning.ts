/**
 * What was dropped or approximated on the way. Nothing is lost in silence: whoever degrades, warns.
 */
export type WarningCode =
  | "phrase-dropped" // a whole phrase did not fit the budget or the target cannot express it
  | "weight-dropped" // the target has no weights
  | "weight-clamped" // outside the range that the target takes
  | "negative-rephrased" // an exclusion became a positive phrase
  | "negative-dropped" // an exclusion that the target cannot express
  | "parameter-dropped" // the target or this version of it has no such parameter
  | "parameter-clamped"
  | "ratio-approximated" // snapped to the nearest ratio or size that the target takes
  | "budget-estimated" // tokens counted without the vocabulary
  | "over-recommended" // within the hard limit, above what the vendor recommends
  | "target-retired" // the vendor has shut the model down
  | "contradiction" // two sources disagree; the surer one stands
  | "hypothesis" // said, but only as a guess
  | "metadata-ignored" // a block in the file was damaged, too large or not understood
  | "metadata-partial" // a block was read only in part
  | "syntax-approximated" // a construct of a prompt grammar was flattened into plain phrases
  | "image-approximated" // the picture was read, with something guessed (profile, frame, damage)
  | "model-mismatch" // another model than the target's own ranked the phrases
  | "engine-limited" // an engine could say less than it can at its best, or is unsure of what it says
  | "subject-unknown" // nothing says what the picture shows
  | "option-ignored";

export interface Warning {
  readonly code: WarningCode;
  /** One sentence, without the final full stop, naming what was lost and why. */
  readonly message: string;
  /** Where: a target, a file's block, a facet. */
  readonly where?: string;
  readonly termId?: string;
  /** The run of the source text that it is about: UTF-16 offsets, `end` exclusive. */
  readonly span?: { readonly start: number; readonly end: number };
}
