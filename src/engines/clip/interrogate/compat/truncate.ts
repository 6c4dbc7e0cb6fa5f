import type { Judge } from "../judge.js";

/** Whether the text fills CLIP's context, or would overflow it. */
export function fillsContext(text: string, { countTokens, contextLength }: Judge): boolean {
  return countTokens(text) >= contextLength;
}

/**
 * Keeps parts while they fit, as clip-interrogator 0.6.0 does: it counts the tokens of a text in which the new part
 * follows without its comma, so that what it keeps can still be a few tokens too long.
 */
export function truncateToFit(text: string, judge: Judge): string {
  const [first = "", ...parts] = text.split(", ");
  let kept = first;
  for (const part of parts) {
    if (fillsContext(kept + part, judge)) break;
    kept += `, ${part}`;
  }
  return kept;
}
