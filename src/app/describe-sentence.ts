import type { Facet } from "../blueprint/facets.js";
import type { Blueprint, Term } from "../blueprint/types.js";
import type { OpeningParts } from "../dialects/families/prose/opening.js";
import { sayOpening } from "../dialects/families/prose/opening.js";
import type { Phrase } from "../dialects/families/prose/phrase.js";
import { readPhrase } from "../dialects/families/prose/phrase.js";
import { joinSentences } from "../dialects/families/prose/sentence.js";
import { textOfPieces } from "../layout/piece.js";
import { isMoment, momentsOf } from "./describe-moment.js";

/** What a blueprint is sure enough of to be said: 0..1. */
const SPOKEN = 0.5;
const MOST_THINGS = 4;
const MOST_LINES = 2;

function isSpoken({ polarity, pinned, hypothesis, confidence }: Term): boolean {
  if (polarity === "exclude") return false;
  return pinned === true || (hypothesis !== true && confidence >= SPOKEN);
}

/** Sure words that the sentence is made of; a guess is none. */
export function spokenTerms(blueprint: Blueprint): Term[] {
  return blueprint.terms.filter(isSpoken);
}

/** Whether anything says what is shown: a subject, what it does, or a place. */
export function namesSomething(blueprint: Blueprint): boolean {
  return spokenTerms(blueprint).some(
    (term) =>
      term.facet === "subject" || term.facet === "action" || (term.facet === "setting" && !isBare(term)),
  );
}

/** A setting that names no place: an hour, or a plain backdrop. */
function isBare(term: Term): boolean {
  return isMoment(term.text) || /\bbackground$/u.test(term.text);
}

function said(text: string, facet: Facet): Phrase {
  const term = {
    id: text,
    facet,
    text,
    weight: 1,
    confidence: 1,
    polarity: "include",
    evidence: [],
  } as const;
  return readPhrase(term);
}

/** "photograph", "black and white photograph": the surest medium, with the want of color where that is seen. */
function mediumOf(terms: readonly Term[]): string | undefined {
  const [medium] = terms
    .filter(({ facet }) => facet === "medium")
    .sort((x, y) => Number(y.pinned === true) - Number(x.pinned === true) || y.confidence - x.confidence);
  const colorless = terms.some(({ facet, text }) => facet === "palette" && /^black and white$/iu.test(text));
  if (medium === undefined) return colorless ? "black and white picture" : undefined;
  const text = medium.text.replace(/ with .*$/u, "");
  return colorless && /^photo(?:graph)?$/iu.test(text) ? "black and white photograph" : text;
}

/** Content that is a sentence already: "A cat sits on a mat". */
function isWhole({ shape, term }: Phrase): boolean {
  return shape === "sentence" || (shape === "clause" && term.facet !== "subject");
}

/** `, with the words "STOP"`: the most prominent lines, quoted; empty where nothing is written. */
function letteringOf(terms: readonly Term[], bare: boolean): string {
  const lines = terms
    .filter(({ facet }) => facet === "text")
    .slice(0, MOST_LINES)
    .map(({ text }) => `"${text.replace(/^["“']|["”']$/gu, "").replaceAll('"', "'")}"`);
  return lines.length === 0 ? "" : `${bare ? "" : ","} with the words ${lines.join(" and ")}`;
}

/** Who or what, doing what, where, when: as phrases, each whole sentence apart. */
function contentOf(terms: readonly Term[]): Omit<OpeningParts, "medium" | "adjectives" | "fallback"> {
  const of = (facet: Facet): Term[] => terms.filter((term) => term.facet === facet);
  const subjects = of("subject").slice(0, MOST_THINGS);
  const places = of("setting").filter(({ text }) => !isMoment(text));
  const [place] = [...places.filter((term) => !isBare(term)), ...places.filter(isBare)];
  const shown = [...subjects, ...of("action"), ...(place === undefined ? [] : [place])];
  const moments = momentsOf(
    [...of("setting"), ...of("lighting"), ...of("atmosphere")],
    shown.map(({ text }) => text).join(", "),
  );
  const phrases = shown.map((term) => readPhrase(term));
  const ofFacet = (facet: Facet): Phrase[] =>
    phrases.filter((phrase) => phrase.term.facet === facet && !isWhole(phrase));
  return {
    subjects: ofFacet("subject"),
    actions: ofFacet("action"),
    settings: [...ofFacet("setting"), ...moments.map((text) => said(text, "setting"))],
    captions: phrases.filter(isWhole),
  };
}

/**
 * What a blueprint says, as a person would in one breath: "An oil painting of a snowy mountain at dusk." Only what is
 * sure is said; where nothing is, "A picture.".
 */
export function sentenceOf(blueprint: Blueprint): string {
  const terms = spokenTerms(blueprint);
  const medium = mediumOf(terms);
  const content = contentOf(terms);
  const kind = medium === undefined ? undefined : said(medium, "medium");
  const opening = sayOpening({ ...content, medium: kind, adjectives: [], fallback: undefined });
  const [first = [{ text: "a picture" }], ...others] = opening.filter((each) => textOfPieces(each) !== "");
  const shown = [...content.subjects, ...content.actions, ...content.captions].length > 0;
  // "A photograph at night": only a place is set somewhere.
  const bare = !shown && terms.every(({ facet, text }) => facet !== "setting" || isMoment(text));
  const main = bare ? first.map((piece) => (piece.text === " set " ? { text: " " } : piece)) : first;
  return textOfPieces(joinSentences([[...main, { text: letteringOf(terms, bare) }], ...others]));
}
