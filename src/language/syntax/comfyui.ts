import type { SyntaxTree } from "./tree.js";
import type { TreeDraft } from "./tree-draft.js";
import { addToken, addWords, closeNode, finishTree, newTree, openNode } from "./tree-draft.js";

const SIGN =
  /\\[()]|<[\w.-]{1,40}:[^<>\n]{1,300}>|:\s{0,9}[+-]?(?:\d{1,9}(?:\.\d{0,9})?|\.\d{1,9})(?:e[+-]?\d{1,3})?\s{0,9}(?=\))|(?<![\p{L}\p{N}_])embedding:(?!\s{0,9}[+-]?[\d.]{1,20}\s{0,9}\))[^\s,:()[\]{}|<>\\]{1,200}|[()[\]{}|\n\r，、]|(?<!\d),|,(?!\d)/gu;

type Node = ReturnType<typeof openNode>;

interface State {
  readonly tree: TreeDraft;
  /** Round brackets in order: what each may hold, and the places of its two tokens; -1 as long as it is open. */
  readonly pairs: Node[];
  readonly opens: number[];
  readonly closes: number[];
  /** Places among the pairs of those that stand open. */
  readonly open: number[];
  readonly braces: { readonly node: Node; bars: number }[];
  /** Closing brackets too many: as in the reference, each makes the next opening one a letter. */
  debt: number;
}

function openRound(state: State, end: number): void {
  const { tree } = state;
  if (state.debt > 0) {
    state.debt -= 1;
    addToken(tree, "stray", end);
    return;
  }
  state.open.push(state.pairs.push(openNode(tree, "emphasis")) - 1);
  state.opens.push(tree.tokens.length);
  state.closes.push(-1);
  addToken(tree, "open", end);
}

function closeRound(state: State, end: number): void {
  const pair = state.open.pop();
  if (pair === undefined) state.debt += 1;
  else state.closes[pair] = state.tree.tokens.length;
  addToken(state.tree, pair === undefined ? "stray" : "close", end);
}

function takeBrace(state: State, sign: string, end: number): void {
  const { tree, braces } = state;
  if (sign === "{") {
    braces.push({ node: openNode(tree, "braces"), bars: 0 });
    addToken(tree, "open-brace", end);
  } else if (sign === "|") {
    const inner = braces.at(-1);
    if (inner !== undefined) inner.bars += 1;
    addToken(tree, "bar", end);
  } else {
    const inner = braces.pop();
    addToken(tree, inner === undefined ? "inert" : "close-brace", end);
    if (inner !== undefined) closeNode(tree, inner.node, inner.bars > 0 ? "choice" : "braces");
  }
}

/** A number counts only in a bracket and behind something: "(:2)" holds words. */
function takeWeight({ tree, open, opens }: State, end: number): void {
  const inner = open.at(-1);
  if (inner !== undefined && opens[inner] !== tree.tokens.length - 1) addToken(tree, "weight", end);
}

/** Brackets at the very end of the text, weights between them: their places among the tokens, last first. */
function trailingCloses({ tokens }: TreeDraft): number[] {
  const found: number[] = [];
  for (let index = tokens.length - 1; index >= 0; index -= 1) {
    const kind = tokens[index]?.kind;
    if (kind === "close") found.push(index);
    else if (kind !== "weight" || tokens[index + 1]?.kind !== "close") break;
  }
  return found;
}

/**
 * The reference looks only at the ends of what stands from an unclosed bracket on: brackets that end the text
 * close the outermost ones still open; from the first that stays open on, all brackets are letters.
 */
function settle({ tree, pairs, opens, closes, open }: State): void {
  const { tokens } = tree;
  const ending = open.length === 0 ? [] : trailingCloses(tree);
  if (ending.length > 0) {
    const places = new Set(ending);
    let next = 0;
    closes.forEach((close, pair) => {
      if (close >= 0 && !places.has(close)) return;
      closes[pair] = ending[next] ?? -1;
      next += 1;
    });
  }
  let literal = false;
  pairs.forEach((node, pair) => {
    const opening = tokens[opens[pair] ?? -1];
    const close = closes[pair] ?? -1;
    const closing = tokens[close];
    const weight = tokens[close - 1];
    if (closing !== undefined && !literal) node.end = closing.end;
    else if (opening !== undefined) opening.kind = literal ? "inert" : "unclosed";
    if (literal && closing !== undefined) closing.kind = "inert";
    if (literal && weight?.kind === "weight") weight.kind = "text";
    literal ||= closing === undefined;
  });
}

/**
 * ComfyUI's grammar. Tokens: text, space, separator, escape, open, close, weight, stray (a bracket that closes or
 * opens nothing), unclosed, inert (square brackets, single braces, brackets behind an unclosed one), open-brace, close-brace, bar, embedding,
 * network. Nodes: emphasis, choice, braces.
 */
export function parseComfyui(text: string): SyntaxTree {
  const tree = newTree("comfyui", text);
  const state: State = { tree, pairs: [], opens: [], closes: [], open: [], braces: [], debt: 0 };
  const scan = new RegExp(SIGN);
  for (let match = scan.exec(text); match !== null; match = scan.exec(text)) {
    const [sign] = match;
    const end = match.index + sign.length;
    addWords(tree, match.index);
    if (sign === "(") openRound(state, end);
    else if (sign === ")") closeRound(state, end);
    else if (sign === "{" || sign === "}" || sign === "|") takeBrace(state, sign, end);
    else if (sign === "[" || sign === "]") addToken(tree, "inert", end);
    else if (sign.startsWith(":")) takeWeight(state, end);
    else if (sign.startsWith("\\")) addToken(tree, "escape", end);
    else if (sign.startsWith("<")) addToken(tree, "network", end);
    else if (sign.startsWith("embedding")) addToken(tree, "embedding", end);
    else addToken(tree, "separator", end);
  }
  addWords(tree, text.length);
  settle(state);
  return finishTree(tree);
}
