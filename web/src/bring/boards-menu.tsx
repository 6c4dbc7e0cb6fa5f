import { Layers } from "lucide-react";
import type { JSX } from "react";
import { lazy, Suspense, useRef, useState } from "react";
import { useShallow } from "zustand/shallow";
import { closeAll, closeBoard } from "../effects/close-board";
import { saveBoard } from "../effects/save-board";
import { goTo } from "../shell/route";
import type { Board } from "../state/board";
import { currentBoard, dispatch, useWorkspace } from "../state/store";
import { Button } from "../ui/button";
import type { MenuItem } from "../ui/menu";
import { Menu } from "../ui/menu";
import { openBringing } from "./bringing";
import { takeFiles } from "./take";

const RenameDialog = lazy(async () => ({ default: (await import("./rename-dialog")).RenameDialog }));

function choose(id: string): void {
  dispatch({ type: "chosen", id });
  goTo("board");
}

/** What the menu shows of the workspace; edits of a board do not change it. */
interface Shown {
  readonly order: readonly string[];
  readonly names: readonly string[];
  readonly current: string | null;
  /** Whether the current one is a board, and no picture on its way. */
  readonly ready: boolean;
}

function useShown(): Shown {
  const names = useWorkspace(
    useShallow(({ order, boards, arrivals }) => order.map((id) => (boards[id] ?? arrivals[id])?.name ?? "")),
  );
  const rest = useWorkspace(
    useShallow(({ order, boards, current }) => ({
      order,
      current,
      ready: current !== null && current in boards,
    })),
  );
  return { names, ...rest };
}

function openItems({ order, names, current }: Shown): readonly MenuItem[] {
  if (order.length === 0) return [];
  const items = order.map((id, at) => ({
    label: names[at] ?? "",
    checked: id === current,
    run: () => choose(id),
  }));
  return [{ heading: "Open boards", items }, "separator"];
}

interface Actions {
  readonly rename: (board: Board) => void;
  readonly openFile: () => void;
}

function onBoard(run: (board: Board) => void): () => void {
  return () => {
    const board = currentBoard();
    if (board !== undefined) run(board);
  };
}

function itemsOf(shown: Shown, { rename, openFile }: Actions): readonly MenuItem[] {
  const { order, current, ready } = shown;
  return [
    ...openItems(shown),
    { label: "New board", run: () => openBringing(true) },
    { label: "Open a file", run: openFile },
    "separator",
    { label: "Rename", run: onBoard(rename), disabled: !ready },
    { label: "Save as a file", run: onBoard(saveBoard), disabled: !ready },
    "separator",
    { label: "Close", run: () => current !== null && closeBoard(current), disabled: current === null },
    { label: "Close all", run: closeAll, disabled: order.length === 0 },
  ];
}

/** All that is done with boards as wholes. */
export function BoardsMenu(): JSX.Element {
  const shown = useShown();
  const input = useRef<HTMLInputElement>(null);
  const [renaming, setRenaming] = useState<Board | null>(null);
  const items = itemsOf(shown, { rename: setRenaming, openFile: () => input.current?.click() });
  return (
    <>
      <Menu
        align="end"
        items={items}
        trigger={
          <Button look="quiet" aria-label="Boards">
            <Layers aria-hidden className="size-4" />
            <span className="hidden sm:inline">Boards</span>
          </Button>
        }
      />
      <input
        ref={input}
        type="file"
        hidden
        aria-label="Board file"
        accept=".imprompt.json,.json"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = "";
          void takeFiles(files);
        }}
      />
      {renaming === null ? null : (
        <Suspense fallback={null}>
          <RenameDialog board={renaming} onClose={() => setRenaming(null)} />
        </Suspense>
      )}
    </>
  );
}
