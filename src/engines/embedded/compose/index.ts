import type { Perception } from "../../../analysis/perception/types.js";
import { standingsOf } from "../../../blueprint/axes.js";
import type { Observation } from "../../../blueprint/observation.js";
import { mediumKind } from "./medium.js";
import { isMoment, wordMoment } from "./moment.js";
import { dropDenied, foldRepeats } from "./overlap.js";
import { OF_MEDIUM, phrasePerception } from "./perceived.js";
import { colorByMeasure, silenceByMedium } from "./silence.js";
import { settleContent } from "./subject.js";
import { asSuggestion, isSpoken } from "./suggestion.js";

/** What each pair of eyes has to say of a picture. */
export interface Glances {
  /** Others' words: the user's, the file's own, those of an engine with a model. */
  readonly told: readonly Observation[];
  readonly measured: readonly Observation[];
  readonly perception?: Perception;
  /** Things, people and how they stand in the frame. */
  readonly detected: readonly Observation[];
  /** Words that stand in the picture. */
  readonly lettering: readonly Observation[];
}

function isPlace({ facet, text }: Observation): boolean {
  return facet === "subject" || (facet === "setting" && !isMoment(text));
}

/** Own eyes and guesses give way; what people and models with words say stands as they said it. */
function mayGo({ evidence, hypothesis }: Observation): boolean {
  return hypothesis === true || /^(?:analysis|perception|detector)\b/u.test(evidence.source);
}

/** One medium from own eyes: another word at the same pole as a surer one, or as somebody's own, says nothing new. */
function sayMediumOnce(seen: readonly Observation[], told: readonly Observation[]): Observation[] {
  const poles = new Map<string, Observation>();
  const poleOf = (each: Observation): string | undefined =>
    each.facet === "medium"
      ? standingsOf(each.facet, each.text).find(({ axis }) => axis === "medium")?.pole
      : undefined;
  const bySureness = [...seen].sort((x, y) => y.confidence - x.confidence);
  for (const each of [...told, ...bySureness].filter(isSpoken)) {
    const pole = poleOf(each);
    if (pole !== undefined && !poles.has(pole)) poles.set(pole, each);
  }
  return seen.map((each) => {
    const standing = poles.get(poleOf(each) ?? "");
    return standing === undefined || standing === each ? each : { ...each, text: standing.text };
  });
}

/**
 * What own eyes add to what is told, as phrases that stand together: a thing is named once and in the narrowest
 * words, a place is the subject where nothing else is, what makes no sense on the medium is silent, and guesses that
 * something surer denies are gone. Contradictions among what is said are left to fusing.
 */
export function compose({ told, measured, perception, detected, lettering }: Glances): Observation[] {
  const seen = perception === undefined ? [] : colorByMeasure(phrasePerception(perception), measured);
  // The kinds of place were learned from views: of a screen or a logo they may be, and no more.
  const flat = mediumKind([...told, ...seen, ...measured]) === "graphic";
  const perceived = flat ? seen.map((each) => (OF_MEDIUM.has(each.facet) ? each : asSuggestion(each))) : seen;
  const others = perceived.filter((each) => !isPlace(each)).map(wordMoment);
  const content = settleContent({ told, things: detected, places: perceived.filter(isPlace) });
  const clear = silenceByMedium(measured, [...told, ...others]);
  const own = sayMediumOnce([...content, ...others, ...clear], told);
  return dropDenied(foldRepeats([...told, ...own, ...lettering], mayGo), mayGo);
}
