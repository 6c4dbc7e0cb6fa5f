/** A run of a phrase with one weight; text unescaped, span in the source. */
export interface Part {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly weight: number;
  /** Which alternative of a choice it belongs to; -1 outside choices. */
  readonly option: number;
}
