import type { Warning } from "../../base/warning.js";
import type { Facet } from "../../blueprint/facets.js";
import type { Polarity } from "../../blueprint/types.js";
import type { Phrase, Span, Split } from "../../language/phrase.js";
import { splitPhrases } from "../../language/phrases.js";
import type { GrammarId } from "../../language/syntax/tree.js";
import { classify } from "../../vocabulary/classify.js";
import { divide } from "../../vocabulary/divide.js";
import type { Vocabulary } from "../../vocabulary/vocabulary.js";
import { facetsOfPath, isSummary } from "./facet-of-path.js";

/** A phrase of a prompt in its facet. */
export interface ReadPhrase {
  readonly facet: Facet;
  readonly text: string;
  readonly weight: number;
  readonly polarity: Polarity;
  /** Why this facet, in a few words. */
  readonly reason: string;
  /** Where its words stand in the text. */
  readonly span: Span;
}

export interface ReadPhrases {
  readonly phrases: readonly ReadPhrase[];
  readonly split: Split;
  /** What of the text became no phrase, or another one than was written. */
  readonly warnings: readonly Warning[];
}

export interface ReadOptions {
  /** Phrases and their facets; the standard ones unless said. */
  readonly vocabulary?: Vocabulary;
  /** Captions in one phrase ("still of a person in a city") become their parts, each in its own facet. */
  readonly divide?: boolean;
}

const DENIAL = /^(?:no|without)\s+(?=\p{L})/iu;

interface Verdict {
  readonly facet: Facet;
  readonly reason: string;
}

/** What the prompt itself calls a phrase outranks our judgement, but for facets that its word covers as well. */
function judge(phrase: Phrase, first: boolean, vocabulary: Vocabulary | undefined): Verdict {
  const own = classify(phrase.text, { first, ...(vocabulary === undefined ? {} : { vocabulary }) });
  const called = phrase.path === undefined ? undefined : facetsOfPath(phrase.path);
  const [usual] = called ?? [];
  if (usual === undefined || called?.includes(own.facet) === true) return own;
  return { facet: usual, reason: `stands under "${phrase.path}"` };
}

function readPhrase(phrase: Phrase, { facet, reason }: Verdict, fallback: Polarity): ReadPhrase {
  const polarity = phrase.polarity === "exclude" ? "exclude" : fallback;
  const denied = polarity === "include" && DENIAL.test(phrase.text);
  return {
    facet,
    text: denied ? phrase.text.replace(DENIAL, "") : phrase.text,
    weight: phrase.weight,
    polarity: denied ? "exclude" : polarity,
    reason,
    span: { start: phrase.start, end: phrase.end },
  };
}

/** The parts of a caption-like phrase; only the phrase itself where it has none, or is excluded. */
function partsOf(
  read: ReadPhrase,
  first: boolean,
  written: string,
  options: ReadOptions,
): readonly ReadPhrase[] {
  if (options.divide !== true || read.polarity === "exclude") return [read];
  const pieces = divide(read.text, { first, ...options });
  if (pieces.length < 2) return [read];
  const literal = written === read.text;
  return pieces.map(({ text, facet, start, end }) => ({
    ...read,
    text,
    facet,
    reason: `a part of "${read.text}"`,
    span: literal ? { start: read.span.start + start, end: read.span.start + end } : read.span,
  }));
}

/** Phrases without those of a summary, where the rest says it all. */
function withoutSummary(phrases: readonly Phrase[]): readonly Phrase[] {
  const rest = phrases.filter(({ path }) => path === undefined || !isSummary(path));
  return rest.length === 0 ? phrases : rest;
}

function summaryWarnings(all: readonly Phrase[], kept: readonly Phrase[]): Warning[] {
  const [first] = all.filter((phrase) => !kept.includes(phrase));
  if (first === undefined || all.length === kept.length) return [];
  const message = `"${first.path}" is taken for a summary of the rest and not read twice`;
  return [{ code: "syntax-approximated", message, span: { start: first.start, end: first.end } }];
}

/**
 * A prompt as phrases in their facets, in reading order. `fallback` is the polarity of what is not excluded by the
 * text itself: "exclude" for a negative prompt. "no text" among what to draw is an exclusion of "text"; within a
 * negative prompt it stays as it is written. A phrase that weighs nothing is left out.
 */
export function readPhrases(
  text: string,
  grammar: GrammarId,
  fallback: Polarity,
  options: ReadOptions = {},
): ReadPhrases {
  const split = splitPhrases(text, grammar);
  const told = withoutSummary(split.phrases);
  const warnings: Warning[] = [
    ...split.warnings.map(({ code, message, start, end }) => ({ code, message, span: { start, end } })),
    ...summaryWarnings(split.phrases, told),
  ];
  const phrases: ReadPhrase[] = [];
  told.forEach((phrase, index) => {
    const first = index === 0 && fallback === "include";
    const verdict = judge(phrase, first, options.vocabulary);
    const read = readPhrase(phrase, verdict, fallback);
    if (phrase.weight === 0) {
      warnings.push({
        code: "phrase-dropped",
        message: `"${phrase.text}" has the weight 0: it is not asked for`,
        span: read.span,
      });
    } else phrases.push(...partsOf(read, first, text.slice(phrase.start, phrase.end), options));
  });
  return { phrases, split, warnings };
}
