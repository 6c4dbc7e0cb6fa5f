import type { JSX } from "react";
import { BoardThumb } from "../blend/board-thumb";
import { BringButton } from "../blend/bring-button";
import { OnTheirWay } from "../blend/on-their-way";
import type { Board } from "../state/board";
import { Button } from "../ui/button";
import { classNames } from "../ui/class-names";
import { Checkbox } from "../ui/field";
import { Panel } from "../ui/panel";
import { changeStyle } from "./style-store";

interface ReferencesPanelProps {
  readonly boards: readonly Board[];
  /** Ids of the references among them. */
  readonly chosen: readonly string[];
  /** Names of the boards that do not fit. */
  readonly outliers: readonly string[];
}

interface ReferenceItemProps {
  readonly board: Board;
  readonly checked: boolean;
  readonly outlier: boolean;
}

function ReferenceItem({ board, checked, outlier }: ReferenceItemProps): JSX.Element {
  return (
    <li>
      <label className="flex min-h-12 cursor-pointer items-center gap-2 rounded-md px-1 hover:bg-s2">
        <Checkbox
          checked={checked}
          onChange={() => changeStyle({ type: "chosen", ids: [board.id], chosen: !checked })}
        />
        <BoardThumb board={board} className="h-10 w-14" />
        <span className={classNames("min-w-0 flex-1 truncate", checked ? "text-ink" : "text-ink-3")}>
          {board.name}
        </span>
        {outlier ? (
          <span className="shrink-0 rounded bg-warn-soft px-1.5 py-0.5 text-xs font-medium text-warn">
            outlier
          </span>
        ) : null}
      </label>
    </li>
  );
}

/** The pictures that the style is distilled from. */
export function ReferencesPanel({ boards, chosen, outliers }: ReferencesPanelProps): JSX.Element {
  const all = boards.map(({ id }) => id);
  return (
    <Panel title="References" actions={<BringButton />}>
      <div className="flex flex-col gap-2">
        <OnTheirWay />
        {boards.length === 0 ? (
          <p className="text-ink-2">No board is open. Bring a few pictures that look alike.</p>
        ) : (
          <>
            <div className="flex items-center gap-1">
              <p role="status" className="mr-auto text-sm text-ink-2">
                {chosen.length} of {boards.length} chosen
              </p>
              <Button
                size="sm"
                look="quiet"
                disabled={chosen.length === boards.length}
                onClick={() => changeStyle({ type: "chosen", ids: all, chosen: true })}
              >
                All
              </Button>
              <Button
                size="sm"
                look="quiet"
                disabled={chosen.length === 0}
                onClick={() => changeStyle({ type: "chosen", ids: all, chosen: false })}
              >
                None
              </Button>
            </div>
            <ul aria-label="References" className="-mx-1 lg:max-h-[calc(100dvh-14rem)] lg:overflow-y-auto">
              {boards.map((board) => (
                <ReferenceItem
                  key={board.id}
                  board={board}
                  checked={chosen.includes(board.id)}
                  outlier={outliers.includes(board.name)}
                />
              ))}
            </ul>
          </>
        )}
      </div>
    </Panel>
  );
}
