import type { Facet } from "../../../blueprint/facets.js";
import { PURPOSE_SETS } from "../../../blueprint/negate/purposes.js";
import { phrasesOf } from "../../../vocabulary/lexicon.js";
import { standardVocabulary } from "../../../vocabulary/standard.js";
import type { Vocabulary } from "../../../vocabulary/vocabulary.js";
import type { PhraseList } from "./types.js";

/** What is wrong with a picture, rather than what it shows. */
const DEFECT =
  /\b(?:low|lowest|worst|worse|bad|poor|poorly|ugly|wrong|amateur\w*|medium quality|blurr?\w*|unfocused|fuzzy|smudged|jpe?g|artifacts?|errors?|noise|banding|aliasing|moire|compressed|pixelated|\w*nonsense|disproportionate|deform\w*|disfigured|malformed|mutat\w*|mutilated|missing|extra|fewer|fused|too many|six|cloned|cropped|duplicate\w*|distorted|displeasing|overexposed|underexposed|tiling|draft|unfinished|sloppy|dull|gross|lowres)\b/u;

/** What is said of a picture by those who showed it. */
const ACCLAIM =
  /\b(?:trending|popular|viral|featured|choice|pick|award|prize|winning|winner|acclaimed|of the year)\b/u;

/** CLIP hardly reads a negation: "no people" resembles pictures of people. */
const DENIAL = /^(?:no|not|without|free of)\b|\bfree$/u;

/** Styles that name whose they are, who is in no list of artists; "rembrandt lighting" is a light of its own. */
const NAMESAKE =
  /^(?:tim burton|wes anderson|kubrick) style$|^(?:kubrick|hitchcock|lynch|tarkovsk|dickens|orwell|lovecraft)ian$|^(?:fellini|burton|kafka|tolkien)esque$/u;

/** In the order in which ties are resolved: what changes most of a picture first. */
const FLAVORS: readonly Facet[] = [
  "lighting",
  "atmosphere",
  "palette",
  "composition",
  "camera",
  "detail",
  "setting",
  "action",
];

/** Every way to say every entry of the facet, in the order of the tables. */
function wordings(facet: Facet, vocabulary: Vocabulary): string[] {
  const phrases: string[] = [];
  for (const [phrase, entry] of vocabulary.entries) if (entry.facet === facet) phrases.push(phrase);
  return phrases.filter((phrase) => !DENIAL.test(phrase) && !NAMESAKE.test(phrase));
}

/**
 * The vocabulary as an interrogator wants it: subjects, artists ("by ..."), flavors, mediums, movements, trendings,
 * negative. A phrase stands in one list only, but for negative, and names nobody but for artists. Praise that no picture can show ("masterpiece", "8k")
 * and wishes for lettering stand in none.
 */
export function standardLists(vocabulary: Vocabulary = standardVocabulary()): PhraseList[] {
  const quality = wordings("quality", vocabulary);
  const excluded = (["quality", "anatomy", "clean"] as const).flatMap((purpose) =>
    PURPOSE_SETS[purpose].excludes.map(({ text }) => text),
  );
  const defects = quality.filter((phrase) => DEFECT.test(phrase));
  return [
    { name: "subjects", phrases: wordings("subject", vocabulary) },
    { name: "artists", phrases: phrasesOf("artist", vocabulary).map((artist) => `by ${artist}`) },
    { name: "flavors", phrases: FLAVORS.flatMap((facet) => wordings(facet, vocabulary)) },
    { name: "mediums", phrases: wordings("medium", vocabulary) },
    { name: "movements", phrases: wordings("style", vocabulary) },
    {
      name: "trendings",
      phrases: quality.filter((phrase) => ACCLAIM.test(phrase) && !DEFECT.test(phrase)),
    },
    { name: "negative", phrases: [...new Set([...excluded, ...defects])] },
  ];
}
