import type { Facet } from "../blueprint/facets.js";
import { FACETS } from "../blueprint/facets.js";
import { parseTable } from "./table.js";
import { VOCABULARY } from "./vocabulary.generated.js";

export interface Entry {
  readonly facet: Facet;
  /** The usual word for it. */
  readonly name: string;
  /** Does not speak for phrases that end in it. */
  readonly whole: boolean;
}

interface Index {
  readonly entries: ReadonlyMap<string, Entry>;
  /** Every single word of the vocabulary. */
  readonly words: ReadonlySet<string>;
}

let index: Index | undefined;

function build(): Index {
  const entries = new Map<string, Entry>();
  const words = new Set<string>();
  for (const facet of FACETS) {
    for (const { phrases, whole } of parseTable(VOCABULARY[facet])) {
      const entry: Entry = { facet, name: phrases[0] ?? "", whole };
      for (const phrase of phrases) {
        entries.set(phrase, entry);
        if (facet !== "artist") for (const word of phrase.split(" ")) words.add(word);
      }
    }
  }
  return { entries, words };
}

/** Whether the word stands in any phrase of the vocabulary, in singular or plural. */
export function isKnownWord(word: string): boolean {
  index ??= build();
  const { words } = index;
  return forms(word).some((form) => words.has(form));
}

/** Singular guesses of an English plural, and the word itself first. */
function forms(key: string): string[] {
  if (!key.endsWith("s") || key.length < 4 || key.endsWith("ss")) return [key, `${key}s`];
  const guesses = [key, key.slice(0, -1)];
  if (key.endsWith("ies")) guesses.push(`${key.slice(0, -3)}y`);
  if (key.endsWith("es")) guesses.push(key.slice(0, -2));
  if (key.endsWith("ves")) guesses.push(`${key.slice(0, -3)}f`, `${key.slice(0, -3)}fe`);
  return guesses;
}

/** The vocabulary's entry for a phrase key, in singular or plural. */
export function lookup(key: string): Entry | undefined {
  index ??= build();
  for (const form of forms(key)) {
    const entry = index.entries.get(form);
    if (entry !== undefined) return entry;
  }
  return undefined;
}

/** The longest run of words at one end of the phrase that the vocabulary knows, at most five words. */
export function lookupEnd(
  words: readonly string[],
  end: "first" | "last",
): { readonly entry: Entry; readonly words: number } | undefined {
  for (let count = Math.min(5, words.length); count > 0; count -= 1) {
    const run = end === "first" ? words.slice(0, count) : words.slice(-count);
    const entry = lookup(run.join(" "));
    if (entry !== undefined && !(entry.whole && count < words.length)) return { entry, words: count };
  }
  return undefined;
}
