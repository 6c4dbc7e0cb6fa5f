import type { Observation } from "../../../blueprint/observation.js";
import type { Frame } from "../../../blueprint/types.js";
import type { Detection } from "../sight.js";
import { phraseFraming } from "./framing.js";
import { phrasePeople } from "./people.js";
import { phrasePosture } from "./posture.js";
import { phraseThings } from "./things.js";

export interface PhraseDetectionOptions {
  /** Pixels of the picture. */
  readonly frame: Frame;
  /**
   * Whether the picture is likely a photograph, which is what detectors were taught. Of what is drawn, painted or a
   * screen only people and things of the surest kind are told, and nothing of how they stand.
   */
  readonly trusted: boolean;
}

/**
 * What a detection says in words, an observation for each kind of thing: who and what is there, from how near it is
 * seen, which way a lone person looks and stands. Nothing of who people are.
 */
export function phraseDetection(
  detection: Detection,
  { frame, trusted }: PhraseDetectionOptions,
): readonly Observation[] {
  const things = phraseThings(detection.objects, trusted);
  const people = phrasePeople(detection, trusted);
  if (!trusted) return [...people, ...things];
  return [...people, ...things, ...phrasePosture(detection, frame), ...phraseFraming(detection, frame)];
}
