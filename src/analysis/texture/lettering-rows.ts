import type { Plane } from "../../image/raster.js";
import { groundSpread } from "./lettering-ground.js";
import type { Piece } from "./lettering-pieces.js";

/** Pieces of like height that stand side by side on a common line, as letters do. */
export interface LetterRow {
  readonly count: number;
  /** Mean height of the pieces, pixels. */
  readonly height: number;
  /** Standard deviation of the heights, as a share of their mean. */
  readonly variety: number;
  /** Standard deviation of the pieces' feet from a straight line through them, as a share of their height. */
  readonly unevenness: number;
  /** Mean of the pieces' contrasts. */
  readonly contrast: number;
  /** Mean gap between neighbours, as a share of the height; 0 where they overlap. */
  readonly gap: number;
  /** Standard deviation of the ground's tones, as a share of the distance between ground and letters. */
  readonly ground: number;
}

const LEAST_HEIGHT = 3;
const LEAST_PIECES = 3;

/** Of the size and fullness of a letter, or of a few that touch. */
function mayBeLetter({ width, height, area }: Piece, most: number): boolean {
  const fullness = area / (width * height);
  return (
    height >= LEAST_HEIGHT && height <= most && width <= 6 * height && fullness >= 0.2 && fullness <= 0.95
  );
}

function follows(piece: Piece, next: Piece): boolean {
  const gap = next.left - piece.left - piece.width;
  const small = Math.min(piece.height, next.height);
  const large = Math.max(piece.height, next.height);
  if (gap < -0.3 * small || gap > 0.8 * large || large > 1.7 * small) return false;
  const overlap = Math.min(piece.top + piece.height, next.top + next.height) - Math.max(piece.top, next.top);
  if (overlap < 0.7 * small) return false;
  return Math.max(piece.contrast, next.contrast) < 1.8 * Math.min(piece.contrast, next.contrast);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function deviation(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
}

/** Standard deviation of the pieces' feet from the straight line that fits them best, pixels. */
function footRest(pieces: readonly Piece[]): number {
  const xs = pieces.map(({ left, width }) => left + width / 2);
  const feet = pieces.map(({ top, height }) => top + height);
  const meanX = mean(xs);
  const meanFoot = mean(feet);
  let spread = 0;
  let joint = 0;
  xs.forEach((x, i) => {
    spread += (x - meanX) ** 2;
    joint += (x - meanX) * ((feet[i] as number) - meanFoot);
  });
  const slope = spread === 0 ? 0 : joint / spread;
  return deviation(feet.map((foot, i) => foot - slope * (xs[i] as number)));
}

function rowOf(pieces: readonly Piece[], plane: Plane, dark: boolean): LetterRow {
  const heights = pieces.map((piece) => piece.height);
  const height = mean(heights);
  const gaps = pieces.slice(1).map(({ left }, i) => {
    const before = pieces[i] as Piece;
    return Math.max(0, left - before.left - before.width);
  });
  return {
    count: pieces.length,
    height,
    variety: deviation(heights) / height,
    unevenness: footRest(pieces) / height,
    contrast: mean(pieces.map(({ contrast }) => contrast)),
    gap: mean(gaps) / height,
    ground: groundSpread(plane, pieces, dark),
  };
}

/**
 * Rows of at least 3 pieces no higher than `most`; each piece stands in one row at most, and the nearest follows.
 * `dark`: whether the pieces are darker than their ground.
 */
export function letterRows(
  pieces: readonly Piece[],
  plane: Plane,
  most: number,
  dark: boolean,
): readonly LetterRow[] {
  const letters = pieces
    .filter((piece) => mayBeLetter(piece, most))
    .sort((a, b) => a.left - b.left || a.top - b.top);
  const taken = new Uint8Array(letters.length);
  const rows: LetterRow[] = [];
  for (let start = 0; start < letters.length; start++) {
    if (taken[start] === 1) continue;
    const row = [letters[start] as Piece];
    for (let i = start + 1; i < letters.length; i++) {
      const last = row[row.length - 1] as Piece;
      const next = letters[i] as Piece;
      if (next.left > last.left + last.width + 2 * last.height) break;
      if (taken[i] === 1 || !follows(last, next)) continue;
      taken[i] = 1;
      row.push(next);
    }
    if (row.length >= LEAST_PIECES) rows.push(rowOf(row, plane, dark));
  }
  return rows;
}
