/** Tokens of several texts laid into groups of one size, as the text graph takes them. */
export interface TokenBatch {
  readonly groups: number;
  /** Places of a group; those that no token fills see only themselves. */
  readonly size: number;
  /** [groups * size] */
  readonly tokens: Int32Array;
  /** Places in the text, counted from its start. */
  readonly positions: Int32Array;
  /** [groups, size, size], 0 where the row's token sees the column's. */
  readonly mask: Float32Array;
  /** Where the last token of each text lies, in the order of the texts. */
  readonly ends: Int32Array;
}

/** Texts that follow one another and whose tokens fit one group. */
export interface TokenGroup {
  readonly from: number;
  readonly to: number;
  /** Tokens, those that texts share at their beginning counted once. */
  readonly tokens: number;
}

type Texts = readonly (readonly number[])[];

/** Small enough for a share of 0 after a softmax. */
const HIDDEN = -1e9;

/** How many tokens two texts share at their beginning, from the place `from` on. */
export function sharedTokens(a: readonly number[], b: readonly number[], from = 0): number {
  let at = from;
  while (at < a.length && at < b.length && a[at] === b[at]) at++;
  return at - from;
}

/** Sorted by their tokens: a text comes right after those that it shares most with. */
export function compareTokens(a: readonly number[], b: readonly number[]): number {
  const shared = sharedTokens(a, b);
  return (a[shared] ?? -1) - (b[shared] ?? -1);
}

/**
 * Sorted, different texts in groups of at most `size` tokens; the tokens before `start`, which all share, do not count.
 * Each text ends with a token that is nowhere else, so that none is the beginning of another.
 */
export function groupTexts(texts: Texts, start: number, size: number): TokenGroup[] {
  const groups: TokenGroup[] = [];
  let from = 0;
  let count = 0;
  texts.forEach((text, index) => {
    const previous = texts[index - 1] ?? [];
    const shared = index === from ? 0 : sharedTokens(previous, text, start);
    const added = text.length - start - shared;
    if (index > from && count + added > size) {
      groups.push({ from, to: index, tokens: count });
      from = index;
      count = text.length - start;
    } else {
      count += added;
    }
  });
  if (texts.length > from) groups.push({ from, to: texts.length, tokens: count });
  return groups;
}

/** Lays groups of texts out; each token sees those of its own text that come before it, and itself. */
export function layOutGroups(texts: Texts, start: number, groups: readonly TokenGroup[]): TokenBatch {
  const size = Math.max(...groups.map((group) => group.tokens));
  const tokens = new Int32Array(groups.length * size);
  const positions = new Int32Array(groups.length * size);
  const mask = new Float32Array(groups.length * size * size).fill(HIDDEN);
  const ends: number[] = [];
  groups.forEach(({ from, to }, group) => {
    const first = group * size;
    const path: number[] = [];
    let filled = 0;
    for (let index = from; index < to; index++) {
      const text = texts[index] as readonly number[];
      path.length = index === from ? 0 : sharedTokens(texts[index - 1] as readonly number[], text, start);
      for (let place = start + path.length; place < text.length; place++) {
        const at = filled++;
        path.push(at);
        tokens[first + at] = text[place] as number;
        positions[first + at] = place;
        for (const seen of path) mask[(first + at) * size + seen] = 0;
      }
      ends.push(first + filled - 1);
    }
    for (; filled < size; filled++) mask[(first + filled) * size + filled] = 0;
  });
  return { groups: groups.length, size, tokens, positions, mask, ends: Int32Array.from(ends) };
}
