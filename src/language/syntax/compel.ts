import { conjunctionAt } from "./compel-conjunction.js";
import {
  ADAPTER,
  GROUP_WEIGHT,
  matchEnd,
  OPTIONS,
  pairsOf,
  SWAP,
  WORD,
  WORD_WEIGHT,
} from "./compel-pairs.js";
import type { SyntaxTree } from "./tree.js";
import type { TreeDraft } from "./tree-draft.js";
import { addToken, closeNode, finishTree, newTree, openNode, reached } from "./tree-draft.js";

interface Frame {
  readonly kind: "group" | "quotation" | "swap";
  readonly node: ReturnType<typeof openNode>;
  /** Holds the node and what it is swapped for. */
  readonly swap?: ReturnType<typeof openNode>;
  readonly close: number;
}

interface State {
  readonly tree: TreeDraft;
  readonly text: string;
  readonly partners: Int32Array;
}

/** A stretch that is read by itself. Loose: words run to the next space, as at the top of a prompt. */
interface Stretch {
  readonly end: number;
  readonly loose: boolean;
  readonly frames: Frame[];
}

const SPACE = /\s{1,9999}/uy;
const FREE_WORD = /[^\s,]+,?|,/uy;
const FREE_PART = /\\[()",.+\-=]|\)(?:\+{1,2000}|-{1,2000}|\d{1,9}(?:\.\d{0,9})?)?|[(),]|[^\\(),]+|\\/gu;
const WORD_PART = /\\[()",.+\-=]|[^\\]+|\\/gu;

function addWord(state: State, start: number, end: number): void {
  for (const { 0: part, index } of state.text.slice(start, end).matchAll(WORD_PART)) {
    const kind = part.length === 2 && part[0] === "\\" ? "escape" : "text";
    addToken(state.tree, kind, start + index + part.length);
  }
}

/** A word that is no syntax: its brackets are letters, those without a counterpart "stray". */
function takeFreeWord(state: State, at: number, limit: number): number {
  const { text, tree, partners } = state;
  const end = Math.min(limit, Math.max(at + 1, matchEnd(FREE_WORD, text, at)));
  for (const { 0: part, index } of text.slice(at, end).matchAll(FREE_PART)) {
    const from = at + index;
    const sign = part[0];
    if (sign === ",") addToken(tree, "separator", from + 1);
    else if ((sign === "(" || sign === ")") && partners[from] === 0) {
      addToken(tree, "stray", from + part.length);
    } else addWord(state, from, from + part.length);
  }
  return end;
}

/** Whether `.swap(` with its counterpart stands at `at`. */
function swapsAt({ text, partners }: State, at: number): boolean {
  return text.startsWith(SWAP, at) && partners[at + SWAP.length - 1]! > 0;
}

function openSwap(state: State, stretch: Stretch, node: Frame["node"], at: number): number {
  const open = at + SWAP.length - 1;
  addToken(state.tree, "swap", open + 1);
  stretch.frames.push({ kind: "swap", node, close: state.partners[open]! });
  return open + 1;
}

function closeFrame(state: State, stretch: Stretch, { kind, node, swap, close }: Frame): number {
  const { tree, text } = state;
  const end = close + 1;
  stretch.frames.pop();
  const weighed = kind === "swap" ? end : matchEnd(GROUP_WEIGHT, text, end);
  const quotes = kind === "quotation" && weighed === end && swap === undefined;
  addToken(tree, quotes ? "quote" : "close", end);
  if (weighed > end) addToken(tree, "weight", weighed);
  closeNode(tree, node, weighed > end ? "weighted" : kind);
  return swap === undefined ? weighed : openSwap(state, stretch, swap, end);
}

function openFrame(state: State, stretch: Stretch, at: number): number {
  const { tree, text, partners } = state;
  const close = partners[at]!;
  const kind = text[at] === "(" ? "group" : "quotation";
  const swap = swapsAt(state, close + 1) ? openNode(tree, "swap") : undefined;
  const node = openNode(tree, kind);
  const operated = swap !== undefined || matchEnd(GROUP_WEIGHT, text, close + 1) > close + 1;
  addToken(tree, kind === "quotation" && !operated ? "quote" : "open", at + 1);
  stretch.frames.push({ kind, node, close, ...(swap === undefined ? {} : { swap }) });
  return at + 1;
}

function takeWord(state: State, stretch: Stretch, at: number, limit: number): number {
  const { tree, text } = state;
  const word = matchEnd(WORD, text, at);
  const weighed = word > at ? matchEnd(WORD_WEIGHT, text, word) : word;
  if (word > at && swapsAt(state, word)) {
    const node = openNode(tree, "swap");
    addWord(state, at, word);
    return openSwap(state, stretch, node, word);
  }
  if (weighed > word && weighed <= limit) {
    const node = openNode(tree, "weighted");
    addWord(state, at, word);
    addToken(tree, "weight", weighed);
    closeNode(tree, node);
    return weighed;
  }
  if (stretch.loose && stretch.frames.length === 0) return takeFreeWord(state, at, limit);
  const end = Math.max(at + 1, word);
  if (text[at] === ",") addToken(tree, "separator", end);
  else addWord(state, at, end);
  return end;
}

function takeConjunction(state: State, at: number): number {
  const found = conjunctionAt(state.text, state.partners, at);
  if (found === undefined) return at;
  const { tree } = state;
  const whole = openNode(tree, found.kind);
  for (const part of found.parts) {
    const outer = part.quoted ? part.start - 1 : part.start;
    if (reached(tree) < outer) addToken(tree, "part", outer);
    const node = openNode(tree, "part");
    if (part.quoted) addToken(tree, "open", part.start);
    const loose = part.quoted && state.partners[outer]! <= 0;
    scan(state, part.start, { end: part.end, loose, frames: [] }, false);
    if (part.quoted) addToken(tree, "close", part.end + 1);
    closeNode(tree, node);
  }
  addToken(tree, "part", found.close + 1);
  addToken(tree, "call", found.end);
  closeNode(tree, whole);
  return found.end;
}

function takeSyntax(state: State, stretch: Stretch, at: number): number {
  const { tree, text, partners } = state;
  const space = matchEnd(SPACE, text, at);
  if (space > at) {
    const end = Math.min(space, stretch.end);
    addToken(tree, "space", end);
    return end;
  }
  const adapter = matchEnd(ADAPTER, text, at);
  if (adapter > at && adapter <= stretch.end) {
    addToken(tree, "adapter", adapter);
    return adapter;
  }
  const options = stretch.frames.at(-1)?.kind === "swap" ? matchEnd(OPTIONS, text, at) : at;
  if (options > at) {
    addToken(tree, "options", options);
    return options;
  }
  const partner = text[at] === "(" || text[at] === '"' ? partners[at]! : 0;
  return partner > 0 && partner < stretch.end ? openFrame(state, stretch, at) : at;
}

/** Reads [from, stretch.end); `top` where a conjunction may stand. */
function scan(state: State, from: number, stretch: Stretch, top: boolean): void {
  for (let at = from; at < stretch.end; ) {
    const frame = stretch.frames.at(-1);
    if (frame !== undefined && at === frame.close) {
      at = closeFrame(state, stretch, frame);
      continue;
    }
    if (top && frame === undefined && state.text[at] === "(") {
      const end = takeConjunction(state, at);
      if (end > at) {
        at = end;
        continue;
      }
    }
    const end = takeSyntax(state, stretch, at);
    at = end > at ? end : takeWord(state, stretch, at, frame?.close ?? stretch.end);
  }
}

/**
 * compel's grammar. Constructs: "weighted" (a word, bracket or quotation with its signs or number), "group" and
 * "quotation" without them, "swap", "and" and "blend" with a "part" for each prompt. A bracket with a counterpart
 * whose inside the grammar does not allow is text, one without is "stray".
 */
export function parseCompel(text: string): SyntaxTree {
  const state: State = { tree: newTree("compel", text), text, partners: pairsOf(text) };
  scan(state, 0, { end: text.length, loose: true, frames: [] }, true);
  return finishTree(state.tree);
}
