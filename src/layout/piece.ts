/**
 * A run of a prompt's text. The prompt is the concatenation of its pieces, nothing added.
 */
export interface Piece {
  readonly text: string;
  /** The term that this run says; absent for connecting words and syntax. */
  readonly termId?: string;
  /** Syntax that the generator strips before it counts tokens, such as "(" and ":1.2)". */
  readonly uncounted?: boolean;
}

/** Where a term stands in a text: UTF-16 offsets, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly termId: string;
}

export function textOfPieces(pieces: readonly Piece[]): string {
  return pieces.map((piece) => piece.text).join("");
}

export function spansOfPieces(pieces: readonly Piece[]): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const piece of pieces) {
    const end = start + piece.text.length;
    if (piece.termId !== undefined) spans.push({ start, end, termId: piece.termId });
    start = end;
  }
  return spans;
}
