import { ChevronLeft, ChevronRight, X } from "lucide-react";
import type { JSX } from "react";
import type { Board } from "../state/board";
import { classNames } from "../ui/class-names";
import { Range } from "../ui/field";
import { IconButton } from "../ui/icon-button";
import { EVEN_WEIGHT } from "./blend-state";
import { changeBlend } from "./blend-store";
import { BoardThumb } from "./board-thumb";
import { Letter } from "./letter";

interface SourceColumnProps {
  readonly board: Board;
  readonly letter: string;
  readonly first: boolean;
  readonly last: boolean;
  /** One of many: its picture is taller than wide where the screen is small, so that it can be seen. */
  readonly narrow: boolean;
  /** Its part of the whole, 0 to 1, and what its slider stands at; null where weights do not count. */
  readonly weighed: { readonly share: number; readonly weight: number | undefined } | null;
}

function Share({
  id,
  letter,
  share,
  weight,
}: {
  id: string;
  letter: string;
  share: number;
  weight: number | undefined;
}): JSX.Element {
  const percent = `${Math.round(share * 100)}%`;
  return (
    <div className="flex flex-col sm:flex-row sm:items-center sm:gap-2">
      <Range
        aria-label={`Weight of ${letter}`}
        aria-valuetext={percent}
        min={1}
        max={100}
        value={weight ?? EVEN_WEIGHT}
        onChange={(event) => changeBlend({ type: "weighed", id, weight: event.currentTarget.valueAsNumber })}
      />
      <span className="min-w-9 text-sm font-medium tabular-nums sm:text-right">{percent}</span>
    </div>
  );
}

/** One picture of the blend: which it is, what it weighs, its place, and the way out. */
export function SourceColumn({
  board,
  letter,
  first,
  last,
  narrow,
  weighed,
}: SourceColumnProps): JSX.Element {
  const { id, name } = board;
  return (
    <li className="flex min-w-0 flex-col gap-1">
      <div className="relative">
        <BoardThumb
          board={board}
          className={classNames("aspect-4/3 max-h-60 w-full", narrow && "max-sm:aspect-2/3")}
        />
        <span className="absolute top-1 left-1">
          <Letter letter={letter} strong />
        </span>
        <span className="absolute top-1 right-1 rounded-md bg-s1">
          <IconButton
            icon={X}
            size="sm"
            label={`Leave out ${letter}, ${name}`}
            onClick={() => changeBlend({ type: "toggled", id })}
          />
        </span>
      </div>
      <p className="truncate text-sm font-medium" title={name}>
        {name}
      </p>
      {weighed === null ? null : <Share id={id} letter={letter} {...weighed} />}
      <div className="-ml-1.5 flex">
        <IconButton
          icon={ChevronLeft}
          size="sm"
          label={`Move ${letter} to the left`}
          disabled={first}
          onClick={() => changeBlend({ type: "moved", id, by: -1 })}
        />
        <IconButton
          icon={ChevronRight}
          size="sm"
          label={`Move ${letter} to the right`}
          disabled={last}
          onClick={() => changeBlend({ type: "moved", id, by: 1 })}
        />
      </div>
    </li>
  );
}
