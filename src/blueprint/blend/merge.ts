import type { Facet } from "../facets.js";
import { FACETS } from "../facets.js";
import { meaningOf } from "../meaning.js";
import type { Evidence, Polarity } from "../types.js";
import type { Contribution } from "./contribution.js";

/** What one or more sources say, as one phrase of the blend. */
export interface Candidate {
  readonly facet: Facet;
  readonly text: string;
  readonly weight: number;
  readonly confidence: number;
  readonly polarity: Polarity;
  readonly pinned: boolean;
  readonly hypothesis: boolean;
  readonly evidence: readonly Evidence[];
  /** The sources that say it, by index, rising. */
  readonly sources: readonly number[];
  /** Their letters: "A", or "A and C". */
  readonly letters: string;
  readonly rank: number;
  /** Share times confidence times weight, of the source that is surest of it. */
  readonly sureness: number;
}

function compare(x: string, y: string): number {
  return x < y ? -1 : Number(x > y);
}

function surenessOf({ source, term }: Contribution): number {
  return source.share * term.confidence * term.weight;
}

/** Pinned first, then the surer, then by words and facet: says nothing of which source came first. */
export function bySureness(x: Candidate, y: Candidate): number {
  return (
    Number(y.pinned) - Number(x.pinned) ||
    y.sureness - x.sureness ||
    compare(x.text, y.text) ||
    FACETS.indexOf(x.facet) - FACETS.indexOf(y.facet)
  );
}

/** Facets in reading order; within one, the sources' first phrases before their second ones. */
export function byReading(x: Candidate, y: Candidate): number {
  return FACETS.indexOf(x.facet) - FACETS.indexOf(y.facet) || x.rank - y.rank || bySureness(x, y);
}

/**
 * Equal meanings of several sources as one phrase: words and facet of the surest, weight the mean by share, times
 * `strength` of the sources' mean share, the highest confidence, pinned when one is.
 */
function mergeSame(
  group: readonly Contribution[],
  strength: (share: number) => number,
): Candidate | undefined {
  const sorted = [...group].sort(
    (x, y) =>
      surenessOf(y) - surenessOf(x) ||
      compare(x.term.text, y.term.text) ||
      FACETS.indexOf(x.term.facet) - FACETS.indexOf(y.term.facet),
  );
  const [surest] = sorted;
  if (surest === undefined) return undefined;
  const total = sorted.reduce((sum, { source }) => sum + source.share, 0);
  const weight = sorted.reduce((sum, { source, term }) => sum + source.share * term.weight, 0) / total;
  const inOrder = [...group].sort((x, y) => x.source.index - y.source.index);
  return {
    facet: surest.term.facet,
    text: surest.term.text,
    polarity: surest.term.polarity,
    weight: weight * strength(total / sorted.length),
    confidence: Math.max(...sorted.map(({ term }) => term.confidence)),
    pinned: sorted.some(({ term }) => term.pinned === true),
    hypothesis: sorted.every(({ term }) => term.hypothesis === true),
    evidence: inOrder.flatMap(({ source, term, note }) => [
      ...term.evidence,
      { source: `blend:${source.letter}`, note },
    ]),
    sources: inOrder.map(({ source }) => source.index),
    letters: inOrder.map(({ source }) => source.letter).join(" and "),
    rank: Math.min(...sorted.map(({ rank }) => rank)),
    sureness: surenessOf(surest),
  };
}

/** The contributions as phrases of the blend, each meaning once a polarity. */
export function mergeContributions(
  contributions: readonly Contribution[],
  strength: (share: number) => number,
): Candidate[] {
  const groups = new Map<string, Contribution[]>();
  for (const contribution of contributions) {
    const { polarity, text } = contribution.term;
    const key = `${polarity} ${meaningOf(text)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [contribution]);
    else group.push(contribution);
  }
  return [...groups.values()].flatMap((group) => mergeSame(group, strength) ?? []);
}
