import type { SyntaxTree } from "./tree.js";
import type { TreeDraft } from "./tree-draft.js";
import { addToken, addWords, closeNode, finishTree, newTree, openNode } from "./tree-draft.js";

const SIGN =
  /\\{1,4}[()[\]{}]|-?(?<![\w.])(?:\d{1,9}(?:\.\d{0,9})?|\.\d{1,9})::|::|[{}[\]|\n\r，、]|(?<!\d),|,(?!\d)/gu;

type Kind = "strong" | "weak" | "numbered";

interface Opening {
  readonly kind: Kind;
  readonly node: ReturnType<typeof openNode>;
  readonly token: ReturnType<typeof addToken>;
}

interface State {
  readonly tree: TreeDraft;
  readonly open: Opening[];
  /** How many of each kind are open, which says without a search whether one can close. */
  readonly counts: Record<Kind, number>;
  part: ReturnType<typeof openNode>;
}

function begin(state: State, kind: Kind, end: number): void {
  const node = openNode(state.tree, kind);
  const token = addToken(state.tree, kind === "numbered" ? "weight" : "open", end);
  state.open.push({ kind, node, token });
  state.counts[kind] += 1;
}

/** Ends what is open down to the innermost `kind`, without that one, which it returns; all when there is none. */
function endInner(state: State, kind?: Kind): Opening | undefined {
  for (let opening = state.open.pop(); opening !== undefined; opening = state.open.pop()) {
    state.counts[opening.kind] -= 1;
    if (opening.kind === kind) return opening;
    closeNode(state.tree, opening.node);
    if (opening.token.kind === "open") opening.token.kind = "unclosed";
  }
  return undefined;
}

/** The closing sign of `kind`: it ends the innermost such construct with all that was opened within it. */
function close(state: State, kind: Kind, end: number): void {
  const stray = state.counts[kind] === 0;
  const opening = stray ? undefined : endInner(state, kind);
  addToken(state.tree, stray ? "stray" : "close", end);
  if (opening !== undefined) closeNode(state.tree, opening.node);
}

function take(state: State, sign: string, end: number): void {
  const { tree, counts } = state;
  if (sign === "{" || sign === "[") begin(state, sign === "{" ? "strong" : "weak", end);
  else if (sign === "}" || sign === "]") close(state, sign === "}" ? "strong" : "weak", end);
  else if (sign === "::") close(state, "numbered", end);
  else if (sign.endsWith("::")) {
    const last = counts.numbered > 0 ? endInner(state, "numbered") : undefined;
    if (last !== undefined) closeNode(tree, last.node);
    begin(state, "numbered", end);
  } else if (sign === "|") {
    endInner(state);
    closeNode(tree, state.part);
    addToken(tree, "character", end);
    state.part = openNode(tree, "character");
  } else addToken(tree, sign.startsWith("\\") ? "escape" : "separator", end);
}

/**
 * NovelAI's grammar. Nodes: strong (braces), weak (square brackets), numbered, base and, behind "|", character. A
 * construct that is never closed lasts to the end of its character; one that closes ends what was opened within
 * it, so that nothing crosses. Tokens: text, space, separator, escape, open, close, weight, character, "unclosed"
 * for an opening bracket without its counterpart and "stray" for a closing sign that closes nothing.
 */
export function parseNovelai(text: string): SyntaxTree {
  const tree = newTree("novelai", text);
  const counts = { strong: 0, weak: 0, numbered: 0 };
  const state: State = { tree, open: [], counts, part: openNode(tree, "base") };
  for (const { 0: sign, index } of text.matchAll(SIGN)) {
    addWords(tree, index);
    take(state, sign, index + sign.length);
  }
  addWords(tree, text.length);
  endInner(state);
  closeNode(tree, state.part);
  return finishTree(tree);
}
