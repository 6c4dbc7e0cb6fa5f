import { phraseWords } from "../../../blueprint/editing/phrase-words.js";
import { phraseKey } from "../../../vocabulary/key.js";
import { find } from "../../../vocabulary/lookup.js";
import type { Entry, Vocabulary } from "../../../vocabulary/vocabulary.js";
import type { PhraseTable } from "../phrases/types.js";
import type { Judge } from "./judge.js";
import type { Piece } from "./pieces.js";
import type { Pool } from "./pool.js";

/** What a phrase says, for telling whether two say the same. */
export interface Sense {
  /** Singular, without articles and link words. */
  readonly words: ReadonlySet<string>;
  /** Its line in the vocabulary: all wordings of one thing. */
  readonly entry?: Entry;
  /** Its embedding less the mean of all phrases, of length 1: CLIP's texts all lean one way. */
  readonly direction?: Float32Array;
}

export interface Candidate extends Piece {
  readonly sense: Sense;
  readonly direction: Float32Array;
  /** That it adds to a prompt, comma included. */
  readonly tokens: number;
}

/** Words shared, of those of the shorter phrase. */
const SHARED_WORDS = 0.75;

/** Cosine of two directions; a guess, since no trained weights were at hand to measure it on. */
const SAME_DIRECTION = 0.9;

/** Rows that the mean is taken of, evenly spread over the tables. */
const SAMPLE = 4096;

const LINKS: ReadonlySet<string> = new Set(
  "of in on at by with and or the a an to from for into over under near as is".split(" "),
);

export function wordsOf(text: string): ReadonlySet<string> {
  const { words } = phraseWords(text);
  const telling = words.filter((word) => !LINKS.has(word));
  return new Set(telling.length > 0 ? telling : words);
}

export function meanEmbedding(tables: readonly PhraseTable[]): Float32Array {
  const rows = tables.reduce((sum, { embeddings }) => sum + embeddings.rows, 0);
  const width = tables.find(({ embeddings }) => embeddings.rows > 0)?.embeddings.width ?? 0;
  const stride = Math.max(1, Math.floor(rows / SAMPLE));
  const mean = new Float64Array(width);
  let seen = 0;
  let taken = 0;
  for (const { embeddings } of tables) {
    for (let row = 0; row < embeddings.rows; row += 1, seen += 1) {
      if (seen % stride !== 0) continue;
      taken += 1;
      for (let i = 0; i < width; i += 1) {
        mean[i] = (mean[i] as number) + (embeddings.data[row * width + i] as number);
      }
    }
  }
  return Float32Array.from(mean, (sum) => sum / Math.max(1, taken));
}

function directionOf({ embeddings }: PhraseTable, row: number, mean: Float32Array): Float32Array {
  const direction = mean.map((of, i) => (embeddings.data[row * embeddings.width + i] as number) - of);
  const length = Math.sqrt(direction.reduce((sum, value) => sum + value * value, 0));
  return length < 1e-6 ? direction : direction.map((value) => value / length);
}

/** Senses of phrases of a pool, and of other texts. */
export interface Senses {
  readonly ofText: (text: string) => Sense;
  readonly candidate: (pool: Pool, index: number, judge: Judge) => Candidate;
}

export function makeSenses(vocabulary: Vocabulary, mean: Float32Array): Senses {
  const ofText = (text: string): Sense => {
    const entry = find(phraseKey(text), vocabulary);
    return { words: wordsOf(text), ...(entry === undefined ? {} : { entry }) };
  };
  return {
    ofText,
    candidate: (pool, index, judge) => {
      const { table, row } = pool.origin(index);
      const text = pool.phrases[index] as string;
      const direction = directionOf(table, row, mean);
      return {
        text,
        table: table.name,
        score: pool.scores[index] as number,
        joint: ", ",
        sense: { ...ofText(text), direction },
        direction,
        // Start and end are no part of it; the comma is one token.
        tokens: judge.countTokens(text) - 1,
      };
    },
  };
}

function sharedWords(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  return shared / Math.max(1, Math.min(a.size, b.size));
}

/** Whether two phrases say nearly the same: by the vocabulary, by their words, or to CLIP. */
export function alike(a: Sense, b: Sense): boolean {
  if (a.entry !== undefined && a.entry === b.entry) return true;
  if (sharedWords(a.words, b.words) >= SHARED_WORDS) return true;
  const { direction } = b;
  if (a.direction === undefined || direction === undefined) return false;
  const cosine = a.direction.reduce((sum, value, i) => sum + value * (direction[i] as number), 0);
  return cosine >= SAME_DIRECTION;
}

/** Whether a sentence has all the words of the phrase. */
export function says(sentence: Sense, phrase: Sense): boolean {
  return [...phrase.words].every((word) => sentence.words.has(word));
}
