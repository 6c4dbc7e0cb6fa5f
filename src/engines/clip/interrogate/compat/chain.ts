import { firstMaximum, type Judge } from "../judge.js";
import { append, type Draft, join, type Piece } from "../pieces.js";
import { fillsContext } from "./truncate.js";

interface ChainSettings {
  readonly minPhrases: number;
  readonly maxPhrases: number;
  /** -1 looks for the least similar. */
  readonly sign: 1 | -1;
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * The chain of clip-interrogator 0.6.0. Its fault is kept: a chain toward the least similar holds its first phrase's
 * similarity unsigned beside signed ones, so that it mostly answers with that phrase alone. Python goes through the
 * candidates in the random order of a set; here the first of equal ones wins. It fails where candidates run out; here
 * the chain ends.
 */
export async function chain(
  start: Draft,
  candidates: readonly Piece[],
  judge: Judge,
  { minPhrases, maxPhrases, sign, onProgress }: ChainSettings,
): Promise<Draft> {
  const left = new Map(candidates.map((piece) => [piece.text, piece]));
  const nearest = async (prompt: string | undefined): Promise<Draft | undefined> => {
    const pieces = [...left.values()];
    if (pieces.length === 0) return undefined;
    const values = await judge.similarities(pieces.map((piece) => append(prompt, piece)));
    const best = firstMaximum(sign === 1 ? values : values.map((value) => -value));
    return { pieces: [pieces[best] as Piece], similarity: values[best] as number };
  };
  let best = start;
  if ((join(best.pieces) ?? "") === "") {
    best = (await nearest(undefined)) ?? start;
    for (const { text } of best.pieces) left.delete(text);
  }
  let current = best;
  for (let step = 0; step < maxPhrases; step += 1) {
    const prompt = join(current.pieces);
    const found = await nearest(prompt);
    if (found === undefined) break;
    const similarity = sign * found.similarity;
    const next = { pieces: [...current.pieces, ...found.pieces], similarity };
    if (similarity > best.similarity) best = next;
    if (similarity <= current.similarity && step >= minPhrases) break;
    current = next;
    onProgress?.(step + 1, maxPhrases);
    if (fillsContext(join(current.pieces) ?? "", judge)) break;
    for (const { text } of found.pieces) left.delete(text);
  }
  return best;
}
