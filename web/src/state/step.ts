import type { Stage } from "imprompt/client";
import { type History, perform, redo, undo } from "imprompt/core";
import type { Board } from "./board";
import type { Arrival, Workspace, WorkspaceEvent } from "./workspace";

function without<T>(record: { readonly [id: string]: T }, id: string): { readonly [id: string]: T } {
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== id));
}

function withBoard(workspace: Workspace, id: string, change: (board: Board) => Board): Workspace {
  const board = workspace.boards[id];
  if (board === undefined) return workspace;
  const changed = change(board);
  return changed === board ? workspace : { ...workspace, boards: { ...workspace.boards, [id]: changed } };
}

function withHistory(workspace: Workspace, id: string, change: (history: History) => History): Workspace {
  return withBoard(workspace, id, (board) => {
    const history = change(board.history);
    return history === board.history ? board : { ...board, history };
  });
}

function withArrival(workspace: Workspace, arrival: Arrival): Workspace {
  const known = workspace.order.includes(arrival.id);
  return {
    ...workspace,
    order: known ? workspace.order : [...workspace.order, arrival.id],
    arrivals: { ...workspace.arrivals, [arrival.id]: arrival },
    current: known ? workspace.current : arrival.id,
  };
}

type OnItsWay = Extract<WorkspaceEvent, { readonly type: "started" | "progressed" | "failed" }>;

/** Of a stage that is told again as it goes on, the last word is kept. */
function withoutOlder(stages: readonly Stage[], { stage }: Stage): readonly Stage[] {
  return stages.at(-1)?.stage === stage ? stages.slice(0, -1) : stages;
}

function onward(workspace: Workspace, event: OnItsWay): Workspace {
  const arrival = workspace.arrivals[event.id];
  if (arrival === undefined) return workspace;
  const { id, name, thumbnail } = arrival;
  const stages = arrival.state === "waiting" ? [] : arrival.stages;
  switch (event.type) {
    case "started":
      return withArrival(workspace, { id, name, thumbnail, state: "working", stages: [] });
    case "progressed":
      return withArrival(workspace, {
        id,
        name,
        thumbnail,
        state: "working",
        stages: [...withoutOlder(stages, event.stage), event.stage],
      });
    case "failed":
      return withArrival(workspace, { id, name, thumbnail, state: "failed", stages, trouble: event.trouble });
  }
}

function open(workspace: Workspace, board: Board, at = workspace.order.length): Workspace {
  const known = workspace.order.includes(board.id);
  return {
    order: known ? workspace.order : workspace.order.toSpliced(at, 0, board.id),
    boards: { ...workspace.boards, [board.id]: board },
    arrivals: without(workspace.arrivals, board.id),
    current: known ? workspace.current : board.id,
  };
}

/** What is closed hands the page to its right neighbour, else to its left one. */
function close(workspace: Workspace, id: string): Workspace {
  const at = workspace.order.indexOf(id);
  if (at < 0) return workspace;
  const order = workspace.order.filter((each) => each !== id);
  const next = order[Math.min(at, order.length - 1)] ?? null;
  return {
    order,
    boards: without(workspace.boards, id),
    arrivals: without(workspace.arrivals, id),
    current: workspace.current === id ? next : workspace.current,
  };
}

function travel(history: History, past: number): History {
  let moved = history;
  while (moved.past.length > Math.max(0, past)) moved = undo(moved);
  while (moved.past.length < past && moved.future.length > 0) moved = redo(moved);
  return moved;
}

/**
 * The workspace after an event. Pure; what an event asks of a board that is gone changes nothing.
 *
 * @throws ImpromptError `invalid-option` where an edit cannot be applied
 */
export function step(workspace: Workspace, event: WorkspaceEvent): Workspace {
  switch (event.type) {
    case "restored":
      return event.workspace;
    case "arrived": {
      const { id, name, thumbnail } = event;
      if (id in workspace.boards) return workspace;
      return withArrival(workspace, { id, name, thumbnail, state: "waiting" });
    }
    case "started":
    case "progressed":
    case "failed":
      return onward(workspace, event);
    case "opened":
      return open(workspace, event.board, event.at);
    case "chosen":
      if (workspace.current === event.id || !workspace.order.includes(event.id)) return workspace;
      return { ...workspace, current: event.id };
    case "closed":
      return close(workspace, event.id);
    case "renamed":
      return withBoard(workspace, event.id, (board) => ({ ...board, name: event.name }));
    case "edited":
      return withHistory(workspace, event.id, (history) => perform(history, event.edit));
    case "undone":
      return withHistory(workspace, event.id, undo);
    case "redone":
      return withHistory(workspace, event.id, redo);
    case "travelled":
      return withHistory(workspace, event.id, (history) => travel(history, event.past));
    case "parameters-set":
      return withBoard(workspace, event.id, (board) => ({
        ...board,
        parameters: { ...board.parameters, [event.target]: event.parameters },
      }));
  }
}
