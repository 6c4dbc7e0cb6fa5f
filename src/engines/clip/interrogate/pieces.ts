import type { Judge } from "./judge.js";
import type { ChosenPhrase } from "./types.js";

/** A part of a prompt with what joins it to the parts before it. */
export interface Piece {
  readonly text: string;
  /** Name of its table, or "caption". */
  readonly table: string;
  /** Cosine similarity of the part alone to the picture; unknown of a caption. */
  readonly score: number;
  readonly joint: ", " | " ";
}

/** Parts that make a prompt, and how near the whole is to the picture. */
export interface Draft {
  readonly pieces: readonly Piece[];
  readonly similarity: number;
}

export const CAPTION = "caption";

export function captionPiece(text: string): Piece {
  return { text, table: CAPTION, score: Number.NaN, joint: ", " };
}

export function append(prompt: string | undefined, piece: Piece): string {
  return prompt === undefined ? piece.text : `${prompt}${piece.joint}${piece.text}`;
}

/** The prompt that the parts make; none of none. */
export function join(pieces: readonly Piece[]): string | undefined {
  return pieces.reduce<string | undefined>(append, undefined);
}

/** What each phrase did for a prompt that begins with the parts; those that a cut took away are left out. */
export async function explain(
  prompt: string,
  pieces: readonly Piece[],
  judge: Judge,
): Promise<ChosenPhrase[]> {
  const prefixes: string[] = [];
  for (const piece of pieces) {
    const next = append(prefixes.at(-1), piece);
    if (!prompt.startsWith(next)) break;
    prefixes.push(next);
  }
  const reached = await judge.similarities(prefixes);
  return pieces.slice(0, prefixes.length).flatMap(({ text, table, score }, i) => {
    if (table === CAPTION) return [];
    return [
      { text, table, score, gain: (reached[i] as number) - (i === 0 ? 0 : (reached[i - 1] as number)) },
    ];
  });
}
