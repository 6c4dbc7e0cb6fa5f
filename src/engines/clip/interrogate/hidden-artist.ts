import { artistNamed } from "../../../vocabulary/artist-name.js";
import { phraseKey } from "../../../vocabulary/key.js";
import type { Vocabulary } from "../../../vocabulary/vocabulary.js";
import type { PhraseTable } from "../phrases/types.js";

const BEFORE_NAME = /^(?:inspired )?by (?=\S)/u;

/** The name in a phrase of the artists' table: "by ..." or "inspired by ...". */
export function artistIn(phrase: string): string {
  return phrase.replace(/^(?:inspired )?by (?=\S)/iu, "");
}

/**
 * Tells phrases that name an artist: one that the vocabulary or the artists' table knows, or whoever follows "by". A
 * name of one word counts only when it is the whole phrase or follows "by": "rembrandt lighting" is a way to light.
 */
export function makeArtistSpotter(
  artists: PhraseTable | undefined,
  vocabulary: Vocabulary,
): (phrase: string) => boolean {
  const names = new Set((artists?.phrases ?? []).map((phrase) => phraseKey(artistIn(phrase))));
  for (const [key, { facet }] of vocabulary.entries) if (facet === "artist") names.add(key);
  names.delete("");
  const longest = [...names].reduce((most, name) => Math.max(most, name.split(" ").length), 0);
  return (phrase) => {
    const key = phraseKey(phrase);
    if (names.has(key.replace(BEFORE_NAME, "")) || artistNamed(key, vocabulary) !== undefined) return true;
    const words = key.split(" ");
    return words.some((_, start) => {
      const most = Math.min(longest, words.length - start);
      for (let count = 2; count <= most; count += 1) {
        if (names.has(words.slice(start, start + count).join(" "))) return true;
      }
      return false;
    });
  };
}
