import { isKnownWord } from "../../../vocabulary/lookup.js";
import { standardVocabulary } from "../../../vocabulary/standard.js";

/** How far a word is to be believed: on its own, beside one that is, or not at all. */
export type Credit = "itself" | "beside" | "none";

/** Least confidence, 0 to 100, at which a word of so many letters stands by itself; an unknown word needs more. */
const FLOORS: readonly { readonly letters: number; readonly known: number; readonly unknown: number }[] = [
  { letters: 6, known: 66, unknown: 84 },
  { letters: 4, known: 72, unknown: 86 },
  { letters: 3, known: 88, unknown: 92 },
];

/** Below it no word is believed, whatever stands beside it. */
const FLOOR = 60;
const SHORT_FLOOR = 80;

/** What tesseract makes of edges, frames and shadows beside a word. */
const DEBRIS = /^[^\p{L}\p{N}$€£#@&("'“‘]+|[^\p{L}\p{N}%)!?.'"”’]+$/gu;
const WORD = /^[\p{L}\p{N}]+(?:['’.&:/@+-][\p{L}\p{N}]+)*$/u;

/** The word without debris at its ends; nothing where it is debris. */
export function cleanWord(text: string): string {
  if (text === "&") return text;
  return text.replace(DEBRIS, "").replace(/^\(([^)]*)$|^([^(]*)\)$/u, "$1$2");
}

/** Lower case, capitalized, all capitals, or two capitalized parts as names have them: not "oNe". */
function hasUsualCase(letters: string): boolean {
  return /^(?:\p{Ll}+|\p{Lu}+|\p{Lu}\p{Ll}+|\p{Lu}\p{Ll}+\p{Lu}\p{Ll}+|\p{Lu}+s)$/u.test(letters);
}

/** A vowel, no letter thrice running, and no heap of consonants: what can be spoken, or is short enough for initials. */
function isPronounceable(letters: string): boolean {
  const word = letters.toLowerCase();
  if (/(\p{L})\1\1/u.test(word)) return false;
  if (letters.length <= 4 && letters === letters.toUpperCase()) return true;
  return /[aeiouyà-üœæ]/u.test(word) && !/[bcdfghjklmnpqrstvwxz]{5}/u.test(word);
}

/** Words that say nothing by themselves. */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  "a am an and are as at be but by do for from has go he if in is it its me my no not of off on or our so that the their this to up us was we with you your".split(
    " ",
  ),
);

/** Whether the word only leads from one word to the next. */
export function isFunctionWord(text: string): boolean {
  return FUNCTION_WORDS.has(text.toLowerCase());
}

/** What a word of 1 or 2 letters or of digits is worth: "of", "PG", "59", but neither "Yi" nor a letter on its own. */
function creditOfShort(core: string, confidence: number): Credit {
  const usual = isFunctionWord(core) || /^(?:I|&|.*\d.*|\p{Lu}[.&]?\p{Lu})$/u.test(core);
  return confidence >= SHORT_FLOOR && usual ? "beside" : "none";
}

/** What a cleaned word is worth that was read with a confidence of 0 to 100. */
export function creditOf(text: string, confidence: number): Credit {
  const core = text.replace(/^[("'“‘$€£#@]+|[%)!?.'"”’:,;]+$/gu, "");
  if (confidence < FLOOR || !(WORD.test(core) || core === "&")) return "none";
  const letters = core.replace(/[^\p{L}]+/gu, "");
  if (letters.length < 3) return creditOfShort(core, confidence);
  const parts = core.split(/[^\p{L}]+/u).filter((part) => part !== "");
  if (!parts.every(hasUsualCase) || !isPronounceable(letters)) return "none";
  if (isFunctionWord(letters)) return "beside";
  const known = isKnownWord(letters.toLowerCase(), standardVocabulary());
  // three small letters that are no word are a part of one
  if (letters.length === 3 && !known && letters !== letters.toUpperCase()) return "none";
  const floor = FLOORS.find((row) => letters.length >= row.letters);
  return floor !== undefined && confidence >= (known ? floor.known : floor.unknown) ? "itself" : "beside";
}
