import type { Draft } from "./draft.js";
import { newDraft, push, warn } from "./draft.js";
import { takeNetworkTag } from "./network-tag.js";
import { parseComfyui } from "./syntax/comfyui.js";
import type { SyntaxTree, Token } from "./syntax/tree.js";

/** @source comfyanonymous/ComfyUI, comfy/sd1_clip.py: the factor of a bracket without a number */
const ROUND = 1.1;
const MOST = 1000;

interface State {
  readonly source: string;
  readonly draft: Draft;
  /** The weight within each open bracket, outermost first. */
  readonly weights: number[];
  readonly braces: { readonly at: number; readonly piece: number; readonly between: number[] }[];
}

/** The number of each bracket that has one, by the offset of the opening bracket. */
function numbersOf({ source, tokens }: SyntaxTree): ReadonlyMap<number, number> {
  const numbers = new Map<number, number>();
  const open: number[] = [];
  let number: number | undefined;
  for (const { kind, start, end } of tokens) {
    if (kind === "open") open.push(start);
    else if (kind === "weight") number = Number(source.slice(start + 1, end));
    else if (kind === "close") {
      const at = open.pop();
      if (at !== undefined && number !== undefined) numbers.set(at, number);
      number = undefined;
    }
  }
  return numbers;
}

function bound(weight: number): number {
  const limited = Math.max(-MOST, Math.min(MOST, weight));
  return Math.round(limited * 1e4) / 1e4;
}

function add(state: State, kind: "text" | "escape" | "break" | "option", text: string, at: Token): number {
  const index = push(state.draft, kind, text, at.start, at.end);
  const piece = state.draft.pieces[index];
  if (piece !== undefined) piece.weight = bound(state.weights.at(-1) ?? 1);
  return index;
}

function takeBrace(state: State, token: Token): void {
  const { draft, braces } = state;
  const inner = braces.at(-1);
  if (token.kind === "open-brace") braces.push({ at: token.start, piece: draft.pieces.length, between: [] });
  else if (token.kind === "bar" && inner !== undefined) inner.between.push(add(state, "option", "", token));
  else if (token.kind === "bar") add(state, "break", "", token);
  else {
    braces.pop();
    if (inner === undefined || inner.between.length === 0) return;
    draft.choices.push({ from: inner.piece, to: draft.pieces.length, between: inner.between });
    const span = { start: inner.at, end: token.end };
    warn(draft, span, "the generator takes one of these at random; all are kept");
  }
}

function take(state: State, token: Token, numbers: ReadonlyMap<number, number>): void {
  const { source, draft, weights } = state;
  const { kind, start, end } = token;
  const text = source.slice(start, end);
  if (kind === "open") weights.push(numbers.get(start) ?? Math.min(MOST, (weights.at(-1) ?? 1) * ROUND));
  else if (kind === "close") weights.pop();
  else if (kind === "escape") add(state, "escape", text.slice(1), token);
  else if (kind === "network") takeNetworkTag(draft, text, start);
  else if (kind === "bar" || kind.endsWith("-brace")) takeBrace(state, token);
  else if (kind === "text" || kind === "space" || kind === "separator" || kind === "embedding") {
    add(state, "text", text, token);
  }
}

function tell(draft: Draft, { tokens, source }: SyntaxTree): void {
  const stray = tokens.find((token) => token.kind === "stray");
  if (stray !== undefined) warn(draft, stray, '")" closes nothing; it is left out');
  const unclosed = tokens.find((token) => token.kind === "unclosed");
  if (unclosed !== undefined) {
    const span = { start: unclosed.start, end: source.length };
    warn(draft, span, '"(" is never closed; no bracket after it counts');
  }
}

/**
 * ComfyUI's weights: brackets multiply by 1.1, a number before the closing one replaces all outside it, square
 * brackets and braces mean nothing. AND, BREAK and network tags are none here, but `|` still parts phrases.
 */
export function draftComfyui(text: string): Draft {
  const tree = parseComfyui(text);
  const state: State = { source: text, draft: newDraft(), weights: [], braces: [] };
  const numbers = numbersOf(tree);
  for (const token of tree.tokens) take(state, token, numbers);
  tell(state.draft, tree);
  return state.draft;
}
