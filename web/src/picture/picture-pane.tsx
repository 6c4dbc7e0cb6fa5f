import { sentenceOf } from "imprompt/core";
import type { JSX } from "react";
import type { Board } from "../state/board";
import { blueprintOf } from "../state/board";
import { BoardName } from "./board-name";
import { Carried } from "./carried";
import { FiguresPanel } from "./figures/figures-panel";
import { FrameChoice } from "./frame-choice";
import { NoPicture } from "./no-picture";
import { OriginNote } from "./origin-note";
import { PalettePanel } from "./palette/palette-panel";
import { PictureFacts, WithPicture } from "./with-picture";

/** The left column of a board: its picture, what was found in it, and what its file carried. */
export function PicturePane({ board }: { readonly board: Board }): JSX.Element {
  const { id, name, origin, picture, facts } = board;
  const blueprint = blueprintOf(board);
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-3">
      <header className="flex flex-col gap-0.5">
        <BoardName id={id} name={name} />
        {picture === null ? null : <PictureFacts picture={picture} />}
        <p>{sentenceOf(blueprint)}</p>
        <div className="text-sm text-ink-2">
          <OriginNote origin={origin} />
        </div>
      </header>
      {picture === null ? (
        <NoPicture frame={blueprint.frame} />
      ) : (
        <WithPicture board={board} picture={picture} />
      )}
      {facts === null ? null : (
        <Carried name={name} picture={picture} facts={facts} palette={blueprint.palette} />
      )}
      <PalettePanel blueprint={blueprint} />
      <FrameChoice frame={blueprint.frame} />
      {facts === null ? null : <FiguresPanel measurements={facts.measurements} />}
    </div>
  );
}
