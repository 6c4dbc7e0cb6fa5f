import type { Draft } from "./draft.js";
import { newDraft, push, warn, weighPieces } from "./draft.js";
import { takeNetworkTag } from "./network-tag.js";
import type { WeighedRange } from "./range-weights.js";
import { rangeWeights } from "./range-weights.js";
import { parseA1111 } from "./syntax/a1111.js";
import type { Token } from "./syntax/tree.js";

/** @source AUTOMATIC1111/stable-diffusion-webui, modules/prompt_parser.py: the factors of round and square brackets */
const ROUND = 1.1;
const SQUARE = 1 / 1.1;

type Shape = "(" | "[" | "{";
const OPENS: Readonly<Record<string, Shape>> = { ")": "(", "]": "[", "}": "{" };

interface Opening {
  /** Offset in the text, and the first piece inside. */
  readonly at: number;
  readonly piece: number;
  /** Pieces that stand between alternatives: bars, and the colons of a schedule. */
  readonly bars: number[];
  readonly colons: number[];
}

interface State {
  readonly source: string;
  readonly draft: Draft;
  readonly ranges: WeighedRange[];
  readonly open: Readonly<Record<Shape, Opening[]>>;
  /** What the next closing bracket is told: its weight, or that it ends a schedule. */
  weight: number | undefined;
  scheduled: boolean;
  /** First piece of the present AND part. */
  part: number;
  /** A closing bracket too many was told of. */
  stray: boolean;
}

function innermost({ open }: State): { readonly shape: Shape; readonly opening: Opening } | undefined {
  let found: { shape: Shape; opening: Opening } | undefined;
  for (const shape of ["(", "[", "{"] as const) {
    const opening = open[shape].at(-1);
    if (opening !== undefined && opening.at > (found?.opening.at ?? -1)) found = { shape, opening };
  }
  return found;
}

function weigh(state: State, { piece }: Opening, factor: number): void {
  state.ranges.push({ from: piece, to: state.draft.pieces.length, factor });
}

/** Unclosed brackets weigh what follows them, to the end of their part. */
function closePart(state: State, end: number): void {
  for (const [shape, factor] of [
    ["(", ROUND],
    ["[", SQUARE],
    ["{", 1],
  ] as const) {
    const [outermost] = state.open[shape];
    for (const opening of state.open[shape].splice(0)) weigh(state, opening, factor);
    if (outermost !== undefined) {
      warn(state.draft, { start: outermost.at, end }, `"${shape}" is never closed; it counts to the end`);
    }
  }
  state.part = state.draft.pieces.length;
}

function choose(state: State, opening: Opening, between: readonly number[], end: number): void {
  const { draft } = state;
  draft.choices.push({ from: opening.piece, to: draft.pieces.length, between });
  const what = between.length > 0 ? "one after the other" : "for a part of the steps";
  warn(draft, { start: opening.at, end }, `the generator draws these ${what}; all are taken`);
}

function close(state: State, shape: Shape, end: number): void {
  const opening = state.open[shape].pop();
  if (opening === undefined) return;
  if (shape === "(") weigh(state, opening, state.weight ?? ROUND);
  else if (state.scheduled) choose(state, opening, opening.colons, end);
  else if (opening.bars.length > 0) choose(state, opening, opening.bars, end);
  else if (shape === "[") weigh(state, opening, SQUARE);
  state.weight = undefined;
  state.scheduled = false;
}

function takeBar(state: State, { start, end }: Token): void {
  const top = innermost(state);
  const bracketed = top !== undefined && top.shape !== "(";
  const index = push(state.draft, bracketed ? "option" : "break", "", start, end);
  if (bracketed) top.opening.bars.push(index);
}

/** What brackets and the words between parts do; whether the token was one of them. */
function takeStructure(state: State, token: Token, text: string): boolean {
  const { draft, open } = state;
  const { start, end } = token;
  if (token.kind === "open") {
    open[text as Shape].push({ at: start, piece: draft.pieces.length, bars: [], colons: [] });
  } else if (token.kind === "close") close(state, OPENS[text] ?? "(", end);
  else if (token.kind === "weight") state.weight = Number(text.slice(1));
  else if (token.kind === "when") state.scheduled = true;
  else if (token.kind === "part-weight") {
    state.ranges.push({ from: state.part, to: draft.pieces.length, factor: Number(text.slice(1)) });
  } else if (token.kind === "and") {
    closePart(state, start);
    push(draft, "break", "", start, end);
  } else return false;
  return true;
}

function take(state: State, token: Token): void {
  const { draft } = state;
  const { kind, start, end } = token;
  const text = state.source.slice(start, end);
  if (takeStructure(state, token, text)) return;
  if (kind === "bar") takeBar(state, token);
  else if (kind === "break") push(draft, "break", "", start, end);
  else if (kind === "escape") push(draft, "escape", text.slice(1), start, end);
  else if (kind === "network") takeNetworkTag(draft, text, start);
  else if (kind === "colon") innermost(state)?.opening.colons.push(push(draft, "option", "", start, end));
  else if (kind === "stray") {
    if (!state.stray) warn(draft, token, `"${text}" closes nothing; it is left out`);
    state.stray = true;
  } else if (kind !== "count" && kind !== "chance") push(draft, "text", text, start, end);
}

/**
 * AUTOMATIC1111's attention, schedules, alternation, AND, BREAK and network tags, with dynamic-prompts braces.
 * Round and square brackets weigh independently of each other, as in the reference. Left to us: braces without
 * alternatives mean nothing; how many of a choice are drawn, and how likely, is not kept.
 */
export function draftA1111(text: string): Draft {
  const state: State = {
    source: text,
    draft: newDraft(),
    ranges: [],
    open: { "(": [], "[": [], "{": [] },
    weight: undefined,
    scheduled: false,
    part: 0,
    stray: false,
  };
  for (const token of parseA1111(text).tokens) take(state, token);
  closePart(state, text.length);
  const weights = rangeWeights(state.draft.pieces.length, state.ranges);
  return weighPieces(state.draft, (index) => weights[index] ?? 1);
}
