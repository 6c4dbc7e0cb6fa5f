import type { LoraCall, Span, SyntaxWarning } from "./phrase.js";

/**
 * A run of the source with one weight. "escape": its text is shorter than its span. "break": a phrase ends here.
 * "option": the next alternative of a choice begins here.
 */
export interface Piece extends Span {
  readonly kind: "text" | "escape" | "break" | "option";
  readonly text: string;
  weight: number;
}

/** Alternatives of which a generator takes one at a time, as a range of pieces, `to` exclusive. */
export interface Choice {
  readonly from: number;
  readonly to: number;
  /** Indices of the pieces between the alternatives. */
  readonly between: readonly number[];
}

/** What a grammar makes of a text, before phrases are formed. */
export interface Draft {
  readonly pieces: Piece[];
  readonly choices: Choice[];
  readonly loras: LoraCall[];
  readonly warnings: SyntaxWarning[];
}

export function newDraft(): Draft {
  return { pieces: [], choices: [], loras: [], warnings: [] };
}

export function warn(draft: Draft, span: Span, message: string): void {
  const { start, end } = span;
  draft.warnings.push({
    code: "syntax-approximated",
    message,
    where: `characters ${start} to ${end}`,
    start,
    end,
  });
}

/** Appends a run of weight 1 and returns its index. */
export function push(draft: Draft, kind: Piece["kind"], text: string, start: number, end: number): number {
  return draft.pieces.push({ kind, text, start, end, weight: 1 }) - 1;
}

/** Gives each run its weight, in order. */
export function weighPieces(draft: Draft, weights: (index: number) => number): Draft {
  const { pieces } = draft;
  for (let index = 0; index < pieces.length; index += 1) (pieces[index] as Piece).weight = weights(index);
  return draft;
}
