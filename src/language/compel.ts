import { conjunctionAt } from "./compel-conjunction.js";
import type { Draft } from "./draft.js";
import { newDraft, push, warn, weighPieces } from "./draft.js";
import { takeNetworkTag } from "./network-tag.js";
import type { WeighedRange } from "./range-weights.js";
import { rangeWeights } from "./range-weights.js";

const TOKEN =
  /\\[()"{}[\]+\-\\]|<[^<>\n]{1,300}>|\)(?:[+]{1,30}(?!\w)|-{1,30}(?!\w)|-?(?:\d{1,9}(?:\.\d{0,9})?|\.\d{1,9}))?|\.swap\(|[(,\n\r\\<]|\s+|[^\s(),\\<]+/gu;

/** @source damian0815/compel README: each plus multiplies by 1.1, each minus by 0.9 */
const PLUS = 1.1;
const MINUS = 0.9;

function signs(run: string): number {
  return run.startsWith("+") ? PLUS ** run.length : MINUS ** run.length;
}

/** The factor after a closing bracket: signs, a number, or nothing. */
function suffixFactor(suffix: string): number {
  if (suffix === "") return 1;
  return /^[+-]+$/u.test(suffix) ? signs(suffix) : Number(suffix);
}

/** How many equal signs end the word; none where it is nothing but signs, or two hyphens stand for a dash. */
function trailingSigns(word: string): number {
  const last = word.at(-1);
  if (last !== "+" && last !== "-") return 0;
  let count = 1;
  while (count < word.length && word[word.length - 1 - count] === last) count += 1;
  return count === word.length ? 0 : Math.min(count, 30);
}

interface Opening {
  readonly at: number;
  readonly piece: number;
}

interface State {
  readonly draft: Draft;
  readonly ranges: WeighedRange[];
  readonly open: Opening[];
}

function takeWord(state: State, word: string, at: number): void {
  const { draft, ranges } = state;
  const count = trailingSigns(word);
  const index = push(draft, "text", word.slice(0, word.length - count), at, at + word.length - count);
  if (count > 0) ranges.push({ from: index, to: index + 1, factor: signs(word.slice(-count)) });
}

function takeClose(state: State, token: string, at: number): void {
  const opening = state.open.pop();
  if (opening === undefined) {
    warn(state.draft, { start: at, end: at + 1 }, '")" closes nothing; it is left out');
    return;
  }
  const factor = suffixFactor(token.slice(1));
  state.ranges.push({ from: opening.piece, to: state.draft.pieces.length, factor });
}

function take(state: State, token: string, at: number): void {
  const { draft } = state;
  const end = at + token.length;
  if (token === "(") state.open.push({ at, piece: draft.pieces.length });
  else if (token === ".swap(") {
    push(draft, "break", "", at, end);
    state.open.push({ at: end - 1, piece: draft.pieces.length });
    warn(draft, { start: at, end }, "a swap is kept as two phrases");
  } else if (token.startsWith(")")) takeClose(state, token, at);
  else if (token.startsWith("\\")) push(draft, "escape", token.slice(1), at, end);
  else if (token.startsWith("<") && token.length > 1) takeNetworkTag(draft, token, at);
  else if (/^[^\s,]/u.test(token)) takeWord(state, token, at);
  else push(draft, "text", token, at, end);
}

/**
 * InvokeAI's compel: signs after a word or bracket, a number after a bracket, `.and()`, `.blend()`. The weights of
 * a blend are scaled to a mean of 1, so that even shares are neutral. Unclosed brackets weigh nothing.
 */
export function draftCompel(text: string): Draft {
  const state: State = { draft: newDraft(), ranges: [], open: [] };
  const scan = new RegExp(TOKEN);
  let failedTo = 0;
  for (let match = scan.exec(text); match !== null; match = scan.exec(text)) {
    const [token] = match;
    if (token === "(" && match.index >= failedTo) {
      const conjunction = conjunctionAt(text, match.index);
      failedTo = conjunction.end;
      if (conjunction.parts !== undefined) {
        takeConjunction(state, conjunction.parts, conjunction.kind);
        scan.lastIndex = conjunction.end;
        continue;
      }
    }
    take(state, token, match.index);
  }
  for (const { at } of state.open) {
    warn(state.draft, { start: at, end: at + 1 }, '"(" is never closed; it is left out');
  }
  const weights = rangeWeights(state.draft.pieces.length, state.ranges);
  return weighPieces(state.draft, (index) => weights[index] ?? 1);
}

function takeConjunction(
  state: State,
  parts: readonly { readonly start: number; readonly text: string; readonly weight: number }[],
  kind: "and" | "blend",
): void {
  const { draft, ranges } = state;
  const total = parts.reduce((sum, part) => sum + part.weight, 0);
  const mean = kind === "blend" && total > 0 ? total / parts.length : 1;
  for (const part of parts) {
    push(draft, "break", "", part.start, part.start);
    const from = draft.pieces.length;
    const inner = new RegExp(TOKEN);
    for (const match of part.text.matchAll(inner)) take(state, match[0], part.start + match.index);
    ranges.push({ from, to: draft.pieces.length, factor: part.weight / mean });
  }
  const last = draft.pieces.at(-1);
  const start = parts[0]?.start ?? 0;
  const end = last?.end ?? start;
  push(draft, "break", "", end, end);
  if (kind === "blend")
    warn(draft, { start, end }, "a blend of prompts is kept as phrases weighed by their shares");
}
