import type { Observation } from "../../../blueprint/observation.js";
import { clashingAxis, polesOf } from "../../../blueprint/poles.js";
import { isSpoken } from "./suggestion.js";

/** Words that a phrase can lack and still say the same. */
const EMPTY_WORDS: ReadonlySet<string> = new Set(
  "a an the of in on at with by and its style image picture scene outdoor outdoors".split(" "),
);

/** One number of a noun for both: "dogs" and "dog". */
export function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}'-]+/u)
    .filter((word) => word !== "" && !EMPTY_WORDS.has(word))
    .map((word) =>
      word.length > 3 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word,
    );
}

/** Whether all that the phrase says is said by the other, in more words. */
function isWithin(phrase: Observation, other: Observation): boolean {
  const [few, many] = [wordsOf(phrase.text), wordsOf(other.text)];
  return few.length > 0 && few.length < many.length && few.every((word) => many.includes(word));
}

/**
 * Observations without what a longer one says too: "black and white" beside "black and white photograph". The longer
 * takes over the evidence. Only what `mayGo` allows is left out.
 */
export function foldRepeats(
  observations: readonly Observation[],
  mayGo: (seen: Observation) => boolean,
): Observation[] {
  const spoken = observations.filter(isSpoken);
  return observations.map((seen) => {
    if (!mayGo(seen) || seen.polarity === "exclude") return seen;
    const whole = spoken.find((other) => other !== seen && isWithin(seen, other));
    if (whole === undefined) return seen;
    const { facet, text } = whole;
    return { ...seen, facet, text };
  });
}

/** Observations without the guesses that something spoken denies: nobody needs to hear of them. */
export function dropDenied(
  observations: readonly Observation[],
  mayGo: (seen: Observation) => boolean,
): Observation[] {
  const poles = polesOf(observations.filter(isSpoken));
  return observations.filter((seen) => {
    if (isSpoken(seen) || !mayGo(seen)) return true;
    return clashingAxis(poles, seen) === undefined;
  });
}
