import type { Warning } from "../../base/warning.js";
import { MAX_WEIGHT } from "../../blueprint/build.js";
import type { Facet } from "../../blueprint/facets.js";
import type { Blueprint, Term } from "../../blueprint/types.js";
import type { Candidate } from "../../layout/fit.js";

/** How much a picture loses when the facet goes unsaid, 0 to 1: our own judgement, content first, praise last. */
const IMPORTANCE: { readonly [F in Facet]: number } = {
  subject: 1,
  action: 0.9,
  setting: 0.85,
  text: 0.85,
  medium: 0.8,
  style: 0.7,
  lighting: 0.65,
  artist: 0.6,
  palette: 0.5,
  atmosphere: 0.5,
  composition: 0.5,
  camera: 0.45,
  detail: 0.4,
  quality: 0.25,
};

function comesFrom(term: Term, kind: string): boolean {
  return term.evidence.some(({ source }) => source.split(":")[0] === kind);
}

/** 2 for what is pinned, 1 for what the user said, 0 for the rest. */
function tierOf(term: Term): number {
  if (term.pinned === true) return 2;
  return comesFrom(term, "user") ? 1 : 0;
}

/** What a term is worth by itself, 0 to 1. */
function worthOf(term: Term): number {
  return (IMPORTANCE[term.facet] * term.confidence * term.weight) / MAX_WEIGHT;
}

/**
 * For the fitter, in the given order: what is pinned above what the user said above the rest. Within these a
 * phrase counts by importance of its facet times confidence times weight, the n-th worthiest of a facet an n-th
 * of that, so that a short budget says something of everything rather than everything of one.
 */
export function prioritise(terms: readonly Term[]): Candidate[] {
  const byWorth = [...terms].sort((x, y) => tierOf(y) - tierOf(x) || worthOf(y) - worthOf(x));
  const counts = new Map<Facet, number>();
  const priorities = new Map<string, number>();
  for (const term of byWorth) {
    const earlier = counts.get(term.facet) ?? 0;
    counts.set(term.facet, earlier + 1);
    priorities.set(term.id, tierOf(term) + worthOf(term) / (1 + earlier));
  }
  return terms.map(({ id }) => ({ id, priority: priorities.get(id) ?? 0 }));
}

/** A term's words on one line, single spaces and commas, without a comma, semicolon or one full stop at an end. */
export function wordsOf(term: Term): string {
  return term.text
    .replace(/[\s\p{Cc}]+/gu, " ")
    .replace(/\s*,(?:\s*,)+/gu, ",")
    .replace(/^[\s,;]+|[\s,;]+$/gu, "")
    .replace(/([^.])\.$/u, "$1");
}

export interface Selection {
  /** Included terms to print, in the blueprint's order; each has words. */
  readonly spoken: readonly Term[];
  /** What must not be shown, in the blueprint's order; each has words. */
  readonly excluded: readonly Term[];
  readonly warnings: readonly Warning[];
}

/**
 * What a printer says of a blueprint: all of it, except an artist's name that nobody asked for. A name is said
 * only when it is pinned, or the user or the file's own prompt gave it; other guesses are said with a warning.
 * Nothing is added: a palette without palette terms stays unspoken. Confidence was filtered by the caller.
 */
export function selectTerms(blueprint: Blueprint, where: string): Selection {
  const spoken: Term[] = [];
  const excluded: Term[] = [];
  const warnings: Warning[] = [];
  for (const term of blueprint.terms) {
    const words = wordsOf(term);
    if (words === "") continue;
    if (term.polarity === "exclude") {
      excluded.push(term);
      continue;
    }
    const asked = term.pinned === true || comesFrom(term, "user") || comesFrom(term, "metadata");
    if (term.facet === "artist" && !asked) {
      const message = `"${words}" is only a hypothesis, so no artist is named; pin it to have it said`;
      warnings.push({ code: "phrase-dropped", message, where, termId: term.id });
      continue;
    }
    if (term.hypothesis === true && !asked) {
      const message = `"${words}" is said, but it is only a guess`;
      warnings.push({ code: "hypothesis", message, where, termId: term.id });
    }
    spoken.push(term);
  }
  return { spoken, excluded, warnings };
}
