/**
 * Which indices may stay so that as few as possible move when distinct `ranks` are put in rising order: those of a
 * longest rising subsequence.
 *
 * @source Michael L. Fredman, "On computing the length of longest increasing subsequences", 1975
 */
export function settled(ranks: readonly number[]): Set<number> {
  /** At n: the index of the lowest rank that ends a rising run of n + 1. */
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [index, rank] of ranks.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ranks[ends[middle] ?? 0] ?? 0) < rank) low = middle + 1;
      else high = middle;
    }
    previous.push(low === 0 ? undefined : ends[low - 1]);
    ends[low] = index;
  }
  const run = new Set<number>();
  for (let index = ends.at(-1); index !== undefined; index = previous[index]) run.add(index);
  return run;
}
