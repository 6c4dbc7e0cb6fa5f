import { ImageIcon, LoaderCircle, TriangleAlert, X } from "lucide-react";
import type { JSX } from "react";
import { memo, useState } from "react";
import { useShallow } from "zustand/shallow";
import { closeBoard } from "../effects/close-board";
import { dispatch, useWorkspace } from "../state/store";
import type { Workspace } from "../state/workspace";
import { classNames } from "../ui/class-names";
import { IconButton } from "../ui/icon-button";
import { stageNamed, stagesOf, standOf } from "./arrival-stages";

/** What the strip shows of a board or an arrival; edits of a board do not change it. */
interface Tile {
  readonly name: string;
  readonly picture: string | null;
  /** Under the name; empty for a board that is ready. */
  readonly stand: string;
  readonly state: "ready" | "working" | "failed";
}

const GONE: Tile = { name: "", picture: null, stand: "", state: "ready" };

function tileOf({ boards, arrivals }: Workspace, id: string): Tile {
  const board = boards[id];
  if (board !== undefined) return { ...GONE, name: board.name, picture: board.picture?.preview ?? null };
  const item = arrivals[id];
  if (item === undefined) return GONE;
  const preview = stageNamed(stagesOf(item), "decoded")?.preview;
  return {
    name: item.name,
    picture: preview ?? item.thumbnail,
    stand: standOf(item),
    state: item.state === "failed" ? "failed" : "working",
  };
}

function Thumbnail({ picture, state }: Pick<Tile, "picture" | "state">): JSX.Element | null {
  const [broken, setBroken] = useState<string | null>(null);
  const shown = picture === broken ? null : picture;
  if (shown === null && state === "ready") return null;
  return (
    <span className="relative flex size-10 shrink-0 items-center justify-center overflow-hidden rounded bg-s3">
      {shown === null ? (
        <ImageIcon aria-hidden className="size-4 text-ink-3" />
      ) : (
        <img
          src={shown}
          alt=""
          width={40}
          height={40}
          decoding="async"
          onError={() => setBroken(shown)}
          className="size-10 object-cover"
        />
      )}
    </span>
  );
}

const MARKS = { ready: null, working: LoaderCircle, failed: TriangleAlert } as const;

interface StripItemProps {
  readonly id: string;
  readonly current: boolean;
}

/** One board or arrival; a board without a picture shows its first words alone. */
export const StripItem = memo(function StripItem({ id, current }: StripItemProps): JSX.Element {
  const { name, picture, stand, state } = useWorkspace(useShallow((workspace) => tileOf(workspace, id)));
  const Mark = MARKS[state];
  return (
    <li
      className={classNames(
        "flex shrink-0 items-center rounded-lg border",
        current ? "border-accent bg-accent-soft" : "border-line bg-s1 hover:bg-s2",
      )}
    >
      <button
        type="button"
        data-strip={id}
        aria-current={current ? "true" : undefined}
        aria-label={stand === "" ? name : `${name}, ${stand}`}
        tabIndex={current ? 0 : -1}
        onClick={() => dispatch({ type: "chosen", id: id })}
        className="flex h-12 w-44 items-center gap-2 rounded-lg p-1 pr-0 text-left"
      >
        <Thumbnail picture={picture} state={state} />
        <span className={classNames("min-w-0 px-1 text-sm", current ? "text-accent-strong" : "text-ink-2")}>
          <span className={stand === "" ? "line-clamp-2 wrap-anywhere" : "block truncate"}>{name}</span>
          {Mark === null ? null : (
            <span
              className={classNames(
                "flex items-center gap-1 text-xs",
                state === "failed" ? "text-bad" : "text-ink-3",
              )}
            >
              <Mark
                aria-hidden
                className={classNames("size-3 shrink-0", state === "working" && "animate-spin")}
              />
              <span className="truncate">{stand}</span>
            </span>
          )}
        </span>
      </button>
      <IconButton
        icon={X}
        label={`Close ${name}`}
        size="sm"
        tabIndex={current ? 0 : -1}
        className="mr-1"
        onClick={() => closeBoard(id)}
      />
    </li>
  );
});
