import type { JSX } from "react";
import { BlueprintBoard } from "../board/blueprint-board";
import { PicturePane } from "../picture/picture-pane";
import { PromptsPane } from "../prompts/prompts-pane";
import type { Board } from "../state/board";
import type { Part } from "../state/part";
import { PARTS, showPart, usePart } from "../state/part";
import { classNames } from "../ui/class-names";
import { PartBar } from "../ui/part-bar";

/** A board: on small screens one part at a time, from 64rem on its three columns side by side. */
export function OpenBoard({ board }: { readonly board: Board }): JSX.Element {
  const part = usePart((now) => now.part);
  const column = (mine: Part): string =>
    classNames(
      "min-w-0 p-3 lg:block lg:h-full lg:overflow-y-auto lg:p-4",
      part === mine ? "block" : "hidden",
    );
  return (
    <>
      <h1 className="sr-only">{board.name}</h1>
      <div className="grid flex-1 grid-cols-1 lg:h-0 lg:min-h-[32rem] lg:grid-cols-[minmax(18rem,2.1fr)_minmax(22rem,3fr)_minmax(20rem,2.6fr)] lg:divide-x lg:divide-line">
        <div className={column("Picture")}>
          <PicturePane key={board.id} board={board} />
        </div>
        <div className={column("Blueprint")}>
          <BlueprintBoard key={board.id} board={board} />
        </div>
        <div className={column("Prompt")}>
          <PromptsPane key={board.id} board={board} />
        </div>
      </div>
      <PartBar label="Parts of the board" parts={PARTS} current={part} onChoose={showPart} />
    </>
  );
}
