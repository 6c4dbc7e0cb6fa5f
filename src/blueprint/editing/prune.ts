import { standingsOf } from "../axes.js";
import type { Edit } from "../edit.js";
import type { Facet } from "../facets.js";
import { meaningOf } from "../meaning.js";
import type { Blueprint, Term } from "../types.js";
import { collapseLoops } from "./collapse-loops.js";
import { overlap } from "./overlap.js";
import type { PhraseWords } from "./phrase-words.js";
import { phraseWords } from "./phrase-words.js";

export interface PruneOptions {
  /** Phrases less sure than this go; 0..1, 0.5 unless said, as for printing. */
  readonly minConfidence?: number;
  /** Facets left alone. */
  readonly keep?: readonly Facet[];
  /** Why a phrase is not worth its place ("says nothing to this target"); undefined when it is. */
  readonly weak?: (term: Term) => string | undefined;
}

/** A phrase that says more must be at least this much as sure as the plain one that it makes needless. */
const SURE_ENOUGH = 0.6;

/** The state of a pruning: who is left, and why the others went. */
interface Pruning {
  readonly isSafe: (term: Term) => boolean;
  left: readonly Term[];
  readonly reasons: Map<string, string>;
}

function drop(pruning: Pruning, term: Term, why: string): void {
  pruning.left = pruning.left.filter(({ id }) => id !== term.id);
  pruning.reasons.set(term.id, why);
}

/** Whoever must stay first, then the surer, then the heavier, then the earlier. */
function byRank({ left, isSafe }: Pruning): Term[] {
  return [...left].sort(
    (x, y) => Number(isSafe(y)) - Number(isSafe(x)) || y.confidence - x.confidence || y.weight - x.weight,
  );
}

function dropWeak(pruning: Pruning, { minConfidence = 0.5, weak }: PruneOptions): void {
  for (const term of pruning.left) {
    if (pruning.isSafe(term)) continue;
    const why =
      weak?.(term) ??
      (term.confidence < minConfidence
        ? `too unsure, ${term.confidence} where ${minConfidence} is asked`
        : undefined);
    if (why !== undefined) drop(pruning, term, why);
  }
}

function dropDuplicates(pruning: Pruning): void {
  const said = new Map<string, Term>();
  for (const term of byRank(pruning)) {
    const words = term.facet === "text" ? `text ${term.text}` : meaningOf(term.text);
    const key = `${term.polarity} ${words}`;
    const known = said.get(key);
    if (known === undefined) said.set(key, term);
    else if (!pruning.isSafe(term)) drop(pruning, term, `says the same as "${known.text}"`);
  }
}

type Worded = Term & PhraseWords;

/** Which of two that overlap has to go, and why; the first ranks higher. */
function needless(pruning: Pruning, x: Worded, y: Worded): readonly [Term, string] | undefined {
  const kind = overlap(x, y);
  if (kind === undefined) return undefined;
  if (kind === "same") return [y, `says nearly the same as "${x.text}"`];
  const [part, whole] = kind === "within" ? [x, y] : [y, x];
  if (whole.confidence < SURE_ENOUGH * part.confidence) return [whole, `much less sure than "${part.text}"`];
  return pruning.isSafe(part) ? undefined : [part, `"${whole.text}" says it too`];
}

function dropNearDuplicates(pruning: Pruning): void {
  const ranked = byRank(pruning).map((term): Worded => ({ ...term, ...phraseWords(term.text) }));
  const gone = new Set<string>();
  for (const [index, x] of ranked.entries()) {
    for (const y of ranked.slice(index + 1)) {
      if (gone.has(x.id)) break;
      if (gone.has(y.id)) continue;
      const [loser, why] = needless(pruning, x, y) ?? [];
      if (loser === undefined || why === undefined || pruning.isSafe(loser)) continue;
      gone.add(loser.id);
      drop(pruning, loser, why);
    }
  }
}

function dropContradictions(pruning: Pruning): void {
  const claims = new Map<string, { readonly pole: string; readonly by: Term }>();
  for (const term of byRank(pruning)) {
    const stands = [
      { axis: `whether ${meaningOf(term.text)} is shown`, pole: term.polarity as string },
      ...(term.polarity === "exclude" ? [] : standingsOf(term.facet, term.text)),
    ];
    const against = stands
      .map(({ axis, pole }) => ({ axis, pole, claim: claims.get(axis) }))
      .find(({ pole, claim }) => claim !== undefined && claim.pole !== pole);
    if (against?.claim !== undefined && !pruning.isSafe(term)) {
      drop(pruning, term, `contradicts "${against.claim.by.text}" on ${against.axis}`);
      continue;
    }
    for (const { axis, pole } of stands) if (!claims.has(axis)) claims.set(axis, { pole, by: term });
  }
}

function uncoiled(term: Term): Term {
  return { ...term, text: collapseLoops(term.text) };
}

/**
 * What a blueprint can do without, as one batch with a reason for each edit, in the order of the terms: loops of a
 * captioner collapsed; weak, doubled, nearly doubled and contradictory phrases dropped, of two the less sure, then
 * the lighter, then the later. Pinned terms and `keep` are never touched, and win. Pruning twice is pruning once.
 */
export function prune(blueprint: Blueprint, options: PruneOptions = {}): Edit {
  const { keep = [] } = options;
  const isSafe = (term: Term): boolean => term.pinned === true || keep.includes(term.facet);
  const left = blueprint.terms.map((term) => (isSafe(term) || term.facet === "text" ? term : uncoiled(term)));
  const pruning: Pruning = { isSafe, left, reasons: new Map() };
  dropWeak(pruning, options);
  dropDuplicates(pruning);
  dropNearDuplicates(pruning);
  dropContradictions(pruning);
  const texts = new Map(left.map(({ id, text }) => [id, text]));
  const edits = blueprint.terms.flatMap(({ id, text }): Edit[] => {
    const why = pruning.reasons.get(id);
    if (why !== undefined) return [{ kind: "remove", id, why }];
    const uncoiledText = texts.get(id) ?? text;
    return uncoiledText === text
      ? []
      : [{ kind: "replace", id, text: uncoiledText, why: "it repeats itself" }];
  });
  return { kind: "batch", label: "prune", edits };
}
