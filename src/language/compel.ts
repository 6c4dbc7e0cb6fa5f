import type { Draft } from "./draft.js";
import { newDraft, push, warn, weighPieces } from "./draft.js";
import { takeNetworkTag } from "./network-tag.js";
import { piecesWithin } from "./node-pieces.js";
import type { WeighedRange } from "./range-weights.js";
import { rangeWeights } from "./range-weights.js";
import { parseCompel } from "./syntax/compel.js";
import type { SyntaxTree, Token } from "./syntax/tree.js";

/** @source damian0815/compel README: each plus multiplies by 1.1, each minus by 0.9 */
const PLUS = 1.1;
const MINUS = 0.9;

/** More signs than these change nothing that can be told. */
const MOST_SIGNS = 200;

/** What "++", "--", "1.3" or ".attend(...)" multiplies by. */
function factorOf(weight: string): number {
  const value = weight.replace(/^\.attend\(\s*|\s*\)$/gu, "");
  const count = Math.min(value.length, MOST_SIGNS);
  if (/^\++$/u.test(value)) return PLUS ** count;
  if (/^-+$/u.test(value)) return MINUS ** count;
  return Number(value);
}

/** The weights of a call by part; parts without one have 1, and shares of a blend are scaled to a mean of 1. */
function weightsOf(call: string, parts: number): number[] {
  const numbers = call
    .slice(call.indexOf("(") + 1, -1)
    .split(",")
    .map((number) => Number.parseFloat(number));
  const weights = Array.from({ length: parts }, (_, index) => {
    const weight = numbers[index];
    return weight !== undefined && Number.isFinite(weight) ? weight : 1;
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const scaled = call.startsWith(".blend") && !call.includes("no_normalize") && total > 0;
  return scaled ? weights.map((weight) => (weight * parts) / total) : weights;
}

function takeAdapter(draft: Draft, text: string, { start, end }: Token): void {
  if (text[start] === "<") {
    takeNetworkTag(draft, text.slice(start, end), start);
    return;
  }
  const [name = "", weight] = text.slice(text.indexOf("(", start) + 1, end - 1).split(",");
  push(draft, "break", "", start, end);
  draft.loras.push({ name: name.trim(), ...(weight === undefined ? {} : { weight: Number(weight) }) });
}

function takeToken(draft: Draft, text: string, token: Token): void {
  const { kind, start, end } = token;
  if (kind === "text" || kind === "space" || kind === "separator" || kind === "quote") {
    push(draft, "text", text.slice(start, end), start, end);
  } else if (kind === "escape") push(draft, "escape", text.slice(start + 1, end), start, end);
  else if (kind === "swap" || kind === "part" || kind === "call") push(draft, "break", "", start, end);
  else if (kind === "adapter") takeAdapter(draft, text, token);
  else if (kind === "stray") warn(draft, token, `"${text[start]}" has no counterpart; it is left out`);
}

/** Where the operator begins that ends at an offset. */
function operatorsOf(tokens: readonly Token[]): ReadonlyMap<number, number> {
  const operators = tokens.filter(({ kind }) => kind === "weight" || kind === "call");
  return new Map(operators.map(({ start, end }) => [end, start]));
}

/** How many parts each conjunction has, by the index of its node. */
function countParts({ nodes }: SyntaxTree): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { kind, parent } of nodes)
    if (kind === "part") counts.set(parent, (counts.get(parent) ?? 0) + 1);
  return counts;
}

function rangesOf(draft: Draft, tree: SyntaxTree): WeighedRange[] {
  const operators = operatorsOf(tree.tokens);
  const counts = countParts(tree);
  const weights = new Map<number, Iterator<number>>();
  const ranges: WeighedRange[] = [];
  tree.nodes.forEach((node, index) => {
    const operator = tree.source.slice(operators.get(node.end) ?? node.end, node.end);
    const range = piecesWithin(draft.pieces, node);
    if (node.kind === "weighted") ranges.push({ ...range, factor: factorOf(operator) });
    else if (node.kind === "part") {
      ranges.push({ ...range, factor: weights.get(node.parent)?.next().value ?? 1 });
    } else if (node.kind === "and" || node.kind === "blend") {
      weights.set(index, weightsOf(operator, counts.get(index) ?? 0).values());
    }
  });
  return ranges;
}

/**
 * compel's phrases. A swap is both of its sides, a blend all of its prompts by their shares; `.and()` keeps its
 * weights.
 */
export function draftCompel(text: string): Draft {
  const tree = parseCompel(text);
  const draft = newDraft();
  for (const token of tree.tokens) takeToken(draft, text, token);
  const weights = rangeWeights(draft.pieces.length, rangesOf(draft, tree));
  for (const node of tree.nodes) {
    if (node.kind === "swap") warn(draft, node, "a swap is kept as two phrases");
    else if (node.kind === "blend") {
      warn(draft, node, "a blend of prompts is kept as phrases weighed by their shares");
    }
  }
  return weighPieces(draft, (index) => weights[index] ?? 1);
}
