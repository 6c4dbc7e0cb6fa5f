import type { Standing } from "../axes.js";
import { standingsOf } from "../axes.js";
import { meaningOf } from "../meaning.js";
import { depictionOf } from "../negate/depiction.js";
import { placeTerms } from "../place-terms.js";
import type { Phrase } from "../poles.js";
import type { Term } from "../types.js";

/** What has to be known of phrases to tell whether they go together; each answer is worked out once. */
export interface Study {
  readonly meaning: (text: string) => string;
  readonly standings: (phrase: Phrase) => readonly Standing[];
  /** Meanings of the contraries of a phrase. */
  readonly opposed: (text: string) => readonly string[];
  /** Whether the phrase shows what the blueprint excludes. */
  readonly isExcluded: (phrase: Phrase) => boolean;
}

function remember<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const answer = known.get(text) ?? work(text);
    known.set(text, answer);
    return answer;
  };
}

export function studyOf(terms: readonly Term[], opposites: (phrase: string) => readonly string[]): Study {
  const exclusions = terms.filter(({ polarity }) => polarity === "exclude");
  const meaning = remember(meaningOf);
  const standings = new Map<string, readonly Standing[]>();
  const shows = new Map<string, boolean>();
  const once = <T>(known: Map<string, T>, { facet, text }: Phrase, work: () => T): T => {
    const key = `${facet} ${text}`;
    const answer = known.get(key) ?? work();
    known.set(key, answer);
    return answer;
  };
  return {
    meaning,
    standings: (phrase) => once(standings, phrase, () => standingsOf(phrase.facet, phrase.text)),
    opposed: remember((text) => opposites(text).map(meaning)),
    isExcluded: (phrase) =>
      exclusions.length > 0 &&
      once(shows, phrase, () => {
        const { naming } = depictionOf(placeTerms([], [phrase]).added);
        return exclusions.some((exclusion) => naming(exclusion).length > 0);
      }),
  };
}
