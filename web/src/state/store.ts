import type { Edit } from "imprompt/core";
import { ImpromptError } from "imprompt/core";
import { create } from "zustand";
import type { Board } from "./board";
import { notify } from "./notices";
import { step } from "./step";
import type { Arrival, Workspace, WorkspaceEvent } from "./workspace";
import { EMPTY_WORKSPACE } from "./workspace";

/** The workspace of this page. Read it with the hooks below; only `dispatch` changes it. */
export const useWorkspace = create<Workspace>()(() => EMPTY_WORKSPACE);

/** An edit that cannot be applied changes nothing and is told. */
export function dispatch(event: WorkspaceEvent): void {
  try {
    useWorkspace.setState(step(useWorkspace.getState(), event), true);
  } catch (error) {
    if (!(error instanceof ImpromptError)) throw error;
    notify({ tone: "bad", text: error.sentence });
  }
}

export function useCurrentBoard(): Board | undefined {
  return useWorkspace(({ boards, current }) => (current === null ? undefined : boards[current]));
}

export function useCurrentArrival(): Arrival | undefined {
  return useWorkspace(({ arrivals, current }) => (current === null ? undefined : arrivals[current]));
}

export function currentBoard(): Board | undefined {
  const { boards, current } = useWorkspace.getState();
  return current === null ? undefined : boards[current];
}

/** Applies an edit to the current board. */
export function edit(change: Edit): void {
  const board = currentBoard();
  if (board !== undefined) dispatch({ type: "edited", id: board.id, edit: change });
}
