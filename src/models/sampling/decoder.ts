import type { Matrix } from "../types.js";

/**
 * A language model part-way through texts, a row each. The rows that continue texts of one picture stay side by side,
 * and there are as many of them for each picture.
 */
export interface Decoder {
  /**
   * Row `i` from now on is row `parents[i]` of the call before, continued by `tokens[i]`; a row may be continued
   * several times or be dropped. At first, row `i` is the empty text for picture `i`.
   *
   * @returns for each row, the scores of every token that may follow, before a softmax
   */
  readonly advance: (parents: readonly number[], tokens: readonly number[]) => Promise<Matrix>;
}

export interface SamplingOptions {
  /** Token that texts start from; it is not part of what comes out. */
  readonly start: number;
  /** Token that ends a text. */
  readonly end: number;
  /** Tokens of the longest text, its end included. */
  readonly maxTokens: number;
  /** Told each time one more text is done. */
  readonly onFinished?: () => void;
  /** Called before each step: it throws to stop the work. */
  readonly check?: () => Promise<void>;
}
