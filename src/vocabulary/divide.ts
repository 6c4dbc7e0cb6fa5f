import type { Facet } from "../blueprint/facets.js";
import { classify } from "./classify.js";
import { phraseKey } from "./key.js";
import { find, findEnd } from "./lookup.js";
import { describesNoun, isFiniteVerb, isParticiple, isPreposition } from "./noun-phrase.js";
import { standardVocabulary } from "./standard.js";
import type { Vocabulary } from "./vocabulary.js";

export interface Piece {
  readonly text: string;
  readonly facet: Facet;
  /** UTF-16 offsets into the phrase, end exclusive: `phrase.slice(start, end) === text`. */
  readonly start: number;
  readonly end: number;
}

interface Word {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** A run of words, by index, end exclusive. */
interface Run {
  readonly from: number;
  readonly to: number;
  readonly facet?: Facet;
}

/** Longer phrases are not divided. */
const LONGEST = 600;
const FEWEST = 4;
/** A piece on its own is believed from this confidence on. */
const SURE = 0.65;

/** Prepositions behind which a place, an hour or a light may stand as a piece of its own. */
const PLACING: ReadonlySet<string> = new Set(
  "with in on at by under over near behind beside against among around across inside outside through beneath below above along during beyond within amid amidst atop aboard between into toward towards past".split(
    " ",
  ),
);

/** Those of them behind which even a thing tells the place: "under an old oak tree". */
const BESIDE: ReadonlySet<string> = new Set(
  "under near behind beside among beneath below above amid amidst inside outside between against around beyond".split(
    " ",
  ),
);

/** Words that begin a clause about light, place, style or making. */
const CLAUSES =
  /^(?:(?:lit|illuminated|backlit) (?:by|with|from)|bathed in|surrounded by|set (?:in|against|on)|in the style of|in (?:an? )?(?:\S+ ){1,3}style$|shot (?:on|with)|captured (?:on|with)|rendered in|painted by|photographed by|painted in)\b/u;

const DETERMINERS = /^(?:an?|the|his|her|its|their|this|that|two|three|some|many|and|or|very)$/u;

const PIECE_FACETS: ReadonlySet<Facet> = new Set([
  "setting",
  "lighting",
  "atmosphere",
  "palette",
  "camera",
  "composition",
  "style",
  "artist",
  "medium",
]);

function wordsOf(phrase: string): Word[] {
  return [...phrase.matchAll(/\S+/gu)].map(({ 0: word, index }) => {
    const edge = /[,;.:!?]+$/u.exec(word)?.[0].length ?? 0;
    const body = word.slice(0, word.length - edge) || word;
    return { key: body.toLowerCase(), start: index, end: index + body.length };
  });
}

/** How many words the medium or the framing before "of" takes: 3 in "a cinematic still of a person", else 0. */
function frameLength(keys: readonly string[], vocabulary: Vocabulary): number {
  const of = keys.slice(0, 8).indexOf("of");
  if (of < 1 || of === keys.length - 1) return 0;
  const facet = findEnd(phraseKey(keys.slice(0, of).join(" ")).split(" "), "last", vocabulary)?.entry.facet;
  return facet === "medium" || facet === "composition" ? of : 0;
}

/** Whether an action begins with the word: a participle or a verb behind a noun, not before one. */
function beginsAction(keys: readonly string[], at: number): boolean {
  const word = keys[at];
  const before = keys[at - 1];
  if (before === undefined || DETERMINERS.test(before) || isPreposition(before)) return false;
  if (isFiniteVerb(word)) return word !== "wears";
  if (!isParticiple(word) || word === "wearing") return false;
  const next = keys[at + 1];
  const goesOn = next === undefined || isPreposition(next) || DETERMINERS.test(next) || /ly$/u.test(next);
  return goesOn || !describesNoun(word ?? "");
}

/** The facet of what begins at a word, where it surely begins a piece; the piece ends before `to`. */
function opens(keys: readonly string[], at: number, to: number, vocabulary: Vocabulary): Facet | undefined {
  const word = keys[at] ?? "";
  const rest = keys.slice(at, to).join(" ");
  const clause = CLAUSES.test(rest);
  if (!clause && !(PLACING.has(word) && at + 1 < to)) return undefined;
  if (!clause && word === "by" && to - at > 5) return undefined;
  const { facet, confidence } = classify(rest, { vocabulary });
  if (clause) return facet === "subject" || facet === "detail" ? undefined : facet;
  const thing = classify(keys.slice(at + 1, to).join(" "), { vocabulary });
  const placed = thing.facet === "subject" || thing.facet === "action" || thing.facet === "detail";
  if (word === "by")
    return facet === "artist" && confidence > 0.9 ? facet : placed ? undefined : sure(facet, confidence);
  if (placed)
    return BESIDE.has(word) && thing.facet === "subject" && thing.confidence >= SURE ? "setting" : undefined;
  if ((word === "with" || word === "into") && facet === "setting") return undefined;
  return sure(facet, confidence);
}

function sure(facet: Facet, confidence: number): Facet | undefined {
  return confidence >= SURE && PIECE_FACETS.has(facet) ? facet : undefined;
}

/** Where a piece could begin: at an action, a preposition or a clause. */
function candidates(keys: readonly string[], from: number): number[] {
  const found: number[] = [];
  for (let at = from + 1; at < keys.length; at += 1) {
    if (beginsAction(keys, at)) found.push(at);
    else {
      const clause = CLAUSES.exec(keys.slice(at, at + 6).join(" "))?.[0];
      if (clause !== undefined || (PLACING.has(keys[at] ?? "") && keys[at - 1] !== "of")) found.push(at);
      if (clause !== undefined) at += clause.split(" ").length - 1;
    }
  }
  return found;
}

/** Actions with an aim: what follows "at" or "into" belongs to them. */
const AIMED = /^(?:look|gaz|star(?:e|ing)|peer|glanc|point|smil|aim|wav|reach|shout|yell|bit)/u;
const AIM: ReadonlySet<string> = new Set(["at", "into", "through", "toward", "towards", "on"]);

/** The runs behind the frame, uncertain ones joined to what stands before them. */
function runs(keys: readonly string[], from: number, vocabulary: Vocabulary): Run[] {
  const starts = candidates(keys, from);
  const found: Run[] = [];
  let open: { from: number; facet?: Facet } = { from };
  starts.forEach((at, index) => {
    const to = starts[index + 1] ?? keys.length;
    const aims = open.facet === "action" && AIMED.test(keys[open.from] ?? "") && AIM.has(keys[at] ?? "");
    if (aims && at - open.from <= 2) return;
    const action = beginsAction(keys, at);
    const facet = action ? ("action" as const) : opens(keys, at, to, vocabulary);
    if (facet === undefined) return;
    found.push({ ...open, to: at });
    open = { from: at, facet };
  });
  return [...found, { ...open, to: keys.length }];
}

/** Articles and "is" at the edges of a run belong to no piece. */
function trim(run: Run, keys: readonly string[]): Run {
  let { to } = run;
  while (to > run.from + 1 && /^(?:is|are|and|was|were|while|who|that|which)$/u.test(keys[to - 1] ?? ""))
    to -= 1;
  return { ...run, to };
}

/**
 * A caption-like phrase in its pieces: making or framing, subject, action, place, light. Only what the grammar makes
 * certain is parted; else the one piece is the whole phrase in the facet that `classify` gives it. Pieces stand in
 * the order of the phrase and do not overlap; what stands between them ("of") belongs to none.
 */
export function divide(
  phrase: string,
  context: { readonly first?: boolean; readonly vocabulary?: Vocabulary } = {},
): readonly Piece[] {
  const vocabulary = context.vocabulary ?? standardVocabulary();
  const whole = (): Piece => ({
    text: phrase,
    facet: classify(phrase, context).facet,
    start: 0,
    end: phrase.length,
  });
  const words = phrase.length > LONGEST ? [] : wordsOf(phrase);
  const keys = words.map(({ key }) => key);
  if (words.length < FEWEST || /[<>{}[\]()|"“”:\n]|[,;.]\s/u.test(phrase)) return [whole()];
  if (find(phraseKey(phrase), vocabulary) !== undefined || CLAUSES.test(keys.join(" "))) return [whole()];
  const frame = frameLength(keys, vocabulary);
  const body = runs(keys, frame === 0 ? 0 : frame + 1, vocabulary).map((run) => trim(run, keys));
  const [main, ...others] = body;
  if (main === undefined || (frame === 0 && others.length === 0)) return [whole()];
  const text = ({ from, to }: Run): string => phrase.slice(words[from]?.start, words[to - 1]?.end);
  const subject = classify(text(main), { first: frame > 0 || context.first === true, vocabulary });
  if (frame === 0 && subject.facet !== "subject") return [whole()];
  const parts: Run[] = [
    { ...main, facet: frame > 0 && subject.confidence < SURE ? "subject" : subject.facet },
    ...others,
  ];
  if (frame > 0) {
    const { facet } = classify(text({ from: 0, to: frame }), { vocabulary });
    parts.unshift({ from: 0, to: frame, facet });
  }
  return parts.map((run) => ({
    text: text(run),
    facet: run.facet ?? "subject",
    start: words[run.from]?.start ?? 0,
    end: words[run.to - 1]?.end ?? phrase.length,
  }));
}
