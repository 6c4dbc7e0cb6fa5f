import type { Observation } from "../../../blueprint/observation.js";
import { isOfPeople, namesSame } from "./kinds.js";
import { asSetting } from "./setting.js";
import { asSuggestion, isSpoken } from "./suggestion.js";

/** From these a thing that nobody mentioned stands beside what is told. */
const SURE_OF_PEOPLE = 0.8;
const SURE_OF_THINGS = 0.9;

/** A thing may fill a picture that is of no place: from here on its place is believed. */
const SURE_OF_PLACE_OF_THINGS = 0.9;

/** What is shown, by who says so. */
export interface Content {
  /** The user, the file and engines with a model. */
  readonly told: readonly Observation[];
  /** Things that the detector saw. */
  readonly things: readonly Observation[];
  /** Kinds of place that the perception model saw. */
  readonly places: readonly Observation[];
}

/** In another's words, so that the two become one term with the evidence of both. */
function inWordsOf(seen: Observation, { text, facet }: Observation): Observation {
  return { ...seen, text, facet };
}

function isOne(text: string): boolean {
  return /^(?:an?|one) /u.test(text);
}

/** A guess that what was seen bears out: "golden-retriever.jpg" where a dog is. */
function guessFor(seen: Observation, told: readonly Observation[]): Observation | undefined {
  const guesses = told.filter(
    ({ facet, hypothesis, polarity }) =>
      hypothesis === true && polarity !== "exclude" && (facet === "subject" || facet === "setting"),
  );
  return guesses.find(({ text }) => namesSame(text, seen.text));
}

function settleThing(seen: Observation, told: readonly Observation[]): Observation {
  const subjects = told.filter(
    (each) => isSpoken(each) && (each.facet === "subject" || each.facet === "action"),
  );
  const same = subjects.find(({ text }) => namesSame(text, seen.text));
  if (same !== undefined) return inWordsOf(seen, same);
  if (subjects.length > 0) {
    const least = isOfPeople(seen.text) ? SURE_OF_PEOPLE : SURE_OF_THINGS;
    return seen.confidence >= least ? seen : asSuggestion(seen);
  }
  const guess = isSpoken(seen) && isOne(seen.text) ? guessFor(seen, told) : undefined;
  return guess === undefined ? seen : { ...inWordsOf(seen, guess), facet: "subject" };
}

/**
 * A place is what the picture is of where nothing else is; beside people and things it is where they are. Where its
 * place is told it only bears that out, or is a suggestion.
 */
function settlePlace(seen: Observation, told: readonly Observation[], lone: boolean): Observation {
  if (!isSpoken(seen)) return seen;
  const content = told.filter((each) => isSpoken(each) && /^(?:subject|action|setting)$/u.test(each.facet));
  const same = content.find(({ text }) => namesSame(text, seen.text));
  if (same !== undefined) return inWordsOf(seen, same);
  if (content.some(({ facet }) => facet === "setting")) return asSuggestion(seen);
  const guess = guessFor(seen, told);
  const named = guess === undefined ? seen : inWordsOf(seen, guess);
  return lone ? { ...named, facet: "subject" } : { ...asSetting(named), facet: "setting" };
}

/** What is shown, where: things and places in the surest and narrowest words that anybody has for them. */
export function settleContent({ told, things, places }: Content): Observation[] {
  const settled = things.map((seen) => (seen.facet === "subject" ? settleThing(seen, told) : seen));
  const subjects = [...told, ...settled].filter((each) => each.facet === "subject" && isSpoken(each));
  const seenThings = settled.filter((each) => each.facet === "subject" && isSpoken(each));
  const ofThings = seenThings.length > 0 && !seenThings.some(({ text }) => isOfPeople(text));
  const believed = places.map((seen) =>
    ofThings && seen.confidence < SURE_OF_PLACE_OF_THINGS ? asSuggestion(seen) : seen,
  );
  const surest = believed.filter(isSpoken).sort((x, y) => y.confidence - x.confidence)[0];
  return [
    ...settled,
    ...believed.map((seen) => settlePlace(seen, told, subjects.length === 0 && seen === surest)),
  ];
}
