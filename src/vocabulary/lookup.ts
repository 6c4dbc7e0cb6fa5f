import { phraseKey } from "./key.js";
import { standardVocabulary } from "./standard.js";
import type { Entry, Vocabulary } from "./vocabulary.js";

/** Whether the word stands in any phrase of the vocabulary, in singular or plural. */
export function isKnownWord(word: string, vocabulary: Vocabulary): boolean {
  return forms(word).some((form) => vocabulary.words.has(form));
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
export function find(key: string, vocabulary: Vocabulary): Entry | undefined {
  const exact = vocabulary.entries.get(key);
  if (exact !== undefined) return exact;
  for (const form of forms(key)) {
    const entry = vocabulary.entries.get(form);
    if (entry !== undefined) return entry;
  }
  return undefined;
}

/** The longest run of words at one end of the phrase that the vocabulary knows, at most five words. */
export function findEnd(
  words: readonly string[],
  end: "first" | "last",
  vocabulary: Vocabulary,
): { readonly entry: Entry; readonly words: number } | undefined {
  for (let count = Math.min(5, words.length); count > 0; count -= 1) {
    const run = end === "first" ? words.slice(0, count) : words.slice(-count);
    const entry = find(run.join(" "), vocabulary);
    if (entry !== undefined && !(entry.whole && count < words.length)) return { entry, words: count };
  }
  return undefined;
}

/** The entry that holds the phrase, written in any of its forms; nothing where only its end is known. */
export function lookup(phrase: string, vocabulary: Vocabulary = standardVocabulary()): Entry | undefined {
  return find(phraseKey(phrase), vocabulary);
}
