import { greatest } from "../phrases/top-k.js";
import type { PhraseTable } from "../phrases/types.js";
import { artistIn } from "./hidden-artist.js";
import type { Resemblance } from "./types.js";

const SHOWN = 3;

function spread(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}

/**
 * The artists whose names are nearest to the picture, at most three, with how far each stands above the first that is
 * not shown: 1 - exp(-margin / spread of the table). Uncalibrated: names that fit nothing in particular also rank.
 */
export function resemblances(artists: PhraseTable | undefined, scores: Float32Array): Resemblance[] {
  const best = new Map<string, number>();
  (artists?.phrases ?? []).forEach((phrase, row) => {
    const name = artistIn(phrase);
    if (name !== "") best.set(name, Math.max(best.get(name) ?? -1, scores[row] as number));
  });
  const names = [...best.keys()];
  const values = [...best.values()];
  const order = greatest(values, SHOWN + 1);
  const bar = values[order[SHOWN] ?? -1];
  const width = spread(values);
  return order.slice(0, SHOWN).map((i) => {
    const score = values[i] as number;
    const margin = bar === undefined || width === 0 ? 0 : (score - bar) / width;
    return { artist: names[i] as string, score, confidence: 1 - Math.exp(-margin) };
  });
}
