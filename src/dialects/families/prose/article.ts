import type { Phrase } from "./phrase.js";

/** Nouns that a picture has just one of. */
const UNIQUE_HEADS: ReadonlySet<string> = new Set([
  "subject",
  "viewer",
  "camera",
  "foreground",
  "background",
  "horizon",
  "thirds",
]);

/** Landmarks whose names take "the". */
const THE_NAMES =
  /(?:tower|bridge|museum|palace|cathedral|river|sea|ocean|mountains|alps|canyon|desert|islands|falls|highlands)$/u;

const VOWEL_NUMBERS = /^(?:8|11(?!\d)|18(?!\d))/u;
const YOU_SOUND = /^(?:uni(?!m|n)|us[ae]|usu|eu|one\b|once|ut[ei]|ubi|ufo|uk|ural|u-)/u;
const SILENT_H = /^(?:hour|honest|hono|heir)/u;
const SPELLED_VOWEL = /^(?:[AEFHILMNORSX](?![A-Z]*[AEIOU])[A-Z]*\d*|LED|SUV|RPG|NFT|F\/.*)$/u;

/** "a" or "an", by the sound with which the text begins. */
export function indefinite(text: string): "a" | "an" {
  const first = text.replace(/^["'(]+/u, "").split(/[\s-]/u)[0] ?? "";
  if (VOWEL_NUMBERS.test(first) || SPELLED_VOWEL.test(first) || /^f\/\d/u.test(first)) return "an";
  if (first.length > 1 && first === first.toUpperCase() && /^[B-DGJKPQT-WYZ]/u.test(first)) return "a";
  const lower = first.toLowerCase();
  if (YOU_SOUND.test(lower)) return "a";
  return SILENT_H.test(lower) || /^[aeiouàáâäåæèéêëìíîïòóôöøùúûü]/u.test(lower) ? "an" : "a";
}

/** What stands before a noun phrase: "a ", "an ", "the " or nothing. Other shapes take nothing. */
export function leadOf(phrase: Phrase): string {
  if (phrase.shape !== "noun" && phrase.shape !== "clause") return "";
  const [first = ""] = phrase.words;
  if (phrase.determined) {
    const named = /^\p{Lu}/u.test(phrase.text) && phrase.words.length > 1;
    return named && THE_NAMES.test(phrase.head) ? "the " : "";
  }
  if (
    (UNIQUE_HEADS.has(first) && phrase.head === first) ||
    /^(?:rule of thirds|golden (?:ratio|spiral|section))/u.test(phrase.words.join(" "))
  )
    return "the ";
  if (/^(?:full|upper|half|lower)[ -]body$/u.test(phrase.words.join(" "))) return "";
  if (phrase.number !== "one" || !/\p{Script=Latin}/u.test(phrase.text)) return "";
  return `${indefinite(phrase.text)} `;
}
