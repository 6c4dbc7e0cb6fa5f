import type { Facet } from "../blueprint/facets.js";
import { phraseKey } from "./key.js";
import { find, findEnd } from "./lookup.js";
import { describesNoun, headPhrase, isFiniteVerb, isParticiple, isPreposition } from "./noun-phrase.js";
import type { Vocabulary } from "./vocabulary.js";

/** What a rule makes of a phrase. */
export interface Verdict {
  readonly facet: Facet;
  /** How often such a judgement is right, 0 to 1. */
  readonly confidence: number;
  /** A few words for a person. */
  readonly reason: string;
}

export type Perhaps = Verdict | undefined;

/** "photo of", "close-up of": the words before "of" tell the making or the framing, what follows tells the subject. */
const OF = /^(.{2,60}?) of (?:an? |the |some |his |her )?(\S.*)$/u;

export function fromVocabulary(key: string, confidence: number, vocabulary: Vocabulary): Perhaps {
  const entry = find(key, vocabulary);
  if (entry === undefined) return undefined;
  const like = entry.name === key ? "" : `, as "${entry.name}"`;
  return { facet: entry.facet, confidence, reason: `in the vocabulary${like}` };
}

/** The noun that the phrase turns on; of two joined by "and" the one that is known. */
export function fromHead(key: string, vocabulary: Vocabulary): Perhaps {
  const all = key.split(" ");
  const words = headPhrase(all);
  const ending =
    words.length > 1 && isParticiple(words.at(-1)) ? find(words.at(-1) ?? "", vocabulary)?.facet : "subject";
  const head = ending === undefined || ending === "action" ? words.slice(0, -1) : words;
  const found = findEnd(head, "last", vocabulary) ?? findEnd(words, "last", vocabulary);
  if (found === undefined) {
    const rest = all.slice(words.length + 1);
    return /^(?:and|or)$/u.test(all[words.length] ?? "") && rest.length > 0
      ? fromHead(rest.join(" "), vocabulary)
      : undefined;
  }
  const { entry } = found;
  const second = entry.facet === "palette" && all[words.length] === "and" ? all.slice(words.length + 1) : [];
  const joined = second.length > 1 ? fromHead(second.join(" "), vocabulary) : undefined;
  if (joined !== undefined && joined.facet !== "palette") return joined;
  const whole = found.words === head.length;
  const confidence = whole ? 0.82 : found.words > 1 ? 0.78 : 0.7;
  return { facet: entry.facet, confidence, reason: `its noun is "${head.slice(-found.words).join(" ")}"` };
}

/** A phrase that ends in a known one which itself has "of" or the like in it: "razor thin depth of field". */
export function fromEnding(words: readonly string[], vocabulary: Vocabulary): Perhaps {
  const found = findEnd(words, "last", vocabulary);
  if (found === undefined || found.words === words.length) return undefined;
  const ending = words.slice(-found.words);
  if (!ending.slice(1).some(isPreposition)) return undefined;
  return { facet: found.entry.facet, confidence: 0.8, reason: `ends in "${ending.join(" ")}"` };
}

/** The facet that the thing behind a preposition or "of" has. */
function thingOf(text: string, vocabulary: Vocabulary): Perhaps {
  const key = phraseKey(text);
  return fromVocabulary(key, 0.85, vocabulary) ?? fromHead(key, vocabulary) ?? undefined;
}

export function fromOf(key: string, vocabulary: Vocabulary): Perhaps {
  const [, frame = "", shown = ""] = OF.exec(key) ?? [];
  if (shown === "") return undefined;
  const words = frame.split(" ");
  const kind = findEnd(words, "last", vocabulary)?.entry.facet;
  const thing = thingOf(shown, vocabulary);
  if (kind === "medium" || /\b(?:silhouette|outline|figure)$/u.test(frame)) {
    return { facet: "subject", confidence: 0.85, reason: `what "${frame} of" shows` };
  }
  if (kind === "composition" || kind === "quality") {
    const facet = thing?.facet === "setting" ? "setting" : "subject";
    return { facet, confidence: 0.85, reason: `what "${frame} of" shows` };
  }
  if (kind !== undefined || thing === undefined || words.length > 3) return undefined;
  return { ...thing, confidence: Math.min(0.65, thing.confidence) };
}

/** "in the forest", "with soft light", "at night". */
export function fromPreposition(words: readonly string[], vocabulary: Vocabulary): Perhaps {
  const [first = "", ...rest] = words;
  if (!isPreposition(first) || rest.length === 0 || first === "of" || first === "like") return undefined;
  const thing = thingOf(rest.join(" "), vocabulary);
  const reason = `"${first}" and ${thing === undefined ? "what is not known" : `a word of ${thing.facet}`}`;
  if (first === "mid" && (thing === undefined || thing.facet === "action")) {
    return { facet: "action", confidence: 0.7, reason: '"mid" and what goes on' };
  }
  const place = !["with", "without", "by", "for", "as"].includes(first);
  if (thing === undefined) {
    return place
      ? { facet: "setting", confidence: 0.6, reason }
      : { facet: "subject", confidence: 0.45, reason };
  }
  const stays = thing.facet !== "subject" && thing.facet !== "action";
  if (stays || !place) return { facet: thing.facet, confidence: Math.min(0.8, thing.confidence), reason };
  const worn = first === "in" && WORN.test(rest.join(" "));
  return { facet: worn ? "subject" : "setting", confidence: 0.65, reason };
}

const WORN =
  /\b(?:dress|gown|suit|shirt|coat|jacket|uniform|armou?r|robe|kimono|hat|hoodie|sweater|skirt|jeans|clothes|clothing|outfit|costume|bikini|swimsuit|cloak|cape|apron|boots|shoes|heels)s?\b/u;

/** A verb in -ing that leads: what goes on, unless it only describes the noun behind it. */
export function fromVerb(words: readonly string[], vocabulary: Vocabulary): Perhaps {
  const [first = "", second] = words;
  if (isFiniteVerb(first) && words.length > 1) {
    return { facet: "action", confidence: 0.65, reason: `"${first}" tells what somebody does` };
  }
  if (!isParticiple(first)) return undefined;
  const known = find(first, vocabulary)?.facet;
  const goesOn =
    isPreposition(second) ||
    /ly$|^(?:an?|the|at|up|down|out|away|back|his|her|their|its)$/u.test(second ?? "");
  const describes = second !== undefined && !goesOn && describesNoun(first);
  if (describes || (known !== undefined && known !== "action")) return undefined;
  return {
    facet: "action",
    confidence: known === "action" ? 0.88 : 0.65,
    reason: `"${first}" tells what goes on`,
  };
}
