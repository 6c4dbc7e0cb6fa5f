import type { Matrix } from "../../../models/types.js";

/** The dot product of a row with the query in double precision, always summed in the same order. */
export function dot({ data, width }: Matrix, row: number, query: ArrayLike<number>): number {
  const start = row * width;
  const even = width - (width % 4);
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let i = 0; i < even; i += 4) {
    a += (data[start + i] as number) * (query[i] as number);
    b += (data[start + i + 1] as number) * (query[i + 1] as number);
    c += (data[start + i + 2] as number) * (query[i + 2] as number);
    d += (data[start + i + 3] as number) * (query[i + 3] as number);
  }
  for (let i = even; i < width; i++) a += (data[start + i] as number) * (query[i] as number);
  return a + b + (c + d);
}

/** A row's embedding as numbers of its own. */
export function rowOf({ data, width }: Matrix, row: number): Float32Array {
  return data.slice(row * width, (row + 1) * width);
}

/**
 * The places of the `count` greatest scores, greatest first; of equal scores the earlier place stands first. A heap
 * of `count` places whose root is the least of them.
 */
export function greatest(scores: ArrayLike<number>, count: number): number[] {
  const size = Math.min(Math.max(0, Math.floor(count)), scores.length);
  if (size === 0) return [];
  const below = (x: number, y: number): boolean => {
    const [a, b] = [scores[x] as number, scores[y] as number];
    return a < b || (a === b && x > y);
  };
  const heap: number[] = [];
  const sink = (from: number): void => {
    for (let at = from; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      let least = at;
      if (left < heap.length && below(heap[left] as number, heap[least] as number)) least = left;
      if (right < heap.length && below(heap[right] as number, heap[least] as number)) least = right;
      if (least === at) return;
      [heap[at], heap[least]] = [heap[least] as number, heap[at] as number];
      at = least;
    }
  };
  for (let i = 0; i < size; i++) heap.push(i);
  for (let i = (size >> 1) - 1; i >= 0; i--) sink(i);
  let bar = scores[heap[0] as number] as number;
  for (let i = size; i < scores.length; i++) {
    if ((scores[i] as number) <= bar) continue;
    heap[0] = i;
    sink(0);
    bar = scores[heap[0] as number] as number;
  }
  return heap.sort((x, y) => (below(x, y) ? 1 : -1));
}
