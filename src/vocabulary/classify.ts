import type { Facet } from "../blueprint/facets.js";
import { isFacet } from "../blueprint/facets.js";
import { artistNamed } from "./artist-name.js";
import { phraseKey } from "./key.js";
import { isPreposition } from "./noun-phrase.js";
import { PATTERNS } from "./patterns.js";
import type { Perhaps, Verdict } from "./rules.js";
import { fromEnding, fromHead, fromOf, fromPreposition, fromVerb, fromVocabulary } from "./rules.js";
import { fromColors, fromLimb, fromStart, fromSurface, fromUnknown, fromWeakHead } from "./shapes.js";
import { standardVocabulary } from "./standard.js";
import type { Vocabulary } from "./vocabulary.js";

export interface PhraseContext {
  /** The phrase opens its prompt. */
  readonly first?: boolean;
  /** The standard one unless given. */
  readonly vocabulary?: Vocabulary;
}

/** Longer phrases are judged by their beginning. */
const LONGEST = 400;

/** Praise and degree that say nothing of the kind of thing. */
const DEGREE =
  /^(?:very|extremely|highly|super|ultra|hyper|really|so|quite|slightly|most|more|incredibly|insanely|absolutely|beautiful|stunning|gorgeous|amazing|perfect|lovely|nice|good|great|best|subtle|strong|heavy|light|real|true|pure) (?=\S)/u;

/** Words of amount before what counts: "lots of negative space". */
const AMOUNT =
  /^(?:(?:a )?(?:lots?|hint|touch|sense|feeling|bit|plenty|splash|dash|mix|mixture|series|variety|pair|group|number|full|shafts?|rays?|beams?|pools?|strokes?|layers?|feel|air)) of (?=\S)|^(?:his|her|their|its|my|your|our) (?=\S)/u;

/** "captured in soft light", "standing in": the verb says less than what follows. */
const MADE_IN = /^(?:shot|taken|captured|photographed|filmed|seen) (?=in |at |during |against |under )/u;

/** What is not wanted is of the facet of the same thing wanted. */
const DENIAL = /^(?:no|without|not|avoid|never) (?:any |an? )?(?=\S)/u;

/** Frames of speech around what is shown: "the image shows", "this is", "she has". */
const LEAD_IN =
  /^(?:(?:this|that|it|there|he|she|they|you|we|i) (?:is|are|has|have|wears|shows|depicts|features|can see|see|want)|(?:this |an? |the )?(?:image|picture|scene|photo|photograph|painting|illustration|shot|composition|background|render|artwork) (?:shows?|depicts?|features?|captures?|presents?|portrays?|displays?|contains?|is(?: of)?|has)|create|generate|draw|paint|render|imagine|depict|show|make|featuring|depicting|showing|including)(?: me)? (?=\S)/u;

const LABELS: { readonly [label: string]: Facet } = {
  mood: "atmosphere",
  light: "lighting",
  colors: "palette",
  color: "palette",
  colours: "palette",
  "color palette": "palette",
  background: "setting",
  location: "setting",
  environment: "setting",
  scene: "setting",
  pose: "action",
  "art style": "style",
  details: "detail",
  lens: "camera",
  framing: "composition",
  angle: "composition",
  shot: "composition",
  technique: "medium",
};

function fromLabel(key: string): Perhaps {
  const label = /^(\p{L}[\p{L} ]{2,18}): \S/u.exec(key)?.[1];
  if (label === undefined) return undefined;
  const facet = isFacet(label) ? label : LABELS[label];
  return facet === undefined ? undefined : { facet, confidence: 0.9, reason: `labelled "${label}"` };
}

function fromQuotes(phrase: string): Perhaps {
  const asked =
    /^\s*(?:[\w-]+ ){0,3}(?:titles?|text|words?|sign|logo|captions?|label|lettering|inscription|headline|slogan|quote)\s*(?:that )?(?:says|saying|reads|reading)?:?\s*["“']/iu;
  if (asked.test(phrase)) return { facet: "text", confidence: 0.92, reason: "asks for quoted words" };
  const set =
    /["“][^"“”]{1,200}["”] (?:written |set |printed |painted )?(?:in|on|at|along|across|over) /iu.test(
      phrase,
    ) ||
    /\b(?:says|saying|reads|reading|titled|labell?ed|the words?|the text) ["“'][^"“”']{1,200}["”']/iu.test(
      phrase,
    );
  if (set) return { facet: "text", confidence: 0.88, reason: "quotes words and says how they stand" };
  const quoted = /^\s*(?:["“„«].{1,200}["”“»]|'[^']{1,200}')\s*$/u.test(phrase);
  return quoted ? { facet: "text", confidence: 0.95, reason: "stands in quotation marks" } : undefined;
}

function fromPatterns(key: string, vocabulary: Vocabulary): Perhaps {
  const pattern = PATTERNS.find(({ says }) => says.test(key));
  if (pattern?.facet === "camera" || pattern?.facet === "quality") return pattern;
  const artist = artistNamed(key, vocabulary);
  return artist === undefined ? pattern : { facet: "artist", ...artist };
}

/** Embeddings are called by names of their own; quality is what most are made for. */
function fromEmbedding(phrase: string): Perhaps {
  const name = /^\s*(?:embedding:([^\s,]+)|<([^<>:\s]+)>)\s*$/u.exec(phrase);
  if (name === null) return undefined;
  const mends = /neg|bad|easy|hand|quality|realis/iu.test(name[0]);
  return { facet: mends ? "quality" : "style", confidence: 0.5, reason: "an embedding, judged by its name" };
}

function judge(key: string, vocabulary: Vocabulary): Perhaps {
  const exact = fromVocabulary(key, 0.95, vocabulary) ?? fromPatterns(key, vocabulary) ?? fromLabel(key);
  if (exact !== undefined) return exact;
  const lead = (LEAD_IN.exec(key) ?? AMOUNT.exec(key) ?? MADE_IN.exec(key) ?? DENIAL.exec(key))?.[0];
  if (lead !== undefined) return judge(phraseKey(key.slice(lead.length)), vocabulary);
  const words = key.split(" ");
  const structured =
    fromEnding(words, vocabulary) ??
    fromLimb(key) ??
    fromPreposition(words, vocabulary) ??
    fromVerb(words, vocabulary) ??
    fromOf(key, vocabulary) ??
    fromSeries(key);
  if (structured !== undefined) return structured;
  const head =
    fromColors(key, vocabulary) ??
    fromSurface(words, vocabulary) ??
    fromWeakHead(words, vocabulary) ??
    fromHead(key, vocabulary);
  if (head !== undefined) return head;
  const plain = key.replace(DEGREE, "");
  return (
    (plain === key ? undefined : judge(plain, vocabulary)) ??
    fromUnknown(words, vocabulary) ??
    fromStart(words, vocabulary)
  );
}

/** Boorus name whose a character is in brackets: "saber (fate)". */
function fromSeries(key: string): Perhaps {
  const named = /^[\p{L}\p{N}'.: ]+ \([\p{L}\p{N}'.: ]+\)$/u.test(key);
  return named ? { facet: "subject", confidence: 0.65, reason: "a name and where it is from" } : undefined;
}

/** Whether a setting can be what the picture is of: "a quiet street", not "at night" or "outdoors". */
function isScene(key: string): boolean {
  if (isPreposition(key.split(" ")[0])) return false;
  return !/^(?:\S*(?:night|day|morning|evening|noon|time|door|doors|side|summer|winter|spring|autumn)|.*\bbackground)$/u.test(
    key,
  );
}

/**
 * The facet that a phrase of a prompt belongs to: by the vocabulary, by shapes such as "shot on", then by the noun
 * it turns on. What nothing is known of is the subject where it leads, else a detail.
 */
export function classify(phrase: string, context: PhraseContext = {}): Verdict {
  const vocabulary = context.vocabulary ?? standardVocabulary();
  const key = phraseKey(phrase.slice(0, LONGEST).replace(/<[^<>]{0,80}>/gu, " "));
  const verdict =
    fromEmbedding(phrase) ?? (key === "" ? undefined : (fromQuotes(phrase) ?? judge(key, vocabulary)));
  if (verdict !== undefined && !(context.first === true && verdict.confidence < 0.5)) {
    const { facet, confidence, reason } = verdict;
    if (context.first === true && facet === "setting" && isScene(key)) {
      return {
        facet: "subject",
        confidence: Math.min(confidence, 0.6),
        reason: "a place that leads is the subject",
      };
    }
    return { facet, confidence, reason };
  }
  if (/^\s*an?\s+\p{L}/iu.test(phrase)) return { facet: "subject", confidence: 0.45, reason: "some thing" };
  return context.first === true
    ? { facet: "subject", confidence: 0.5, reason: "it leads" }
    : { facet: "detail", confidence: 0.3, reason: "nothing is known of it" };
}
