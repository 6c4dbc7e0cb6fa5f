import type { Clarity } from "../phrases/clarity.js";
import { clarityOf } from "../phrases/clarity.js";
import { exactTop } from "../phrases/exact-top.js";
import { openScorer } from "../phrases/scorer.js";
import type { PhraseTable, Ranked } from "../phrases/types.js";

export interface RankedShare extends Ranked {
  /** What CLIP's own softmax over the list gives the phrase, 0 to 1: as if exactly one of them were true. */
  readonly share: number;
}

export interface ListRanking {
  readonly name: string;
  /** Phrases of the list. */
  readonly count: number;
  readonly ranked: readonly RankedShare[];
}

export interface Ranking {
  /** In the order of the tables. */
  readonly lists: readonly ListRanking[];
  /** Of all phrases together. */
  readonly clarity: Clarity;
}

function rankScores(
  table: PhraseTable,
  image: Float32Array,
  scores: Float32Array,
  { logitScale, count }: RankOptions,
): ListRanking {
  const ranked = exactTop(table, image, scores, count);
  const most = ranked[0]?.score ?? 0;
  const weightOf = (score: number): number => Math.exp(logitScale * (score - most));
  const sum = scores.reduce((total, score) => total + weightOf(score), 0);
  return {
    name: table.name,
    count: table.phrases.length,
    ranked: ranked.map((phrase) => ({ ...phrase, share: weightOf(phrase.score) / sum })),
  };
}

export interface RankOptions {
  /** The model's own. */
  readonly logitScale: number;
  /** Phrases of each list. */
  readonly count: number;
}

/**
 * Each list's phrases by similarity to a picture, the `count` most similar, ties to the earlier phrase.
 *
 * @param image an embedding of length 1, of the model of the tables
 */
export async function rankLists(
  tables: readonly PhraseTable[],
  image: Float32Array,
  options: RankOptions,
): Promise<Ranking> {
  const scorer = await openScorer();
  try {
    const lists: ListRanking[] = [];
    const all: Float32Array[] = [];
    for (const table of tables) {
      const [scores = new Float32Array()] = await scorer.scores(table.embeddings, {
        rows: 1,
        width: image.length,
        data: image,
      });
      lists.push(rankScores(table, image, scores, options));
      all.push(scores);
    }
    return { lists, clarity: clarityOf(all.flatMap((scores) => [...scores])) };
  } finally {
    await scorer.close();
  }
}
