import { create } from "zustand";
import type { Board } from "../state/board";
import { useWorkspace } from "../state/store";
import type { BlendEvent, BlendState, OpenBoard } from "./blend-state";
import { NEW_BLEND, settle, stepBlend } from "./blend-state";
import { isMadeHere } from "./made-here";

const KEY = "imprompt.blend";

function restore(): BlendState {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? "{}");
    return typeof kept === "object" && kept !== null ? { ...NEW_BLEND, ...kept } : NEW_BLEND;
  } catch {
    return NEW_BLEND; // damaged or blocked: the choice starts anew
  }
}

/** The choice as it was last made; `settle` fits it to the boards that are open now. */
export const useBlend = create<BlendState>()(restore);

/** What `settle` wants to know of the open boards. */
export function asOpen(boards: readonly Board[]): readonly OpenBoard[] {
  return boards.map((board) => ({ id: board.id, made: isMadeHere(board) }));
}

export function changeBlend(event: BlendEvent): void {
  const { order, boards } = useWorkspace.getState();
  const open = order.flatMap((id) => boards[id] ?? []);
  const next = stepBlend(settle(useBlend.getState(), asOpen(open)), event);
  useBlend.setState(next, true);
  try {
    sessionStorage.setItem(KEY, JSON.stringify(next));
  } catch {
    // a browser that keeps nothing: the choice holds until the page is closed
  }
}
