import type { Facet } from "imprompt/core";
import { Ban, Plus } from "lucide-react";
import type { JSX } from "react";
import { lazy, memo, Suspense, useId } from "react";
import { BUCKET_LOOK } from "../ui/bucket-look";
import { Button } from "../ui/button";
import { classNames } from "../ui/class-names";
import type { GroupId, Group as GroupOfRows } from "./arrange";
import { setMode, useBoardUi } from "./board-ui";
import { LEAD } from "./place";
import { Row, useIsTarget } from "./row";
import { groupTitle, titleOf, UNSAID } from "./titles";

const AddRow = lazy(async () => ({ default: (await import("./add-row")).AddRow }));

function startAdding(group: GroupId, facet: Facet | null): void {
  setMode({ kind: "adding", group, facet });
}

/** A facet that nothing is said of: a button to say something, and a place to drop a chip. */
function UnsaidFacet({ group, facet }: { readonly group: GroupId; readonly facet: Facet }): JSX.Element {
  const isTarget = useIsTarget(facet);
  return (
    <button
      type="button"
      data-row={facet}
      aria-label={`Add to ${facet}`}
      onClick={() => startAdding(group, facet)}
      className={classNames(
        "inline-flex h-6 items-center gap-0.5 rounded-md border border-dashed px-1.5 text-sm text-ink-3 hover:border-line-strong hover:text-ink pointer-coarse:h-10 pointer-coarse:px-3",
        isTarget ? "border-accent bg-accent-soft" : "border-line",
      )}
    >
      <Plus aria-hidden className="size-3" />
      {titleOf(facet)}
    </button>
  );
}

/** The facets without words; none while the bucket's own field stands there. */
function Unsaid({ group }: { readonly group: GroupOfRows }): JSX.Element | null {
  const { id, rows, unsaid } = group;
  if (rows.length > 0 && unsaid.length === 0) return null;
  return (
    <div className="flex flex-col gap-1">
      {rows.length > 0 ? null : <p className="text-base text-ink-2">{UNSAID[id]}</p>}
      <div className={classNames("flex flex-wrap gap-1", rows.length > 0 && "@sm:pl-[5.25rem]")}>
        {unsaid.map((facet) => (
          <UnsaidFacet key={facet} group={id} facet={facet} />
        ))}
      </div>
    </div>
  );
}

function Head({ group, id }: { readonly group: GroupOfRows; readonly id: string }): JSX.Element {
  const title = groupTitle(group.id);
  const count = group.rows.reduce((sum, { terms }) => sum + terms.length, 0);
  return (
    <header className="flex min-h-8 items-center gap-2">
      {group.id === "excluded" ? (
        <Ban aria-hidden className="size-3 shrink-0 text-bad" />
      ) : (
        <span
          aria-hidden
          className={classNames("size-2 shrink-0 rounded-full", BUCKET_LOOK[group.id].fill)}
        />
      )}
      <h2 id={id} className="text-base font-semibold">
        {title}
      </h2>
      <span aria-hidden className="text-sm text-ink-3 tabular-nums">
        {count === 0 ? "" : count}
      </span>
      <Button
        look="quiet"
        size="sm"
        aria-label={`Add to ${title}`}
        className="-mr-1 ml-auto pointer-coarse:h-10"
        onClick={() => startAdding(group.id, null)}
      >
        <Plus aria-hidden className="size-3.5" />
        Add
      </Button>
    </header>
  );
}

interface GroupProps {
  readonly group: GroupOfRows;
  readonly out: ReadonlySet<string>;
}

/** A bucket with a row for each facet that something is said of, or what is excluded. */
export const Group = memo(function Group({ group, out }: GroupProps): JSX.Element {
  const heading = useId();
  const isAdding = useBoardUi(({ mode }) => mode.kind === "adding" && mode.group === group.id);
  const lead = group.id === "excluded" ? group.id : LEAD[group.id];
  const isTarget = useIsTarget(lead) && !group.rows.some(({ id }) => id === lead);
  return (
    <section
      aria-labelledby={heading}
      data-row={lead}
      data-group
      className={classNames(
        "rounded-lg border bg-s1 px-3 pt-0.5 pb-2",
        isTarget ? "border-accent" : "border-line",
      )}
    >
      <Head group={group} id={heading} />
      {group.rows.length === 0 ? null : (
        <div role="grid" aria-labelledby={heading} className="mb-1 flex flex-col gap-1.5">
          {group.rows.map((row) => (
            <Row key={row.id} row={row} out={out} />
          ))}
        </div>
      )}
      {isAdding ? (
        <Suspense fallback={<div className="h-8" />}>
          <AddRow group={group.id} />
        </Suspense>
      ) : (
        <Unsaid group={group} />
      )}
    </section>
  );
});
