import type { Facet } from "../facets.js";
import type { Term } from "../types.js";

/** One blueprint of a blend. */
export interface BlendSource {
  /** 0 for the first input. */
  readonly index: number;
  /** "A" for the first input. */
  readonly letter: string;
  readonly terms: readonly Term[];
  /** Share of the blend, 0 to 1; all sum to 1. */
  readonly share: number;
}

/** A term that a source gives to the blend. */
export interface Contribution {
  readonly source: BlendSource;
  readonly term: Term;
  /** Place among the source's terms of this facet, from 0. */
  readonly rank: number;
  /** Why it is taken, for a person. */
  readonly note: string;
}

/** The terms of a source under this choice, each with its place in its facet. */
export function contribute(
  source: BlendSource,
  takes: (term: Term) => boolean,
  note: (term: Term) => string,
): Contribution[] {
  const ranks = new Map<Facet, number>();
  return source.terms.filter(takes).map((term) => {
    const rank = ranks.get(term.facet) ?? 0;
    ranks.set(term.facet, rank + 1);
    return { source, term, rank, note: note(term) };
  });
}
