import { Plus } from "lucide-react";
import type { JSX, KeyboardEvent } from "react";
import { useEffect, useRef } from "react";
import { closeBoard } from "../effects/close-board";
import { dispatch, useWorkspace } from "../state/store";
import { IconButton } from "../ui/icon-button";
import { openBringing } from "./bringing";
import { StripItem } from "./strip-item";

function target(order: readonly string[], at: number, key: string): number | undefined {
  if (key === "Home") return 0;
  if (key === "End") return order.length - 1;
  if (key === "ArrowRight") return Math.min(order.length - 1, at + 1);
  return key === "ArrowLeft" ? Math.max(0, at - 1) : undefined;
}

/** Every open board and every picture on its way: arrow keys, Home and End move, Delete closes, one tab stop. */
export function Strip(): JSX.Element | null {
  const order = useWorkspace((workspace) => workspace.order);
  const current = useWorkspace((workspace) => workspace.current);
  const list = useRef<HTMLUListElement>(null);
  const keyboard = useRef(false);
  const shown = current ?? order[0] ?? null;
  useEffect(() => {
    const item = list.current?.querySelector<HTMLElement>(`[data-strip="${shown ?? ""}"]`);
    item?.closest("li")?.scrollIntoView({ block: "nearest", inline: "nearest" });
    if (keyboard.current) item?.focus();
    keyboard.current = false;
  }, [shown]);
  if (order.length < (current === null ? 1 : 2)) return null;
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = shown === null ? -1 : order.indexOf(shown);
    const next = order[target(order, at, event.key) ?? -1];
    const closes = event.key === "Delete" && shown !== null;
    if (next === undefined && !closes) return;
    event.preventDefault();
    keyboard.current = true;
    if (closes) closeBoard(shown);
    else if (next !== undefined) dispatch({ type: "chosen", id: next });
  };
  return (
    <nav aria-label="Open boards" className="flex items-center gap-1 border-b border-line bg-s0 px-2 sm:px-4">
      {current === null ? (
        <h2 className="text-sm font-medium whitespace-nowrap text-ink-2">Open boards</h2>
      ) : null}
      <ul ref={list} onKeyDown={onKeyDown} className="flex min-w-0 gap-1.5 overflow-x-auto py-2">
        {order.map((id) => (
          <StripItem key={id} id={id} current={id === shown} />
        ))}
      </ul>
      <IconButton icon={Plus} label="New board" onClick={() => openBringing(true)} />
    </nav>
  );
}
