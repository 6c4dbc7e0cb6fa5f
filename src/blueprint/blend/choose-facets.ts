import type { Facet } from "../facets.js";
import { BUCKET_OF, FACETS } from "../facets.js";
import type { BlendSource, Contribution } from "./contribution.js";
import { contribute } from "./contribution.js";

export type FacetChoice = { readonly [F in Facet]?: number };

/** Which source each facet comes from. */
export type FacetSources = { readonly [F in Facet]: BlendSource };

function perFacet(choose: (facet: Facet) => BlendSource): FacetSources {
  return Object.fromEntries(FACETS.map((facet) => [facet, choose(facet)])) as unknown as FacetSources;
}

/**
 * Facets as named; one that is not named goes with the first named facet of its bucket (an action with its
 * subject), else with the first source.
 */
export function namedSources(
  sources: readonly BlendSource[],
  from: FacetChoice,
  first: BlendSource,
): FacetSources {
  return perFacet((facet) => {
    const kin = FACETS.find((other) => BUCKET_OF[other] === BUCKET_OF[facet] && from[other] !== undefined);
    const index = from[facet] ?? (kin === undefined ? undefined : from[kin]);
    return index === undefined ? first : (sources[index] ?? first);
  });
}

/** How much a source says of a facet and how surely: confidences in falling order, the n-th counting an n-th. */
function strengthOf(source: BlendSource, facet: Facet): number {
  return source.terms
    .filter((term) => term.facet === facet && term.polarity === "include")
    .map(({ confidence }) => confidence)
    .sort((x, y) => y - x)
    .reduce((sum, confidence, rank) => sum + confidence / (rank + 1), 0);
}

/**
 * Each facet from the source that is surest and richest there, times its share. An action goes with its subject.
 * Ties go to the source that won least so far, then to the earlier one.
 */
export function strongestSources(sources: readonly BlendSource[], first: BlendSource): FacetSources {
  const wins = new Map<BlendSource, number>();
  let actor = first;
  return perFacet((facet) => {
    if (facet === "action") return actor;
    let best = first;
    let most = strengthOf(first, facet) * first.share;
    for (const source of sources) {
      const strength = strengthOf(source, facet) * source.share;
      const fewer = (wins.get(source) ?? 0) < (wins.get(best) ?? 0);
      if (strength > most || (strength === most && strength > 0 && fewer)) [best, most] = [source, strength];
    }
    if (most > 0) wins.set(best, (wins.get(best) ?? 0) + 1);
    if (facet === "subject") actor = best;
    return best;
  });
}

export function fromFacets(
  sources: readonly BlendSource[],
  chosen: FacetSources,
  note: (facet: Facet, letter: string) => string,
  everyExclusion: boolean,
): Contribution[] {
  return sources.flatMap((source) =>
    contribute(
      source,
      (term) => chosen[term.facet] === source || (everyExclusion && term.polarity === "exclude"),
      (term) => note(term.facet, source.letter),
    ),
  );
}
