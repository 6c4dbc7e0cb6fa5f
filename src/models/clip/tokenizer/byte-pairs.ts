import { SYMBOL_OF_BYTE } from "./byte-symbols.js";
import { type ClipVocabulary, END_OF_WORD } from "./vocabulary.js";

/** Words that are remembered; texts in a language have far fewer that recur. */
const MOST_WORDS = 1 << 17;
/** Letters of a word that is worth remembering. */
const LONGEST_WORD = 64;

/** The numbers of a vocabulary, as joining takes them. */
interface Merges {
  /** Rank of the pair of two ids, by `first * size + second`. */
  readonly rankOf: ReadonlyMap<number, number>;
  readonly size: number;
  /** By rank: the pair, and what it becomes. */
  readonly first: Uint32Array;
  readonly second: Uint32Array;
  readonly joined: Uint32Array;
}

function least(ranks: Iterable<number>): number {
  let best = Number.POSITIVE_INFINITY;
  for (const rank of ranks) if (rank < best) best = rank;
  return best;
}

/**
 * Joins all pairs of the least rank from left to right, then those of the least rank of what has become of the word,
 * and so on. Each rank remembers where its pairs begin, so that a word of any length is scanned once.
 */
function joinPairs(symbols: readonly number[], { rankOf, size, first, second, joined }: Merges): number[] {
  const tokens = Int32Array.from(symbols);
  const length = tokens.length;
  const next = Int32Array.from(tokens, (_, i) => i + 1);
  const before = Int32Array.from(tokens, (_, i) => i - 1);
  const places = new Map<number, number[]>();
  const note = (left: number): void => {
    const right = left < 0 ? length : (next[left] as number);
    if (right >= length) return;
    const rank = rankOf.get((tokens[left] as number) * size + (tokens[right] as number));
    if (rank === undefined) return;
    const known = places.get(rank);
    if (known === undefined) places.set(rank, [left]);
    else known.push(left);
  };
  for (let i = 0; i < length; i++) note(i);
  while (places.size > 0) {
    const rank = least(places.keys());
    const lefts = (places.get(rank) as number[]).sort((a, b) => a - b);
    places.delete(rank);
    for (const left of lefts) {
      const right = next[left] as number;
      if (tokens[left] !== first[rank] || right >= length || tokens[right] !== second[rank]) continue;
      tokens[left] = joined[rank] as number;
      tokens[right] = -1;
      const after = next[right] as number;
      next[left] = after;
      if (after < length) before[after] = left;
      note(before[left] as number);
      note(left);
    }
  }
  return [...tokens].filter((token) => token >= 0);
}

/**
 * A function from a word to ids: its UTF-8 bytes, the last one marked as the end, of which the pair that comes first
 * among the merges is joined, wherever it is, until no pair is a merge. Words are remembered.
 */
export function createWordEncoder(vocabulary: ClipVocabulary): (word: string) => readonly number[] {
  const { merges, ids } = vocabulary;
  const idOf = (symbol: string): number => ids.get(symbol) as number;
  const size = Math.max(...ids.values()) + 1;
  const inside = Uint32Array.from(SYMBOL_OF_BYTE, idOf);
  const atEnd = Uint32Array.from(SYMBOL_OF_BYTE, (symbol) => idOf(symbol + END_OF_WORD));
  const ranked: Merges = {
    size,
    rankOf: new Map(merges.map(([first, second], rank) => [idOf(first) * size + idOf(second), rank])),
    first: Uint32Array.from(merges, ([first]) => idOf(first)),
    second: Uint32Array.from(merges, ([, second]) => idOf(second)),
    joined: Uint32Array.from(merges, ([first, second]) => idOf(first + second)),
  };
  const utf8 = new TextEncoder();
  const remembered = new Map<string, readonly number[]>();

  const encodeNew = (word: string): readonly number[] => {
    const bytes = utf8.encode(word);
    const last = bytes.length - 1;
    return joinPairs(
      Array.from(bytes, (byte, i) => (i === last ? atEnd : inside)[byte] as number),
      ranked,
    );
  };

  return (word) => {
    const before = remembered.get(word);
    if (before !== undefined) return before;
    const tokens = encodeNew(word);
    if (remembered.size >= MOST_WORDS) remembered.clear();
    if (word.length <= LONGEST_WORD) remembered.set(word, tokens);
    return tokens;
  };
}
