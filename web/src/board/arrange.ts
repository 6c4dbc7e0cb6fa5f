import type { Bucket, Facet, Term } from "imprompt/core";
import { BUCKET_OF, BUCKETS, FACETS } from "imprompt/core";

/** A titled part of the board. */
export type GroupId = Bucket | "excluded";
/** A line of chips: a facet's, or all that is excluded. */
export type RowId = Facet | "excluded";

export interface Row {
  readonly id: RowId;
  /** At least one, in the blueprint's order. */
  readonly terms: readonly Term[];
}

export interface Group {
  readonly id: GroupId;
  readonly rows: readonly Row[];
  /** Facets of the bucket that nothing is said of. */
  readonly unsaid: readonly Facet[];
}

export function rowOf({ facet, polarity }: Term): RowId {
  return polarity === "exclude" ? "excluded" : facet;
}

export function groupOf(row: RowId): GroupId {
  return row === "excluded" ? row : BUCKET_OF[row];
}

export function facetsOf(bucket: Bucket): readonly Facet[] {
  return FACETS.filter((facet) => BUCKET_OF[facet] === bucket);
}

function includedByFacet(terms: readonly Term[]): ReadonlyMap<Facet, readonly Term[]> {
  const byFacet = new Map<Facet, Term[]>();
  for (const term of terms) {
    if (term.polarity === "exclude") continue;
    const known = byFacet.get(term.facet);
    if (known === undefined) byFacet.set(term.facet, [term]);
    else known.push(term);
  }
  return byFacet;
}

/** The five buckets, then what is excluded. Empty groups stay; empty rows do not. */
export function arrange(terms: readonly Term[]): readonly Group[] {
  const included = includedByFacet(terms);
  const excluded = terms.filter(({ polarity }) => polarity === "exclude");
  const buckets = BUCKETS.map((bucket): Group => {
    const facets = facetsOf(bucket);
    return {
      id: bucket,
      rows: facets.flatMap((facet) => {
        const own = included.get(facet);
        return own === undefined ? [] : [{ id: facet, terms: own }];
      }),
      unsaid: facets.filter((facet) => !included.has(facet)),
    };
  });
  const rows: readonly Row[] = excluded.length === 0 ? [] : [{ id: "excluded", terms: excluded }];
  return [...buckets, { id: "excluded", rows, unsaid: [] }];
}

/** The ids in the order in which the board shows them. */
export function shownOrder(groups: readonly Group[]): readonly string[] {
  return groups.flatMap(({ rows }) => rows.flatMap(({ terms }) => terms.map(({ id }) => id)));
}
