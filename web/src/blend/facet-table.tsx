import type { Bucket, Facet, Term } from "imprompt/core";
import { BUCKET_OF, BUCKETS, FACETS } from "imprompt/core";
import type { JSX } from "react";
import { BUCKET_LOOK } from "../ui/bucket-look";
import { Button } from "../ui/button";
import { classNames } from "../ui/class-names";
import { changeBlend } from "./blend-store";
import type { CellSource } from "./facet-cell";
import { FacetCell, FacetOption } from "./facet-cell";

/** Columns from 48rem on: the facet's name, then one for each source. Below it all is stacked. */
export const COLUMNS: readonly string[] = [
  "",
  "",
  "md:grid-cols-[8rem_repeat(2,minmax(0,1fr))]",
  "md:grid-cols-[8rem_repeat(3,minmax(0,1fr))]",
  "md:grid-cols-[8rem_repeat(4,minmax(0,1fr))]",
  "md:grid-cols-[7rem_repeat(5,minmax(0,1fr))]",
];

export interface TableSource extends Omit<CellSource, "terms" | "gives"> {
  readonly terms: readonly Term[];
  readonly given: ReadonlySet<Facet>;
}

interface FacetTableProps {
  readonly sources: readonly TableSource[];
  /** Which source each facet comes from; null where that is not chosen by hand. */
  readonly chosen: ((facet: Facet) => number) | null;
}

function titleOf(facet: Facet): string {
  return facet.charAt(0).toUpperCase() + facet.slice(1);
}

function cellOf({ given, ...source }: TableSource, facet: Facet): CellSource {
  return { ...source, terms: source.terms.filter((term) => term.facet === facet), gives: given.has(facet) };
}

function FacetRow({ facet, sources, chosen }: FacetTableProps & { readonly facet: Facet }): JSX.Element {
  const cells = sources.map((source) => cellOf(source, facet));
  const columns = COLUMNS[sources.length] ?? "";
  const name = <span className="pt-1.5 text-sm font-medium text-ink-2">{titleOf(facet)}</span>;
  const row = classNames("grid min-w-0 grid-cols-1 gap-1 md:gap-x-2", columns);
  if (chosen === null) {
    return (
      <div className={row}>
        {name}
        <ul aria-label={titleOf(facet)} className="contents">
          {cells.map((source) => (
            <FacetCell key={source.id} source={source} />
          ))}
        </ul>
      </div>
    );
  }
  const index = chosen(facet);
  return (
    <div role="radiogroup" aria-label={`${titleOf(facet)} from`} className={row}>
      {name}
      {cells.map((source, at) => (
        <FacetOption key={source.id} facet={facet} source={source} chosen={at === index} />
      ))}
    </div>
  );
}

interface BucketRowProps extends FacetTableProps {
  readonly bucket: Bucket;
  readonly facets: readonly Facet[];
}

function BucketRow({ bucket, facets, sources, chosen }: BucketRowProps): JSX.Element {
  const { title, fill } = BUCKET_LOOK[bucket];
  const all = FACETS.filter((facet) => BUCKET_OF[facet] === bucket);
  return (
    <div
      className={classNames(
        "flex flex-wrap items-center gap-1 md:grid md:gap-x-2",
        COLUMNS[sources.length] ?? "",
      )}
    >
      <h3
        className={classNames(
          "mr-auto flex items-center gap-2 text-sm font-semibold",
          sources.length > 3 && "max-md:basis-full",
        )}
      >
        <span aria-hidden className={classNames("size-2 shrink-0 rounded-full", fill)} />
        {title}
      </h3>
      {chosen === null ? null : (
        <span aria-hidden className="text-sm text-ink-3 md:hidden">
          All of
        </span>
      )}
      {chosen === null
        ? null
        : sources.map(({ id, letter }, index) => (
            <Button
              key={id}
              size="sm"
              look="quiet"
              className="max-md:h-10 max-md:min-w-10 md:justify-start"
              aria-pressed={facets.every((facet) => chosen(facet) === index)}
              aria-label={`${title}: all of ${letter}`}
              onClick={() => changeBlend({ type: "taken", facets: all, id })}
            >
              <span className="hidden md:inline">All of</span> {letter}
            </Button>
          ))}
    </div>
  );
}

/** What the sources say, facet by facet and side by side. Facets of which none says anything are left out. */
export function FacetTable({ sources, chosen }: FacetTableProps): JSX.Element {
  const spoken = FACETS.filter((facet) =>
    sources.some(({ terms }) => terms.some((term) => term.facet === facet)),
  );
  return (
    <div className="flex flex-col gap-5">
      {BUCKETS.map((bucket) => {
        const facets = spoken.filter((facet) => BUCKET_OF[facet] === bucket);
        if (facets.length === 0) return null;
        return (
          <section
            key={bucket}
            aria-label={BUCKET_LOOK[bucket].title}
            className="flex flex-col gap-3 md:gap-1.5"
          >
            <BucketRow bucket={bucket} facets={facets} sources={sources} chosen={chosen} />
            {facets.map((facet) => (
              <FacetRow key={facet} facet={facet} sources={sources} chosen={chosen} />
            ))}
          </section>
        );
      })}
    </div>
  );
}
