import type { StyleConsensus } from "imprompt/core";
import type { JSX } from "react";
import { BoardThumb } from "../blend/board-thumb";
import type { Board } from "../state/board";
import { Button } from "../ui/button";
import { Panel } from "../ui/panel";
import { reasonInWords } from "./figures";
import { changeStyle } from "./style-store";

interface OutliersPanelProps {
  readonly consensus: StyleConsensus;
  /** The references. */
  readonly boards: readonly Board[];
}

function OutlierItem({
  outlier,
  board,
}: {
  outlier: StyleConsensus["outliers"][number];
  board: Board;
}): JSX.Element {
  const reason = reasonInWords(outlier.reason);
  return (
    <li className="flex items-start gap-3 py-2">
      <BoardThumb board={board} className="h-12 w-16" />
      <div className="min-w-0 flex-1">
        <h3 className="font-medium">{board.name}</h3>
        <p className="text-sm text-ink-2">
          {reason.charAt(0).toUpperCase()}
          {reason.slice(1)}.
        </p>
        <div className="mt-1 flex items-center gap-2 text-sm text-ink-3">
          <span aria-hidden className="h-1.5 w-20 overflow-hidden rounded-full bg-s3">
            <span
              className="block h-full origin-left bg-warn"
              style={{ transform: `scaleX(${outlier.distance})` }}
            />
          </span>
          {Math.round(outlier.distance * 100)}% away from the others
        </div>
      </div>
      <Button
        size="sm"
        aria-label={`Leave out ${board.name}`}
        onClick={() => changeStyle({ type: "chosen", ids: [board.id], chosen: false })}
      >
        Leave out
      </Button>
    </li>
  );
}

/** Which references do not fit, and why. */
export function OutliersPanel({ consensus, boards }: OutliersPanelProps): JSX.Element {
  const found = consensus.outliers.flatMap((outlier) => {
    const board = boards.find(({ name }) => name === outlier.name);
    return board === undefined ? [] : [{ outlier, board }];
  });
  return (
    <Panel title="Outliers">
      {found.length === 0 ? (
        <p className="text-ink-2">
          No picture stands far apart from the others. That is judged from four pictures on.
        </p>
      ) : (
        <ul aria-label="Outliers" className="divide-y divide-line">
          {found.map(({ outlier, board }) => (
            <OutlierItem key={board.id} outlier={outlier} board={board} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
