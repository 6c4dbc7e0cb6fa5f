import type { Term } from "imprompt/core";
import type { JSX } from "react";
import { memo } from "react";
import { classNames } from "../ui/class-names";
import type { RowId, Row as RowOfChips } from "./arrange";
import { useBoardUi } from "./board-ui";
import { Chip } from "./chip";
import { titleOf } from "./titles";

interface RowProps {
  readonly row: RowOfChips;
  /** Ids of the phrases that stay out of the prompts. */
  readonly out: ReadonlySet<string>;
}

/** Whether a dragged chip would land in the row as a whole, and not beside one of its chips. */
export function useIsTarget(row: RowId): boolean {
  return useBoardUi(({ drag }) => {
    const over = drag?.over;
    return over?.row === row && over.before === null && over.after === null;
  });
}

function areSame(x: readonly Term[], y: readonly Term[]): boolean {
  return x.length === y.length && x.every((term, index) => term === y[index]);
}

function RowOf({ row, out }: RowProps): JSX.Element {
  const { id, terms } = row;
  const isTarget = useIsTarget(id);
  const chips = terms.map((term) => <Chip key={term.id} term={term} out={out.has(term.id)} />);
  if (id === "excluded") {
    return (
      <div
        role="row"
        data-row={id}
        className={classNames("flex flex-wrap gap-1 rounded-md", isTarget && "bg-accent-soft")}
      >
        {chips}
      </div>
    );
  }
  return (
    <div
      role="row"
      data-row={id}
      className={classNames(
        "grid gap-y-0.5 rounded-md @sm:grid-cols-[5.25rem_minmax(0,1fr)]",
        isTarget && "bg-accent-soft",
      )}
    >
      <span role="rowheader" className="text-sm leading-4 text-ink-3 @sm:pt-1.5 @sm:pointer-coarse:pt-3">
        {titleOf(id)}
      </span>
      <div role="none" className="flex flex-wrap gap-1">
        {chips}
      </div>
    </div>
  );
}

/** A facet's chips beside its name, or all that is excluded. */
export const Row = memo(
  RowOf,
  (x, y) =>
    x.row.id === y.row.id &&
    areSame(x.row.terms, y.row.terms) &&
    x.row.terms.every(({ id }) => x.out.has(id) === y.out.has(id)),
);
