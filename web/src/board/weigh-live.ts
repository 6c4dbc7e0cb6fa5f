import { weigh } from "imprompt/core";
import { currentBoard, dispatch } from "../state/store";

type Step = NonNullable<ReturnType<typeof currentBoard>>["history"]["past"][number];

/** A weight being dragged or wheeled: shown at once, and one step of the history however long it takes. */
interface Weighing {
  readonly id: string;
  readonly from: number;
  /** The step that stands for it so far. */
  readonly step: Step | undefined;
}

let weighing: Weighing | null = null;

/** Begins a new step with the next change. */
export function endWeighing(): void {
  weighing = null;
}

/** Gives a chip a weight; further weights until `endWeighing` replace this step rather than add one. */
export function weighLive(id: string, to: (now: number) => number): void {
  const board = currentBoard();
  const term = board?.history.present.terms.find((each) => each.id === id);
  if (board === undefined || term === undefined) return;
  const isSame = weighing?.id === id && weighing.step === board.history.past.at(-1);
  const { from, step } = isSame && weighing !== null ? weighing : { from: term.weight, step: undefined };
  const weight = to(term.weight);
  if (weight === term.weight) return;
  if (step !== undefined) dispatch({ type: "undone", id: board.id });
  if (weight !== from) {
    dispatch({ type: "edited", id: board.id, edit: weigh(board.history.present, id, weight) });
  }
  const last = weight === from ? undefined : currentBoard()?.history.past.at(-1);
  weighing = last === undefined ? null : { id, from, step: last };
}
