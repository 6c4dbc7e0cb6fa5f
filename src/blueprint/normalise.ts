import type { TermDraft } from "./build.js";
import { createTerms } from "./build.js";
import { FACETS } from "./facets.js";
import { meaningOf } from "./meaning.js";
import type { Blueprint, Evidence } from "./types.js";

function cleanText(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .replace(/^[\s,;]+|[\s,;]+$/gu, "")
    .replace(/([^.])\.$/u, "$1");
}

function sameEvidence(x: Evidence, y: Evidence): boolean {
  return x.source === y.source && x.note === y.note && x.score === y.score;
}

/** Two drafts that mean the same: the first's words and facet; the doubt of both must hold for the whole to fail. */
export function mergeDrafts(first: TermDraft, second: TermDraft): TermDraft {
  const evidence = [...(first.evidence ?? [])];
  let independent = false;
  for (const item of second.evidence ?? []) {
    if (evidence.some((known) => sameEvidence(known, item))) continue;
    if (!evidence.some((known) => known.source === item.source)) independent = true;
    evidence.push(item);
  }
  const [p, q] = [first.confidence ?? 1, second.confidence ?? 1];
  const hypothesis = first.hypothesis === true && second.hypothesis === true;
  const { hypothesis: _, ...rest } = first;
  return {
    ...rest,
    confidence: independent ? 1 - (1 - p) * (1 - q) : Math.max(p, q),
    pinned: first.pinned === true || second.pinned === true,
    ...(hypothesis ? { hypothesis } : {}),
    evidence,
  };
}

/**
 * Drafts in reading order with text cleaned, empty ones gone and equal meanings merged into the first.
 * Polarity keeps them apart; facets do not: one thing is said once.
 */
export function normaliseDrafts(drafts: readonly TermDraft[]): TermDraft[] {
  const merged = new Map<string, TermDraft>();
  for (const draft of drafts) {
    const text = cleanText(draft.text);
    if (text === "") continue;
    const key = `${draft.polarity ?? "include"} ${meaningOf(text)}`;
    const known = merged.get(key);
    merged.set(key, known === undefined ? { ...draft, text } : mergeDrafts(known, { ...draft, text }));
  }
  return [...merged.values()].sort((x, y) => FACETS.indexOf(x.facet) - FACETS.indexOf(y.facet));
}

/** A blueprint in normal form. Idempotent; ids are kept. */
export function normalise(blueprint: Blueprint): Blueprint {
  return { ...blueprint, terms: createTerms(normaliseDrafts(blueprint.terms)) };
}
