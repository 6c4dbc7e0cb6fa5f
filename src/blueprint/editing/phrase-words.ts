import { meaningOf } from "../meaning.js";
import { isPreposition } from "./links.js";

const IRREGULAR: { readonly [plural: string]: string } = {
  people: "person",
  men: "man",
  women: "woman",
  children: "child",
  feet: "foot",
  teeth: "tooth",
  mice: "mouse",
  geese: "goose",
  wolves: "wolf",
  leaves: "leaf",
  knives: "knife",
  shelves: "shelf",
};

/** Plurals that mean another thing than their singulars, and words that only look like plurals. */
const NO_PLURAL: ReadonlySet<string> = new Set([
  ...["glasses", "woods", "goods", "news", "series", "species", "lens", "chaos", "canvas", "atlas", "always"],
  ...["jeans", "clothes", "shorts", "physics", "graphics", "mars", "paris", "christmas"],
]);

/** Nouns in -ing; any other such word after the first is a verb, which ends the noun phrase. */
const NOUNS_IN_ING: ReadonlySet<string> = new Set([
  ...[
    "lighting",
    "painting",
    "building",
    "clothing",
    "drawing",
    "engraving",
    "etching",
    "rendering",
    "shading",
  ],
  ...[
    "evening",
    "morning",
    "ceiling",
    "wing",
    "king",
    "ring",
    "string",
    "spring",
    "swing",
    "thing",
    "earring",
  ],
  ...[
    "wedding",
    "setting",
    "railing",
    "carving",
    "duckling",
    "styling",
    "framing",
    "grading",
    "being",
    "fling",
  ],
]);

/** A word without its plural ending, for comparing only. */
function singular(word: string): string {
  const irregular = IRREGULAR[word];
  if (irregular !== undefined) return irregular;
  if (word.length <= 3 || NO_PLURAL.has(word) || !/[a-z]{2}s$/u.test(word) || /(?:ss|us|is)$/u.test(word))
    return word;
  if (/ies$/u.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  return /(?:s|x|z|ch|sh)es$/u.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}

export interface PhraseWords {
  /** In order, lower case, singular, without articles. */
  readonly words: readonly string[];
  /** The noun that the others describe: the last word before the first preposition or verb. */
  readonly head: string;
}

/** The words of a phrase as they are compared. */
export function phraseWords(text: string): PhraseWords {
  const plain = meaningOf(text)
    .split(" ")
    .filter((word) => word !== "");
  const cut = plain.findIndex(
    (word, index) =>
      index > 0 &&
      (isPreposition(word) || (word.length > 4 && word.endsWith("ing") && !NOUNS_IN_ING.has(word))),
  );
  const words = plain.map((word) => (word === "lighting" ? "light" : singular(word)));
  return { words, head: words[(cut === -1 ? words.length : cut) - 1] ?? "" };
}
