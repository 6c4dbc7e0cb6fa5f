import type { BudgetUnit } from "./count.js";
import { countPieces } from "./count.js";
import type { Piece, Span } from "./piece.js";
import { spansOfPieces, textOfPieces } from "./piece.js";

export interface Candidate {
  readonly id: string;
  /** Higher stays longer. Of equals, the one named first stays. */
  readonly priority: number;
}

export interface FitRequest {
  readonly candidates: readonly Candidate[];
  /** The text that says just the kept candidates; pieces in reading order. More candidates, no shorter text. */
  readonly render: (kept: ReadonlySet<string>) => readonly Piece[];
  readonly unit: BudgetUnit;
  readonly max: number;
}

export interface Fitted {
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly spans: readonly Span[];
  readonly used: number;
  /** Ids of what did not fit, in the order in which they were given up. */
  readonly dropped: readonly string[];
}

/**
 * Keeps as many candidates as the budget holds, giving up whole phrases from the lowest priority; the text of a
 * phrase is never cut. Renders about log2(n) times. With nothing kept the text may still exceed `max` (fixed
 * words of the target): the caller's fixed part must fit by itself.
 */
export function fit(request: FitRequest): Fitted {
  const ranked = [...request.candidates]
    .sort((x, y) => y.priority - x.priority)
    .map((candidate) => candidate.id);
  const attempt = (keep: number): readonly Piece[] => request.render(new Set(ranked.slice(0, keep)));
  let kept = ranked.length;
  let pieces = attempt(kept);
  if (countPieces(pieces, request.unit) > request.max) {
    let low = 0;
    while (low < kept - 1) {
      const middle = (low + kept) >> 1;
      if (countPieces(attempt(middle), request.unit) <= request.max) low = middle;
      else kept = middle;
    }
    kept = low;
    pieces = attempt(kept);
  }
  return {
    text: textOfPieces(pieces),
    pieces,
    spans: spansOfPieces(pieces),
    used: countPieces(pieces, request.unit),
    dropped: ranked.slice(kept).reverse(),
  };
}
