import type { Blended } from "imprompt/core";
import { FACETS, normalise } from "imprompt/core";
import { Plus } from "lucide-react";
import type { JSX } from "react";
import { useMemo } from "react";
import type { Board } from "../state/board";
import { blueprintOf } from "../state/board";
import { classNames } from "../ui/class-names";
import { Panel } from "../ui/panel";
import type { BlendState } from "./blend-state";
import { FEWEST_SOURCES, LETTERS, MOST_SOURCES, saysOf, sharesOf, sourceOf } from "./blend-state";
import { changeBlend } from "./blend-store";
import { BoardThumb } from "./board-thumb";
import { BringButton } from "./bring-button";
import type { TableSource } from "./facet-table";
import { COLUMNS, FacetTable } from "./facet-table";
import { KindChoice } from "./kind-choice";
import { OnTheirWay } from "./on-their-way";
import { gives, lost } from "./outcome";
import { SourceColumn } from "./source-column";

interface SourcesPanelProps {
  readonly state: BlendState;
  /** The boards of the sources, A first. */
  readonly boards: readonly Board[];
  /** Open boards that are no sources. */
  readonly others: readonly Board[];
  /** Null while there is no blend. */
  readonly blended: Blended | null;
}

function Others({
  boards,
  full,
}: {
  readonly boards: readonly Board[];
  readonly full: boolean;
}): JSX.Element | null {
  if (boards.length === 0) return null;
  return (
    <section aria-label="Not in the blend" className="border-t border-line pt-3">
      <h3 className="mb-2 text-sm font-medium text-ink-2">
        Not in the blend
        {full ? (
          <span className="ml-2 font-normal text-ink-3">
            {MOST_SOURCES} is the most; leave one out first.
          </span>
        ) : null}
      </h3>
      <ul className="flex flex-wrap gap-2">
        {boards.map((board) => (
          <li key={board.id} className="min-w-0">
            <button
              type="button"
              disabled={full}
              aria-label={`Add ${board.name}`}
              onClick={() => changeBlend({ type: "toggled", id: board.id })}
              className="flex h-10 max-w-56 items-center gap-2 rounded-md border border-line pr-2 text-sm hover:bg-s2 disabled:cursor-not-allowed disabled:text-ink-3 disabled:hover:bg-transparent"
            >
              <BoardThumb board={board} className="size-9" />
              <span className="truncate">{board.name}</span>
              {full ? null : <Plus aria-hidden className="size-4 shrink-0" />}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the table shows of each board: its phrases as the blend reads them, and which of them came through. */
function useTableSources(boards: readonly Board[], blended: Blended | null): readonly TableSource[] {
  const phrases = useMemo(() => boards.map((board) => normalise(blueprintOf(board)).terms), [boards]);
  return useMemo(
    () =>
      boards.map(({ id, name }, index): TableSource => {
        const letter = LETTERS[index] ?? "";
        const terms = phrases[index] ?? [];
        const losers = blended === null ? [] : terms.filter(({ text }) => lost(blended, letter, text));
        return {
          id,
          name,
          letter,
          terms,
          given: new Set(blended === null ? [] : FACETS.filter((facet) => gives(blended, facet, letter))),
          lost: new Set(losers.map(({ text }) => text)),
        };
      }),
    [boards, phrases, blended],
  );
}

/** The pictures side by side, how they are blended, and what each of them says. */
export function SourcesPanel({ state, boards, others, blended }: SourcesPanelProps): JSX.Element {
  const shares = sharesOf(state);
  const says = useMemo(() => saysOf(boards.map(blueprintOf)), [boards]);
  const sources = useTableSources(boards, blended);
  const columns = COLUMNS[Math.max(FEWEST_SOURCES, boards.length)] ?? "";
  const enough = boards.length >= FEWEST_SOURCES;
  return (
    <Panel title="Pictures" actions={<BringButton />}>
      <div className="flex flex-col gap-4">
        <OnTheirWay />
        <div className={classNames("grid grid-cols-1 gap-3 md:gap-x-2", columns)}>
          <KindChoice kind={state.kind} />
          <ol aria-label="Pictures to blend" className="grid grid-flow-col auto-cols-fr gap-2 md:contents">
            {boards.map((board, index) => (
              <SourceColumn
                key={board.id}
                board={board}
                letter={LETTERS[index] ?? ""}
                first={index === 0}
                last={index === boards.length - 1}
                narrow={boards.length > 3}
                weighed={
                  state.kind === "weight"
                    ? { share: shares[index] ?? 0, weight: state.weights[board.id] }
                    : null
                }
              />
            ))}
          </ol>
        </div>
        {enough ? (
          <FacetTable
            sources={sources}
            chosen={state.kind === "facets" ? (facet) => sourceOf(state, facet, says) : null}
          />
        ) : (
          <p className="rounded-md bg-s2 px-3 py-6 text-center text-ink-2">
            A blend takes two to five pictures. Add {boards.length === 1 ? "another" : "two"} below.
          </p>
        )}
        <Others boards={others} full={boards.length >= MOST_SOURCES} />
      </div>
    </Panel>
  );
}
