/**
 * Which of equal values come first after a selection or a sort that is not stable depends on its every step. These are
 * the steps of GNU libstdc++'s `partial_sort`, `nth_element` and `sort` (introselect and introsort after D. Musser,
 * 1997, over positions in place), since that is what decides in PyTorch's topk on a processor.
 */

/** Positions in the values, moved about in place. */
export interface Places {
  readonly at: Uint32Array;
  /** Whether the value at position `a` comes before that at `b`. */
  readonly before: (a: number, b: number) => boolean;
}

const SMALL = 16;

const place = ({ at }: Places, index: number): number => at[index] as number;

function swap({ at }: Places, i: number, j: number): void {
  const kept = at[i] as number;
  at[i] = at[j] as number;
  at[j] = kept;
}

const precedes = (places: Places, i: number, j: number): boolean =>
  places.before(place(places, i), place(places, j));

/** Sinks a hole to a leaf along the last children, then lets the value rise from there. */
function settle(places: Places, first: number, top: number, length: number, value: number): void {
  const { at, before } = places;
  let hole = top;
  while (2 * hole + 2 < length) {
    const right = 2 * hole + 2;
    const child = precedes(places, first + right, first + right - 1) ? right - 1 : right;
    at[first + hole] = place(places, first + child);
    hole = child;
  }
  if (2 * hole + 2 === length) {
    at[first + hole] = place(places, first + length - 1);
    hole = length - 1;
  }
  while (hole > top) {
    const parent = (hole - 1) >> 1;
    if (!before(place(places, first + parent), value)) break;
    at[first + hole] = place(places, first + parent);
    hole = parent;
  }
  at[first + hole] = value;
}

/** Leaves the foremost `middle - first` as a heap with the last of them on top. */
function heapSelect(places: Places, first: number, middle: number, last: number): void {
  const length = middle - first;
  for (let parent = (length - 2) >> 1; parent >= 0; parent -= 1) {
    settle(places, first, parent, length, place(places, first + parent));
  }
  for (let i = middle; i < last; i += 1) {
    if (!precedes(places, i, first)) continue;
    const value = place(places, i);
    places.at[i] = place(places, first);
    settle(places, first, 0, length, value);
  }
}

export function partialSort(places: Places, first: number, middle: number, last: number): void {
  heapSelect(places, first, middle, last);
  for (let end = middle - 1; end > first; end -= 1) {
    const value = place(places, end);
    places.at[end] = place(places, first);
    settle(places, first, 0, end - first, value);
  }
}

function insertionSort(places: Places, first: number, last: number, from: number = first + 1): void {
  for (let i = from; i < last; i += 1) {
    const value = place(places, i);
    let j = i;
    while (j > first && places.before(value, place(places, j - 1))) {
      places.at[j] = place(places, j - 1);
      j -= 1;
    }
    places.at[j] = value;
  }
}

/** Parts the range by the median of its second, middle and last value, kept at its front meanwhile. */
function partition(places: Places, first: number, last: number): number {
  const [a, b, c] = [first + 1, first + ((last - first) >> 1), last - 1];
  const ordered = precedes(places, a, b) ? [a, b] : [b, a];
  const [low, high] = ordered as [number, number];
  // The median of three: `high` where `c` is behind it, else the later of `low` and `c`.
  const median = precedes(places, high, c) ? high : precedes(places, low, c) ? c : low;
  swap(places, first, median);
  const pivot = place(places, first);
  let left = first + 1;
  let right = last;
  for (;;) {
    while (places.before(place(places, left), pivot)) left += 1;
    right -= 1;
    while (places.before(pivot, place(places, right))) right -= 1;
    if (left >= right) return left;
    swap(places, left, right);
    left += 1;
  }
}

const depthFor = (length: number): number => 2 * (31 - Math.clz32(length));

/** Brings the one that belongs there to `nth`, and before it what comes before it. */
export function nthElement(places: Places, first: number, nth: number, last: number): void {
  let [from, to, depth] = [first, last, depthFor(last - first)];
  while (to - from > 3) {
    if (depth === 0) {
      heapSelect(places, from, nth + 1, to);
      swap(places, from, nth);
      return;
    }
    depth -= 1;
    const cut = partition(places, from, to);
    if (cut <= nth) from = cut;
    else to = cut;
  }
  insertionSort(places, from, to);
}

function sortLoop(places: Places, first: number, last: number, depth: number): void {
  let [to, left] = [last, depth];
  while (to - first > SMALL) {
    if (left === 0) {
      partialSort(places, first, to, to);
      return;
    }
    left -= 1;
    const cut = partition(places, first, to);
    sortLoop(places, cut, to, left);
    to = cut;
  }
}

export function sort(places: Places, first: number, last: number): void {
  if (last - first < 2) return;
  sortLoop(places, first, last, depthFor(last - first));
  insertionSort(places, first, last);
}
