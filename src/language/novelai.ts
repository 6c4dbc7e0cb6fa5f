import type { Draft } from "./draft.js";
import { newDraft, push, warn, weighPieces } from "./draft.js";
import { piecesWithin } from "./node-pieces.js";
import { rangeWeights } from "./range-weights.js";
import { parseNovelai } from "./syntax/novelai.js";
import type { SyntaxNode, SyntaxTree } from "./syntax/tree.js";

/** @source NovelAI's documentation of strengthening and weakening */
const STEP = 1.05;

function factorOf(source: string, { kind, start }: SyntaxNode): number {
  if (kind === "strong") return STEP;
  if (kind === "weak") return 1 / STEP;
  return kind === "numbered" ? Number.parseFloat(source.slice(start, start + 24)) : 1;
}

function takeTokens(draft: Draft, { source, tokens }: SyntaxTree): void {
  for (const { kind, start, end } of tokens) {
    if (kind === "character") push(draft, "break", "", start, end);
    else if (kind === "escape") push(draft, "escape", source.slice(end - 1, end), start, end);
    else if (kind === "text" || kind === "space" || kind === "separator") {
      push(draft, "text", source.slice(start, end), start, end);
    } else if (kind === "stray" && source[start] !== ":") {
      warn(draft, { start, end }, "a bracket closes nothing; it is left out");
    }
  }
}

/** NovelAI's phrases: braces and square brackets by 1.05, numbers as they stand; all of them multiply. */
export function draftNovelai(text: string): Draft {
  const tree = parseNovelai(text);
  const draft = newDraft();
  takeTokens(draft, tree);
  const ranges = tree.nodes.map((node) => ({
    ...piecesWithin(draft.pieces, node),
    factor: factorOf(text, node),
  }));
  const bracketed = new Map(tree.nodes.map((node) => [node.start, node]));
  for (const token of tree.tokens) {
    if (token.kind !== "unclosed") continue;
    const message = `"${text[token.start]}" is never closed; it counts to where what holds it ends`;
    warn(draft, bracketed.get(token.start) ?? token, message);
  }
  const weights = rangeWeights(draft.pieces.length, ranges);
  return weighPieces(draft, (index) => weights[index] ?? 1);
}
