/** A text that is made of others: literals and links in order, and what becomes of their texts. */
export interface Operation {
  readonly values: readonly unknown[];
  readonly join: (texts: readonly string[]) => string;
}
