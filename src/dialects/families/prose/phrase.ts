import type { Facet } from "../../../blueprint/facets.js";
import type { Term } from "../../../blueprint/types.js";
import { wordsOf } from "../select.js";
import {
  DETERMINERS,
  FINITE_VERBS,
  ING_NOUNS,
  isAdjective,
  isMass,
  isPlural,
  PARTICIPLES,
  PICTURE_NOUNS,
  PLURAL_DETERMINERS,
  PREPOSITIONS,
} from "./words.js";

/**
 * What a phrase can do in a sentence. `sentence` stands by itself; `clause` has its own verb ("a cat sits on a
 * mat"); `participle` ("resting", "lit from behind"); `preposition` ("at dusk"); `label` fits no grammar
 * ("1girl", "8k").
 */
export type Shape = "sentence" | "clause" | "participle" | "preposition" | "adjective" | "noun" | "label";

export interface Phrase {
  readonly term: Term;
  /** As printed inside a sentence: the term's words, their first letter lowered where it is no name's. */
  readonly text: string;
  readonly shape: Shape;
  /** Lower-case words, without punctuation at their ends. */
  readonly words: readonly string[];
  /** The lower-case noun that the phrase is about; of other shapes the last word. */
  readonly head: string;
  readonly number: "one" | "many" | "mass";
  /** Takes no article: it has a determiner of its own, or is a name. */
  readonly determined: boolean;
  /** Words follow the noun: "a cyclist with an umbrella". */
  readonly modified: boolean;
}

const LABELS =
  /^(?:\d+\+?(?:girl|boy|other)s?|solo|[1248]k|u?hd|hdr|high ?res|abs?urd ?res|masterpiece|(?:best|high|amazing|great|top|normal) quality|rating.*|score.*|nsfw|sfw|general|newest|very aesthetic|aesthetic|[a-z]{1,2}\d+)$/iu;
/** Participles that want an object, so that "holding book" is no kind of book. */
const TRANSITIVE = /^(?:holding|wearing|carrying|looking|using|wielding|hugging)$/u;
const PRAISE = /^award[ -]winning$/iu;
const IMPERATIVE =
  /^(?:create|make|draw|generate|imagine|show|depict|render|paint|design|produce|turn|change|add|remove|keep|use)\s+(?:me\s+|us\s+)?(?:an?|the|this|some|all|it)\b/iu;
const SENTENCE_BREAK = /(?<=[\p{L}\p{N}]{4}["')]?)[.!?]["')]?\s+\p{Lu}|[!?]$|:\s/u;
const RELATIVE = /^(?:who|that|which|what|where|when|whose|while|if|as|and)$/u;

/** An unpaired double quote would unbalance the text: after a digit it becomes an inch mark, else a single quote. */
function balanceQuotes(text: string): string {
  const straight = text.replace(/[\u201c\u201d\u201e\u201f]/gu, '"');
  if ((straight.match(/"/gu)?.length ?? 0) % 2 === 0) return straight;
  return straight.replace(/(?<=\d)"/gu, "\u2033").replaceAll('"', "'");
}

function bare(word: string): string {
  return word.toLowerCase().replace(/^[^\p{L}\p{N}<#]+|[^\p{L}\p{N}+>]+$/gu, "");
}

/** The index after the words that name the thing: where what it does, where it is, or an aside begins. */
function coreEnd(raw: readonly string[], words: readonly string[]): number {
  for (let index = 1; index < words.length; index++) {
    const listed = (raw[index - 1] ?? "").endsWith(",") && isAdjective(words[index - 1] ?? "");
    if ((/[,;:]$/u.test(raw[index - 1] ?? "") && !listed) || (raw[index] ?? "").startsWith("(")) return index;
    const word = words[index] ?? "";
    if (PREPOSITIONS.has(word) || RELATIVE.test(word.replace(/^and$/u, ""))) return index;
    const next = words[index + 1];
    const open = next === undefined || PREPOSITIONS.has(next) || DETERMINERS.has(next);
    if (word.endsWith("ing") && word.length > 4 && !ING_NOUNS.has(word) && open) return index;
    if (next === undefined && /..ed$/u.test(word) && isPlural(words[index - 1] ?? "")) return index;
    if (next !== undefined && PREPOSITIONS.has(next) && (PARTICIPLES.has(word) || /..ed$/u.test(word)))
      return index;
  }
  return words.length;
}

function hasFiniteVerb(words: readonly string[]): boolean {
  return words.some((word, index) => {
    if (index === 0 || index === words.length - 1 || !FINITE_VERBS.has(word)) return false;
    const before = words[index - 1] ?? "";
    if (words.slice(0, index).some((earlier) => RELATIVE.test(earlier) && earlier !== "and")) return false;
    if (DETERMINERS.has(before) || PREPOSITIONS.has(before) || isAdjective(before)) return false;
    const after = words[index + 1] ?? "";
    const verbOnly = /^(?:is|are|was|were|has|have)$/u.test(word);
    return verbOnly || PREPOSITIONS.has(after) || DETERMINERS.has(after) || after.endsWith("ly");
  });
}

function beginsParticiple(words: readonly string[], facet: Facet): boolean {
  const [first = "", second] = words;
  if (first.endsWith("ing") && first.length > 4 && !ING_NOUNS.has(first) && !DETERMINERS.has(first)) {
    if (facet === "action" || second === undefined || TRANSITIVE.test(first)) return true;
    return PREPOSITIONS.has(second) || DETERMINERS.has(second);
  }
  if (!PARTICIPLES.has(first) && !/..ed$/u.test(first)) return false;
  return second !== undefined && PREPOSITIONS.has(second);
}

/** Joined adjectives: "moody", "very detailed", "black and white", "warm, muted". */
function isAdjectival(words: readonly string[]): boolean {
  const last = words.at(-1) ?? "";
  if (!isAdjective(last)) return false;
  return words
    .slice(0, -1)
    .every(
      (word) =>
        isAdjective(word) ||
        word === "and" ||
        /ly$|^(?:very|ultra|hyper|super|so|most|more|extremely|semi|quite|well)$/u.test(word),
    );
}

function shapeOf(text: string, words: readonly string[], facet: Facet): Shape {
  const [first = ""] = words;
  if (
    !/\p{L}/u.test(text) ||
    text.includes("_") ||
    /^[<@#:;^]/u.test(text) ||
    LABELS.test(text.replace(/[()[\]{}]/gu, ""))
  )
    return "label";
  if (IMPERATIVE.test(text) || SENTENCE_BREAK.test(text)) return "sentence";
  if (words.length > 3 && hasFiniteVerb(words)) return "clause";
  if (PREPOSITIONS.has(first) && words.length > 1) return "preposition";
  if (beginsParticiple(words, facet)) return "participle";
  if (facet !== "text" && (isAdjectival(words) || PRAISE.test(text))) return "adjective";
  return "noun";
}

function isName(rawCore: readonly string[]): boolean {
  const meaningful = rawCore.filter(
    (word) => /^\p{L}/u.test(word) && !/^(?:of|and|the|de|von|van)$/u.test(word),
  );
  if (meaningful.length === 0) return false;
  return (
    meaningful.every((word) => /^\p{Lu}/u.test(word)) &&
    !meaningful.every((word) => /^\p{Lu}{2,}$/u.test(word))
  );
}

/** One thing, however many colours it lists: "cream, charcoal and taupe color palette". */
const SCHEME = /^(?:palette|scheme|harmony)$/u;
/** Media and colours that are named after someone or somewhere. */
const NAMED = /^(?:polaroid|kodachrome|swiss|japanese|chinese|byzantine|persian|prussian|indian|ukiyo-e)$/u;

/** Whether a capital at the start is a sentence's and no name's. */
function beginsCommonly(raw: readonly string[], first: string, facet: Facet): boolean {
  if (!/^\p{Lu}\p{Ll}*$|^A$/u.test(raw[0] ?? "")) return false;
  if (DETERMINERS.has(first) || PREPOSITIONS.has(first) || isAdjective(first)) return true;
  if (facet === "medium" || facet === "palette") return !NAMED.test(first);
  return (first.endsWith("ing") && raw.length > 1) || (PICTURE_NOUNS.has(first) && raw.length > 1);
}

/** @param facet read as this facet, where it is not the term's own */
export function readPhrase(term: Term, facet: Facet = term.facet): Phrase {
  const printed = balanceQuotes(wordsOf(term));
  const raw = printed.split(" ");
  const words = raw.map(bare).filter((word) => word !== "");
  const [first = ""] = words;
  const shape = shapeOf(printed, words, facet);
  const loose = facet !== "text" && shape !== "sentence" && shape !== "label";
  const common = loose && beginsCommonly(raw, first, facet);
  const text = common ? printed.charAt(0).toLowerCase() + printed.slice(1) : printed;
  const scheme = facet === "palette" && SCHEME.test(words.at(-1) ?? "");
  const end = !scheme && (shape === "noun" || shape === "clause") ? coreEnd(raw, words) : words.length;
  const core = words.slice(0, end);
  const head = core.at(-1) ?? first;
  const own = DETERMINERS.has(first) || /^\d+$/u.test(first) || /^\p{Lu}.*['\u2019]s$/u.test(raw[0] ?? "");
  const name = !own && !common && (isName(raw.slice(0, end)) || /^[\p{L} ]+ \([^)]+\)$/u.test(printed));
  const single = scheme || (head === "depth" && words.includes("field"));
  const number = single ? "one" : numberOf(core, head);
  return { term, text, shape, words, head, number, determined: own || name, modified: end < words.length };
}

function numberOf(core: readonly string[], head: string): Phrase["number"] {
  const [first = ""] = core;
  const joint = core.indexOf("and");
  if (PLURAL_DETERMINERS.has(first) || (/^\d+$/u.test(first) && first !== "1" && core.length > 1))
    return "many";
  if (joint > 0 && !isAdjective(core[joint - 1] ?? "") && core.length > joint + 1) return "many";
  if (isPlural(head)) return "many";
  return isMass(head) ? "mass" : "one";
}
