import type { Matrix } from "../../../models/types.js";

/** Phrases of one kind, in the order in which ties between them are resolved: the first wins. */
export interface PhraseList {
  /** "artists", "flavors", "mediums", "movements", "trendings", "negative", or the name of a user's own list. */
  readonly name: string;
  readonly phrases: readonly string[];
  /** What CLIP Interrogator embeds for the same file, where that is not the same; its cache is known by it. */
  readonly labels?: readonly string[];
}

/** Phrases with what CLIP says of each: row i is phrase i, of length 1 but for rounding to half precision. */
export interface PhraseTable extends PhraseList {
  readonly embeddings: Matrix;
}

/** A phrase with its cosine similarity to what was asked. */
export interface Ranked {
  /** Of the phrase in its table. */
  readonly index: number;
  readonly phrase: string;
  /** -1 to 1 */
  readonly score: number;
}
