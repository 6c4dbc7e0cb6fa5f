import type { Warning } from "../base/warning.js";

/** A run of the source text: UTF-16 offsets, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The prompt grammars that can be split. "tags" is comma tags without any weight syntax. */
export type Grammar = "a1111" | "comfyui" | "compel" | "novelai" | "midjourney" | "prose" | "tags";

/** One thing that a prompt asks for. */
export interface Phrase extends Span {
  /** Without weight syntax, unescaped, white space folded; never empty. The span holds the words that it comes from. */
  readonly text: string;
  /** What the nesting comes to, never negative; 1 is neutral. */
  readonly weight: number;
  readonly polarity: "include" | "exclude";
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
  /** Midjourney's flags, in order, `--no` aside: its words are phrases. */
  readonly parameters?: readonly Flag[];
  /** Addresses of image prompts (Midjourney). */
  readonly images?: readonly string[];
  readonly warnings: readonly SyntaxWarning[];
}
