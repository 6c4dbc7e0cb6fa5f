import type { History } from "imprompt/core";
import { diff, parseBlueprint, redo, startHistory, undo } from "imprompt/core";
import { isFields, isText } from "./shape";

type Step = History["past"][number];

function isEditLike(value: unknown): boolean {
  return isFields(value) && isText(value["kind"]);
}

function isStep(value: unknown): value is Step {
  return (
    isFields(value) && isEditLike(value["edit"]) && isEditLike(value["inverse"]) && isText(value["words"])
  );
}

function stepsOf(value: unknown): readonly Step[] | undefined {
  return Array.isArray(value) && value.every(isStep) ? value : undefined;
}

/** Goes to the beginning, then to the end and back: each blueprint on the way must be one, and the present stay. */
function replays(history: History): boolean {
  let at = history;
  const check = (): void => void parseBlueprint(at.present);
  try {
    for (; at.past.length > 0; check()) at = undo(at);
    for (; at.past.length < history.past.length; check()) at = redo(at);
    if (diff(at.present, history.present).length > 0) return false;
    for (; at.future.length > 0; check()) at = redo(at);
    return true;
  } catch {
    return false;
  }
}

/**
 * A history from outside. Steps that are malformed, or that `replayed` finds do not lead to the present, are
 * forgotten and the present is kept.
 *
 * @throws ImpromptError `invalid-blueprint` when the present itself is none
 */
export function parseHistory(value: unknown, replayed: boolean): History {
  const fields = isFields(value) ? value : {};
  const present = parseBlueprint(fields["present"]);
  const [past, future] = [stepsOf(fields["past"]), stepsOf(fields["future"])];
  if (past === undefined || future === undefined) return startHistory(present);
  const history = { past, present, future };
  return replayed && !replays(history) ? startHistory(present) : history;
}
