import type { Matrix } from "../../../models/types.js";
import { dot, greatest } from "../phrases/top-k.js";

export interface Neighbour {
  readonly file: string;
  /** Cosine similarity of the pictures as CLIP sees them. */
  readonly similarity: number;
}

/** The pictures nearest to one, nearest first, ties in the order of the files. */
export function nearest(
  image: ArrayLike<number>,
  files: readonly string[],
  embeddings: Matrix,
  count: number,
): Neighbour[] {
  const query = Float64Array.from(image);
  const scores = Float64Array.from(files, (_, row) => dot(embeddings, row, query));
  return greatest(scores, count).map((row) => ({
    file: files[row] as string,
    similarity: scores[row] as number,
  }));
}
