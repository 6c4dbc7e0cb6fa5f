import type { Piece } from "../../../layout/piece.js";
import { castOf, sayCast, sayRest } from "./cast.js";
import { joinList } from "./list.js";
import type { Lead } from "./medium.js";
import { sayMedium } from "./medium.js";
import type { Phrase } from "./phrase.js";
import { followsDirectly, isTime, sayPlace } from "./place.js";
import type { Sentence } from "./sentence.js";
import { byStress, saySimply } from "./weight.js";
import { PICTURE_NOUNS } from "./words.js";

/** Words before the setting moves into a sentence of its own. */
const LONG_OPENING = 26;

export interface OpeningParts {
  readonly subjects: readonly Phrase[];
  readonly actions: readonly Phrase[];
  readonly settings: readonly Phrase[];
  /** Phrases about the content that are sentences already. */
  readonly captions: readonly Phrase[];
  readonly medium: Phrase | undefined;
  /** Adjectives of style, to stand before the medium. */
  readonly adjectives: readonly Phrase[];
  /** What to call the picture where no medium is known; without it the subject itself opens the text. */
  readonly fallback: string | undefined;
}

const SPACE: Piece = { text: " " };

function sayPlaces(settings: readonly Phrase[]): Piece[] {
  const places = settings.filter((phrase) => !isTime(phrase));
  const [first, ...more] = places;
  const nouns = more.filter((phrase) => !followsDirectly(phrase));
  const direct = [...more.filter(followsDirectly), ...settings.filter(isTime)];
  const pieces: Piece[] = first === undefined ? [] : sayPlace(first);
  for (const phrase of direct) pieces.push(...(pieces.length === 0 ? [] : [SPACE]), ...sayPlace(phrase));
  if (nouns.length > 0) pieces.push({ text: ", with " }, ...joinList(nouns.map(saySimply)));
  return pieces;
}

function wordCount(pieces: readonly Piece[]): number {
  return pieces
    .map((piece) => piece.text)
    .join("")
    .split(" ").length;
}

/** Without the comma that waits for words that do not come. */
function closed(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.at(-1)?.text === "," ? pieces.slice(0, -1) : pieces;
}

/** What is shown and where, behind the words for the kind of picture. */
function sayScene(
  lead: Lead | undefined,
  content: readonly Piece[],
  places: readonly Piece[],
  bodiless: boolean,
): Sentence[] {
  if (content.length === 0) {
    if (places.length === 0) return [lead?.pieces ?? []];
    return [
      [...(lead?.pieces ?? [{ text: "A scene" }]), { text: lead === undefined ? " " : " set " }, ...places],
    ];
  }
  const link: Piece[] = lead === undefined ? [] : [{ text: lead.link }];
  const someone: Piece[] = bodiless ? [{ text: "a subject " }] : [];
  const start = [...(lead?.pieces ?? []), ...link, ...someone];
  if (places.length === 0) return [[...start, ...closed(content)]];
  if (wordCount(content) > LONG_OPENING)
    return [
      [...start, ...closed(content)],
      [{ text: "The scene is set " }, ...places],
    ];
  return [[...start, ...content, SPACE, ...places]];
}

/**
 * The first sentences: what is shown, what it does, where, and what kind of picture it is. Empty when nothing of
 * that is known and no fallback is given.
 */
export function sayOpening(parts: OpeningParts): Sentence[] {
  const cast = castOf(parts.subjects, parts.actions);
  const scenes = parts.settings.filter((phrase) => phrase.shape === "noun" && phrase.head === "scene");
  const places = sayPlaces(byStress(parts.settings.filter((phrase) => !scenes.includes(phrase))));
  const content = sayCast(cast);
  const captions: Sentence[] = [
    ...parts.captions.map((phrase) => saySimply(phrase)),
    scenes.length === 0 ? [] : [{ text: "It is " }, ...joinList(scenes.map(saySimply))],
  ];
  const known = parts.medium !== undefined || parts.adjectives.length > 0 || parts.fallback !== undefined;
  const lead = known ? sayMedium(parts.medium, parts.adjectives, parts.fallback ?? "image") : undefined;
  const [thing] = cast.things;
  if (
    lead !== undefined &&
    thing !== undefined &&
    PICTURE_NOUNS.has(thing.head) &&
    / of\b/u.test(thing.text)
  ) {
    const said = parts.medium !== undefined || parts.adjectives.length > 0;
    const kind: Sentence = said ? [{ text: "It is " }, ...lead.pieces] : [];
    return [...sayScene(undefined, content, places, false), kind, ...captions, ...sayRest(cast)];
  }
  const [clause, ...clauses] = cast.clauses;
  if (lead !== undefined && thing === undefined && content.length === 0 && clause !== undefined) {
    const first = [...lead.pieces, { text: " in which " }, ...saySimply(clause)];
    const where = places.length === 0 ? [] : [{ text: "It is set " }, ...places];
    return [first, where, ...captions, ...sayRest({ ...cast, clauses })];
  }
  if (parts.captions.length > 0 && content.length === 0 && places.length === 0) {
    const kind: Sentence = lead === undefined ? [] : [{ text: "It is " }, ...lead.pieces];
    return [...captions, kind, ...sayRest(cast)];
  }
  const scene = sayScene(lead, content, places, thing === undefined);
  const order =
    thing === undefined && parts.captions.length > 0 ? [...captions, ...scene] : [...scene, ...captions];
  return [...order, ...sayRest(cast)];
}
