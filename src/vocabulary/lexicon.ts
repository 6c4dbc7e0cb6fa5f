import type { Facet } from "../blueprint/facets.js";
import { classify } from "./classify.js";
import { phraseKey } from "./key.js";
import { find, findEnd } from "./lookup.js";
import { headPhrase } from "./noun-phrase.js";
import { standardVocabulary } from "./standard.js";
import { STRENGTH_OF } from "./strength.js";
import type { Entry, Vocabulary } from "./vocabulary.js";

/** The entry of the phrase, else the one that its noun phrase ends in: "thick morning fog" has that of "fog". */
function nearest(phrase: string, vocabulary: Vocabulary): Entry | undefined {
  const key = phraseKey(phrase);
  return find(key, vocabulary) ?? findEnd(headPhrase(key.split(" ")), "last", vocabulary)?.entry;
}

/**
 * What says the contrary of the phrase: the usual words of its opposites in the order of its line, then of those
 * that name it as theirs. A phrase that only ends in a known one has the opposites of that.
 */
export function opposites(phrase: string, vocabulary: Vocabulary = standardVocabulary()): readonly string[] {
  const entry = nearest(phrase, vocabulary);
  if (entry === undefined) return [];
  const said = entry.opposites.map((opposite) => find(opposite, vocabulary)?.name ?? opposite);
  const turned = entry.phrases.flatMap((own) => vocabulary.opposed.get(own) ?? []).map(({ name }) => name);
  return [...new Set([...said, ...turned])].filter((name) => name !== entry.name);
}

/** Other words for the same, the usual one first; none where the whole phrase is not in the vocabulary. */
export function synonyms(phrase: string, vocabulary: Vocabulary = standardVocabulary()): readonly string[] {
  const key = phraseKey(phrase);
  const entry = find(key, vocabulary);
  return entry === undefined
    ? []
    : entry.phrases.filter((other) => find(other, vocabulary) === entry && other !== key);
}

/** How strongly the phrase pulls a picture, 0 to 1, as `STRENGTH_OF` defines it. */
export function strengthOf(phrase: string, vocabulary: Vocabulary = standardVocabulary()): number {
  const { facet } = classify(phrase, { vocabulary });
  const entry = nearest(phrase, vocabulary);
  return entry?.facet === facet ? entry.strength : STRENGTH_OF[facet];
}

/** The usual words of a facet's entries, in the order of the tables. */
export function phrasesOf(facet: Facet, vocabulary: Vocabulary = standardVocabulary()): readonly string[] {
  const names = new Set<string>();
  for (const entry of vocabulary.entries.values()) if (entry.facet === facet) names.add(entry.name);
  return [...names];
}
