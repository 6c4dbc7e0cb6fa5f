import type { Draft } from "./draft.js";
import { newDraft, push, warn, weighPieces } from "./draft.js";
import { takeNetworkTag } from "./network-tag.js";
import type { WeighedRange } from "./range-weights.js";
import { rangeWeights } from "./range-weights.js";

const TOKEN =
  /\\[\\()[\]{}:|]|<[^<>\n]{1,300}>|\b(?:AND|BREAK)\b|:\s{0,9}[+-]?(?:\d{1,9}(?:\.\d{0,9})?|\.\d{1,9})\s{0,9}(?=[)\]]|AND\b|$)|[()[\]{}:|]|[^\\<:()[\]{}|AB]+|[\s\S]/gu;

/** @source AUTOMATIC1111/stable-diffusion-webui, modules/prompt_parser.py: the factors of round and square brackets */
const ROUND = 1.1;
const SQUARE = 1 / 1.1;

interface Opening {
  /** Offset in the text, and the first piece inside. */
  readonly at: number;
  readonly piece: number;
  readonly between: number[];
  readonly colons: number[];
}

interface State {
  readonly draft: Draft;
  readonly ranges: WeighedRange[];
  readonly open: { readonly "(": Opening[]; readonly "[": Opening[]; readonly "{": Opening[] };
  /** First piece of the present AND part. */
  part: number;
  readonly composed: boolean;
  /** A closing bracket too many was told of. */
  stray: boolean;
}

function innermost(state: State): { kind: "(" | "[" | "{"; opening: Opening } | undefined {
  let found: { kind: "(" | "[" | "{"; opening: Opening } | undefined;
  for (const kind of ["(", "[", "{"] as const) {
    const opening = state.open[kind].at(-1);
    if (opening !== undefined && opening.at > (found?.opening.at ?? -1)) found = { kind, opening };
  }
  return found;
}

function weigh(state: State, opening: Opening, factor: number): void {
  state.ranges.push({ from: opening.piece, to: state.draft.pieces.length, factor });
}

/** Unclosed brackets weigh what follows them, to the end of their part. */
function closePart(state: State, end: number): void {
  for (const [kind, factor] of [
    ["(", ROUND],
    ["[", SQUARE],
    ["{", 1],
  ] as const) {
    const [outermost] = state.open[kind];
    for (const opening of state.open[kind].splice(0)) weigh(state, opening, factor);
    if (outermost !== undefined) {
      warn(state.draft, { start: outermost.at, end }, `"${kind}" is never closed; it counts to the end`);
    }
  }
  state.part = state.draft.pieces.length;
}

function choose(state: State, opening: Opening, between: readonly number[], end: number): void {
  const { draft } = state;
  draft.choices.push({ from: opening.piece, to: draft.pieces.length, between });
  const what =
    draft.choices.length > 0 && between.length > 0 ? "one after the other" : "for a part of the steps";
  warn(draft, { start: opening.at, end }, `the generator draws these ${what}; all are taken`);
}

function close(state: State, token: string, at: number): void {
  const kind = token === ")" ? "(" : token === "]" ? "[" : "{";
  const opening = state.open[kind].pop();
  if (opening === undefined) {
    if (!state.stray)
      warn(state.draft, { start: at, end: at + 1 }, `"${token}" closes nothing; it is left out`);
    state.stray = true;
    return;
  }
  if (kind === "(") weigh(state, opening, ROUND);
  else if (opening.between.length > 0) choose(state, opening, opening.between, at + 1);
  else if (kind === "[") weigh(state, opening, SQUARE);
}

/** ":0.5" before ")" is a weight, before "]" a moment, before AND or the end the weight of a part; else words. */
function takeNumber(state: State, token: string, at: number, next: string | undefined): "consumed" | "alone" {
  const { draft } = state;
  const value = Number(token.slice(1));
  const top = innermost(state);
  const round = state.open["("].at(-1);
  if (next === ")" && round !== undefined) {
    state.open["("].pop();
    weigh(state, round, value);
    return "consumed";
  }
  if (next === "]" && top?.kind === "[") {
    state.open["["].pop();
    choose(state, top.opening, top.opening.colons, at + token.length + 1);
    return "consumed";
  }
  if (state.composed && next !== ")" && next !== "]" && top === undefined) {
    state.ranges.push({ from: state.part, to: draft.pieces.length, factor: value });
    return "alone";
  }
  push(draft, "text", token, at, at + token.length);
  return "alone";
}

function takePipe(state: State, at: number): void {
  const top = innermost(state);
  const bracketed = top !== undefined && top.kind !== "(";
  const index = push(state.draft, bracketed ? "option" : "break", "", at, at + 1);
  if (bracketed) top.opening.between.push(index);
}

function take(state: State, token: string, at: number): void {
  const { draft } = state;
  const end = at + token.length;
  if (token === "(" || token === "[" || token === "{") {
    state.open[token].push({ at, piece: draft.pieces.length, between: [], colons: [] });
  } else if (token === ")" || token === "]" || token === "}") close(state, token, at);
  else if (token === "|") takePipe(state, at);
  else if (token === "AND" || token === "BREAK") {
    if (token === "AND") closePart(state, at);
    push(draft, "break", "", at, end);
  } else if (token === ":") {
    const top = innermost(state);
    const index = push(draft, "text", token, at, end);
    if (top?.kind === "[") top.opening.colons.push(index);
  } else if (token.startsWith("\\")) push(draft, "escape", token.slice(1), at, end);
  else if (token.startsWith("<") && token.length > 1) takeNetworkTag(draft, token, at);
  else push(draft, "text", token, at, end);
}

/**
 * AUTOMATIC1111's attention, schedules, alternation, AND, BREAK and network tags, with dynamic-prompts braces.
 * Round and square brackets close independently of each other, as in the reference. Left to us: a number that is
 * none is words; braces without alternatives mean nothing.
 */
export function draftA1111(text: string): Draft {
  const state: State = {
    draft: newDraft(),
    ranges: [],
    open: { "(": [], "[": [], "{": [] },
    part: 0,
    composed: /\bAND\b/u.test(text),
    stray: false,
  };
  const scan = new RegExp(TOKEN);
  for (let match = scan.exec(text); match !== null; match = scan.exec(text)) {
    const [token] = match;
    if (/^:./su.test(token)) {
      const next = text[scan.lastIndex];
      if (takeNumber(state, token, match.index, next) === "consumed") scan.lastIndex += 1;
    } else take(state, token, match.index);
  }
  closePart(state, text.length);
  const weights = rangeWeights(state.draft.pieces.length, state.ranges);
  return weighPieces(state.draft, (index) => weights[index] ?? 1);
}
