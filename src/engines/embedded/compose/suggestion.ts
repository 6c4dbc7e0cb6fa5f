import type { Observation } from "../../../blueprint/observation.js";

/** Just under what prompts print unless told otherwise. */
const MOST = 0.49;

/** Shown as what may be, and kept out of prompts. */
export function asSuggestion(observation: Observation): Observation {
  return { ...observation, hypothesis: true, confidence: Math.min(observation.confidence, MOST) };
}

/** Whether a phrase is sure enough to be printed and to decide over others. */
export function isSpoken({ confidence, hypothesis, polarity }: Observation): boolean {
  return confidence > MOST && hypothesis !== true && polarity !== "exclude";
}
