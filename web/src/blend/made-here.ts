import type { Board } from "../state/board";

/** A board that was made of others: it joins no blend and no style unless it is chosen. */
export function isMadeHere({ origin }: Pick<Board, "origin">): boolean {
  return origin.kind === "blend" || origin.kind === "recipe" || origin.kind === "variation";
}
