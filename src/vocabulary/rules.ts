import type { Facet } from "../blueprint/facets.js";
import { phraseKey } from "./key.js";
import { isKnownWord, lookup, lookupEnd } from "./lookup.js";
import { describesNoun, headPhrase, isParticiple, isPreposition } from "./noun-phrase.js";

/** What a rule makes of a phrase. */
export interface Verdict {
  readonly facet: Facet;
  /** How often such a judgement is right, 0 to 1. */
  readonly confidence: number;
  /** A few words for a person. */
  readonly reason: string;
}

type Perhaps = Verdict | undefined;

/** "photo of", "close-up of": the words before "of" tell the making or the framing, what follows tells the subject. */
const OF = /^(.{2,60}?) of (?:an? |the |some |his |her )?(\S.*)$/u;

export function fromVocabulary(key: string, confidence: number): Perhaps {
  const entry = lookup(key);
  if (entry === undefined) return undefined;
  const like = entry.name === key ? "" : `, as "${entry.name}"`;
  return { facet: entry.facet, confidence, reason: `in the vocabulary${like}` };
}

/** The noun that the phrase turns on; of two joined by "and" the one that is known. */
export function fromHead(key: string): Perhaps {
  const all = key.split(" ");
  const words = headPhrase(all);
  const ending =
    words.length > 1 && isParticiple(words.at(-1)) ? lookup(words.at(-1) ?? "")?.facet : "subject";
  const head = ending === undefined || ending === "action" ? words.slice(0, -1) : words;
  const found = lookupEnd(head, "last") ?? lookupEnd(words, "last");
  if (found === undefined) {
    const rest = all.slice(words.length + 1);
    return /^(?:and|or)$/u.test(all[words.length] ?? "") && rest.length > 0
      ? fromHead(rest.join(" "))
      : undefined;
  }
  const { entry } = found;
  const whole = found.words === head.length;
  const confidence = whole ? 0.82 : found.words > 1 ? 0.78 : 0.7;
  return { facet: entry.facet, confidence, reason: `its noun is "${head.slice(-found.words).join(" ")}"` };
}

/** A phrase that ends in a known one which itself has "of" or the like in it: "razor thin depth of field". */
export function fromEnding(words: readonly string[]): Perhaps {
  const found = lookupEnd(words, "last");
  if (found === undefined || found.words === words.length) return undefined;
  const ending = words.slice(-found.words);
  if (!ending.slice(1).some(isPreposition)) return undefined;
  return { facet: found.entry.facet, confidence: 0.8, reason: `ends in "${ending.join(" ")}"` };
}

/** The facet that the thing behind a preposition or "of" has. */
function thingOf(text: string): Perhaps {
  const key = phraseKey(text);
  return fromVocabulary(key, 0.85) ?? fromHead(key) ?? undefined;
}

export function fromOf(key: string): Perhaps {
  const [, frame = "", shown = ""] = OF.exec(key) ?? [];
  if (shown === "") return undefined;
  const words = frame.split(" ");
  const kind = lookupEnd(words, "last")?.entry.facet;
  const thing = thingOf(shown);
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
export function fromPreposition(words: readonly string[]): Perhaps {
  const [first = "", ...rest] = words;
  if (!isPreposition(first) || rest.length === 0 || first === "of" || first === "like") return undefined;
  const thing = thingOf(rest.join(" "));
  const reason = `"${first}" and ${thing === undefined ? "what is not known" : `a word of ${thing.facet}`}`;
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
export function fromVerb(words: readonly string[]): Perhaps {
  const [first = "", second] = words;
  if (!isParticiple(first)) return undefined;
  const known = lookup(first)?.facet;
  const goesOn =
    isPreposition(second) || /ly$|^(?:an?|the|at|up|down|back|his|her|their|its)$/u.test(second ?? "");
  const describes = second !== undefined && !goesOn && describesNoun(first);
  if (describes || (known !== undefined && known !== "action")) return undefined;
  return {
    facet: "action",
    confidence: known === "action" ? 0.88 : 0.65,
    reason: `"${first}" tells what goes on`,
  };
}

const THINGS: ReadonlySet<Facet> = new Set(["subject", "action", "setting"]);

/** A phrase that opens with known words: "neon lights everywhere", "standing proud". */
export function fromStart(words: readonly string[]): Perhaps {
  const found = lookupEnd(words, "first");
  if (found === undefined || found.words * 2 < words.length) return undefined;
  const { facet } = found.entry;
  const describes = found.words === 1 && !THINGS.has(facet) && words.length > 1;
  if (describes)
    return { facet: "subject", confidence: 0.4, reason: `"${words[0]}" describes what is not known` };
  return { facet, confidence: 0.5, reason: `opens with "${words.slice(0, found.words).join(" ")}"` };
}

const NAME = /^\p{Script=Latin}[\p{Script=Latin}.']+(?: \p{Script=Latin}[\p{Script=Latin}.']*){1,3}$/u;

/** Things and names that the vocabulary does not hold: "red cube", "jane doe". */
export function fromUnknown(words: readonly string[]): Perhaps {
  const last = words.at(-1) ?? "";
  if (words.length < 2 || words.length > 4 || words.some(isPreposition)) return undefined;
  const before = words.slice(0, -1);
  if (!isKnownWord(last) && /^\p{L}{3,}(?:er|or|ist|man|woman|men|women|smith|eer)s?$/u.test(last)) {
    return { facet: "subject", confidence: 0.5, reason: `"${last}" has the form of who does something` };
  }
  if (!isKnownWord(last) && before.every((word) => lookup(word)?.facet === "palette")) {
    return { facet: "subject", confidence: 0.5, reason: "a color and a thing" };
  }
  const strange = words.filter((word) => !isKnownWord(word)).length;
  if (!NAME.test(words.join(" ")) || strange * 2 <= words.length) return undefined;
  return { facet: "subject", confidence: 0.4, reason: "hardly a known word: perhaps a name" };
}
