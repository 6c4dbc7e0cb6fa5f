import type { Warning } from "../base/warning.js";

/** A run of the source text: UTF-16 offsets, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One thing that a prompt asks for. */
export interface Phrase extends Span {
  /** Without weight syntax, unescaped, white space folded; never empty. The span holds the words that it comes from. */
  readonly text: string;
  /** What the nesting comes to, never negative; 1 is neutral. */
  readonly weight: number;
  readonly polarity: "include" | "exclude";
  /**
   * What the prompt itself calls it: the keys above it in a structured prompt (`subjects[].action`), the category
   * of a booru tag (`artist`).
   */
  readonly path?: string;
}

/** A low-rank adapter that the prompt calls by name. */
export interface LoraCall {
  readonly name: string;
  readonly weight?: number;
}

/** A parameter that stands in the text; the value as written, "" for a bare flag. */
export interface Flag {
  readonly flag: string;
  readonly value: string;
}

export interface SyntaxWarning extends Warning, Span {}

/** A prompt taken apart. */
export interface Split {
  readonly phrases: readonly Phrase[];
  readonly loras: readonly LoraCall[];
  /**
   * Settings that stand in the text, in order: Midjourney's flags, `--no` aside, for its words are phrases; settings
   * of a structured prompt by their path; what narrows a booru search.
   */
  readonly parameters?: readonly Flag[];
  /** Addresses of image prompts (Midjourney). */
  readonly images?: readonly string[];
  readonly warnings: readonly SyntaxWarning[];
}
