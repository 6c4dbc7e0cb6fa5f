import type { Perception, SpokenPhrase } from "../../../analysis/perception/types.js";
import type { Facet } from "../../../blueprint/facets.js";
import type { Observation } from "../../../blueprint/observation.js";
import { asSuggestion } from "./suggestion.js";

/** What may be, beyond these, tells nobody anything. */
const MOST_SUGGESTIONS = 3;

/** What the head for media speaks of; the other is for place, time and weather. */
export const OF_MEDIUM: ReadonlySet<Facet> = new Set<Facet>(["medium", "style"]);

function observe({ facet, text, confidence }: SpokenPhrase): Observation {
  const head = OF_MEDIUM.has(facet) ? "medium" : "scene";
  const evidence = {
    source: `perception:${head}`,
    score: confidence,
    note: "by the look of the whole picture",
  };
  return { facet, text, confidence, evidence };
}

/** What the perception model says, and at most three of its suggestions. */
export function phrasePerception({ spoken, suggested }: Perception): Observation[] {
  return [
    ...spoken.map(observe),
    ...suggested.slice(0, MOST_SUGGESTIONS).map((phrase) => asSuggestion(observe(phrase))),
  ];
}
