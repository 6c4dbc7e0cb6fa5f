import type { Piece } from "../../../layout/piece.js";
import { joinList } from "./list.js";
import type { Phrase } from "./phrase.js";
import type { Sentence } from "./sentence.js";
import { sayLabels } from "./sentence.js";
import { byStress, say, saySimply } from "./weight.js";
import { ATTRIBUTE_HEADS, DETERMINERS, PREPOSITIONS } from "./words.js";

/** Things named in the first sentence; more go into a second. */
const FIRST_THINGS = 4;
/** Traits of the first thing in the first sentence. */
const FIRST_TRAITS = 5;

/** What a picture shows, by the part that each phrase plays. */
export interface Cast {
  readonly things: readonly Phrase[];
  /** What belongs to the first thing: "long hair", "a smile". */
  readonly traits: readonly Phrase[];
  /** What the first thing does, or where and how it is. */
  readonly doings: readonly Phrase[];
  readonly clauses: readonly Phrase[];
  readonly labels: readonly Phrase[];
}

function isTrait(phrase: Phrase): boolean {
  return phrase.shape === "noun" && !phrase.determined && ATTRIBUTE_HEADS.has(phrase.head);
}

/** "jumps over the fence". */
function isVerbFirst(phrase: Phrase): boolean {
  const [first = "", second = ""] = phrase.words;
  if (phrase.shape !== "noun" || ATTRIBUTE_HEADS.has(first) || !/(?:[^su]s|ss?es)$/u.test(first))
    return false;
  return PREPOSITIONS.has(second) || DETERMINERS.has(second);
}

/** Whether an action is something that the subject has: "smile", "arms crossed". */
function isPossession(phrase: Phrase): boolean {
  if (phrase.shape !== "noun" || isVerbFirst(phrase) || !/\p{Script=Latin}/u.test(phrase.text)) return false;
  return !/^(?:asleep|awake|alone|aloft|airborne|still|mid-?\p{L}+)$/u.test(phrase.words[0] ?? "");
}

export function castOf(subjects: readonly Phrase[], actions: readonly Phrase[]): Cast {
  const ofShape = (phrases: readonly Phrase[], ...shapes: Phrase["shape"][]): Phrase[] =>
    phrases.filter((phrase) => shapes.includes(phrase.shape));
  const named = ofShape(subjects, "noun");
  const qualities = ofShape(subjects, "adjective");
  const nouns = byStress(named.length === 0 ? qualities : named);
  const others = nouns.filter((phrase) => !isTrait(phrase));
  const things = others.length === 0 ? nouns : others;
  const acts = byStress(ofShape(actions, "participle", "preposition", "noun", "adjective"));
  const possessions = acts.filter(isPossession);
  return {
    things,
    traits: [...(others.length === 0 ? [] : nouns.filter(isTrait)), ...possessions],
    doings: [
      ...ofShape(subjects, "participle", "preposition"),
      ...acts.filter((phrase) => !isPossession(phrase)),
    ],
    clauses: ofShape(subjects, "clause"),
    labels: [
      ...ofShape(subjects, "label"),
      ...(named.length === 0 ? [] : qualities),
      ...ofShape(actions, "label"),
    ],
  };
}

/** "leaping and looking back", "leaping, that jumps over puddles". */
function sayDoings(doings: readonly Phrase[], verbs: readonly Phrase[]): Piece[] {
  const pieces = joinList(doings.map((phrase) => [say(phrase)]));
  for (const phrase of verbs) pieces.push({ text: pieces.length === 0 ? "that " : ", that " }, say(phrase));
  return pieces;
}

/** "a red fox with long ears, resting, together with two crows and a lantern,": a last comma where one is due. */
export function sayCast(cast: Cast): Piece[] {
  const [first, ...others] = cast.things.slice(0, FIRST_THINGS);
  const verbs = cast.doings.filter(isVerbFirst);
  const doing = sayDoings(
    cast.doings.filter((phrase) => !verbs.includes(phrase)),
    verbs,
  );
  const traits = joinList(cast.traits.slice(0, FIRST_TRAITS).map(saySimply));
  const pieces = first === undefined ? [] : saySimply(first);
  if (doing.length === 0 && traits.length === 0)
    return joinList([pieces, ...others.map(saySimply)].filter((item) => item.length > 0));
  if (traits.length > 0) pieces.push({ text: pieces.length === 0 ? "with " : " with " }, ...traits);
  if (doing.length > 0) {
    const aside =
      traits.length > 0 ||
      !/\p{Script=Latin}/u.test(first?.text ?? "a") ||
      first?.modified === true ||
      first?.text.includes(",") === true;
    if (pieces.length > 0) pieces.push({ text: aside ? ", " : " " });
    pieces.push(...doing);
  }
  if (others.length > 0)
    pieces.push({ text: ", together with " }, ...joinList(others.map(saySimply)), { text: "," });
  return pieces;
}

/** What the first sentence has no room for. */
export function sayRest(cast: Cast): Sentence[] {
  const things = cast.things.slice(FIRST_THINGS);
  const traits = cast.traits.slice(FIRST_TRAITS);
  return [
    ...cast.clauses.map((phrase) => saySimply(phrase)),
    traits.length === 0 ? [] : [{ text: "Further traits are " }, ...joinList(traits.map(saySimply))],
    things.length === 0 ? [] : [{ text: "The picture also shows " }, ...joinList(things.map(saySimply))],
    sayLabels("Tags", cast.labels),
  ];
}
