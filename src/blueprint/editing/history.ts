import type { Edit } from "../edit.js";
import type { Blueprint } from "../types.js";
import { applyEdit } from "./apply.js";
import { describeEdit } from "./words.js";

export interface Step {
  readonly edit: Edit;
  readonly inverse: Edit;
  /** The edit as a person reads it. */
  readonly words: string;
}

/** A blueprint with all that was done to it; JSON-safe, of unlimited length. */
export interface History {
  /** Oldest first; the last is undone first. */
  readonly past: readonly Step[];
  readonly present: Blueprint;
  /** The first is redone first. */
  readonly future: readonly Step[];
}

export function startHistory(present: Blueprint): History {
  return { past: [], present, future: [] };
}

/**
 * The history with an edit done; what had been undone is forgotten.
 *
 * @throws ImpromptError `invalid-option` as `applyEdit` does
 */
export function perform(history: History, edit: Edit): History {
  const { blueprint, inverse } = applyEdit(history.present, edit);
  const words = describeEdit(edit, history.present);
  return { past: [...history.past, { edit, inverse, words }], present: blueprint, future: [] };
}

/** One step back; the same history when there is none. */
export function undo(history: History): History {
  const step = history.past.at(-1);
  if (step === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present: applyEdit(history.present, step.inverse).blueprint,
    future: [step, ...history.future],
  };
}

/** One step forward again; the same history when there is none. */
export function redo(history: History): History {
  const step = history.future[0];
  if (step === undefined) return history;
  return {
    past: [...history.past, step],
    present: applyEdit(history.present, step.edit).blueprint,
    future: history.future.slice(1),
  };
}
