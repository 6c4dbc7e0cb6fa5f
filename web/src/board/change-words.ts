import type { History } from "imprompt/core";
import { capitalized } from "./titles";

/** What the last change was, in the history's own words; null where nothing was done. */
export function changeWords(before: History, after: History): string | null {
  const step = after.past.at(-1);
  if (after.past.length < before.past.length) {
    const undone = after.future[0];
    return undone === undefined ? null : `Undone: ${undone.words}`;
  }
  if (step === undefined || step === before.past.at(-1)) return null;
  return step === before.future[after.past.length - before.past.length - 1]
    ? `Redone: ${step.words}`
    : capitalized(step.words);
}
