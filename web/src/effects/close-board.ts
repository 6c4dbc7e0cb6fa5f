import type { Board } from "../state/board";
import { notify } from "../state/notices";
import { dispatch, useWorkspace } from "../state/store";

/** Closes a board, with a way back, or ends an arrival. */
export function closeBoard(id: string): void {
  const { boards, order, current } = useWorkspace.getState();
  const board = boards[id];
  const at = order.indexOf(id);
  dispatch({ type: "closed", id });
  if (board === undefined) return;
  const reopen = (): void => {
    const shown = useWorkspace.getState().current;
    dispatch({ type: "opened", board, at });
    if (current !== id && shown !== null) dispatch({ type: "chosen", id: shown });
  };
  notify({ tone: "plain", text: `${board.name} is closed.`, action: { label: "Reopen", run: reopen } });
}

/** Closes every board, with a way back, and ends every arrival. */
export function closeAll(): void {
  const { boards, order, current } = useWorkspace.getState();
  const closed = order.map((id) => boards[id]).filter((board): board is Board => board !== undefined);
  for (const id of order) dispatch({ type: "closed", id });
  if (closed.length === 0) return;
  const reopen = (): void => {
    closed.forEach((board, at) => dispatch({ type: "opened", board, at }));
    if (current !== null) dispatch({ type: "chosen", id: current });
  };
  const text = closed.length === 1 ? "1 board is closed." : `${closed.length} boards are closed.`;
  notify({ tone: "plain", text, action: { label: "Reopen", run: reopen } });
}
