import type { Pool } from "../pool.js";
import { torchTopK } from "./torch-top-k.js";

/**
 * What clip-interrogator 0.6.0 takes for the most similar phrases, as positions: a pool that is larger than a chunk is
 * looked at chunk by chunk, and of each an equal share is kept, so that many good ones in one chunk crowd each other
 * out. The last choice among those kept is always of the most similar, even where the least similar are asked for.
 */
export function chunkedRank(
  { scores }: Pick<Pool, "scores">,
  count: number,
  chunkSize: number,
  toward: "most" | "least" = "most",
): number[] {
  const signed = toward === "most" ? scores : scores.map((score) => -score);
  if (scores.length <= chunkSize) return [...torchTopK(signed, count)];
  const share = Math.floor(chunkSize / Math.ceil(scores.length / chunkSize));
  const kept: number[] = [];
  for (let start = 0; start < scores.length; start += chunkSize) {
    for (const i of torchTopK(signed.subarray(start, start + chunkSize), share)) kept.push(start + i);
  }
  const order = torchTopK(
    Float32Array.from(kept, (i) => scores[i] as number),
    count,
  );
  return Array.from(order, (i) => kept[i] as number);
}
