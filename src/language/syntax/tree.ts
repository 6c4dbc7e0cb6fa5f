import type { Span } from "../phrase.js";

/** Every grammar that a prompt can be written in. */
export const GRAMMARS = [
  "a1111",
  "comfyui",
  "compel",
  "novelai",
  "midjourney",
  "prose",
  "tags",
  "danbooru",
  "ideogram-json",
  "flux-json",
] as const;

export type GrammarId = (typeof GRAMMARS)[number];

/** A run of the source that is not taken apart further. Tokens tile the source: no gap, no overlap. */
export interface Token extends Span {
  /** "text", "space", "separator", or the grammar's own: "open", "weight", "parameter", "lora"... */
  readonly kind: string;
}

/**
 * A construct over a run of tokens: a group, a weighted run, a schedule, a parameter with its value. Nodes nest or
 * are apart; they never cross.
 */
export interface SyntaxNode extends Span {
  readonly kind: string;
  /** Index of the node that holds this one, -1 at the top; a holder stands before what it holds. */
  readonly parent: number;
}

/** A prompt's lossless syntax: flat lists, so that a megabyte of brackets is no deep recursion. */
export interface SyntaxTree {
  readonly grammar: GrammarId;
  readonly source: string;
  readonly tokens: readonly Token[];
  readonly nodes: readonly SyntaxNode[];
}

/** The source again, from its tokens alone. */
export function printRaw(tree: SyntaxTree): string {
  return tree.tokens.map(({ start, end }) => tree.source.slice(start, end)).join("");
}
