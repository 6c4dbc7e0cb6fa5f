import type { Piece } from "./draft.js";
import type { Span } from "./phrase.js";

/** How many pieces begin before `offset`; pieces stand in reading order. */
function begunBefore(pieces: readonly Piece[], offset: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pieces[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The pieces that begin within a construct, `to` exclusive. */
export function piecesWithin(
  pieces: readonly Piece[],
  { start, end }: Span,
): { readonly from: number; readonly to: number } {
  return { from: begunBefore(pieces, start), to: begunBefore(pieces, end) };
}
