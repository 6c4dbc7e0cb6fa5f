import type { Facet } from "../blueprint/facets.js";
import { phraseKey } from "./key.js";
import { STRENGTH_OF } from "./strength.js";
import type { TableEntry } from "./table.js";

export interface Entry {
  readonly facet: Facet;
  /** The usual word for it. */
  readonly name: string;
  /** All words for it, the usual one first. */
  readonly phrases: readonly string[];
  /** What says the contrary, as the table has it; `opposites` also looks the other way. */
  readonly opposites: readonly string[];
  /** Does not speak for phrases that end in it. */
  readonly whole: boolean;
  /** 0 to 1, see `STRENGTH_OF`. */
  readonly strength: number;
}

/** Phrases with their facets. Made by `standardVocabulary` and `loadVocabulary`. */
export interface Vocabulary {
  /** By phrase key, in the order of the tables. */
  readonly entries: ReadonlyMap<string, Entry>;
  /** Every single word of it, artists' names apart. */
  readonly words: ReadonlySet<string>;
  /** The entries that name a phrase key as their opposite, by that key. */
  readonly opposed: ReadonlyMap<string, readonly Entry[]>;
}

export function entryOf(facet: Facet, line: TableEntry): Entry {
  const phrases = [...new Set(line.phrases.map(phraseKey))];
  return {
    facet,
    name: phrases[0] ?? "",
    phrases,
    opposites: line.opposites.map(phraseKey),
    whole: line.whole,
    strength: line.strength ?? STRENGTH_OF[facet],
  };
}

/** Of two entries with a phrase in common the later one has it. */
export function makeVocabulary(list: readonly Entry[]): Vocabulary {
  const entries = new Map<string, Entry>();
  const words = new Set<string>();
  const opposed = new Map<string, Entry[]>();
  for (const entry of list) {
    for (const phrase of entry.phrases) {
      entries.set(phrase, entry);
      if (entry.facet !== "artist") for (const word of phrase.split(" ")) words.add(word);
    }
    for (const opposite of entry.opposites) {
      const others = opposed.get(opposite);
      if (others === undefined) opposed.set(opposite, [entry]);
      else others.push(entry);
    }
  }
  return { entries, words, opposed };
}
