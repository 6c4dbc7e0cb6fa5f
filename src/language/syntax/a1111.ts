import type { SyntaxTree } from "./tree.js";
import type { TreeDraft } from "./tree-draft.js";
import { addToken, addWords, closeNode, finishTree, newTree, openNode, reached } from "./tree-draft.js";

/** All that is not plain words. Every part is bounded, so that a text of nothing but signs stays linear. */
const SIGN =
  /\\[\\()[\]{}:|]|<[\w.-]{1,40}:[^<>\n]{1,300}>|(?<![\p{L}\p{N}_])(?:AND|BREAK)(?![\p{L}\p{N}_])|:\s{0,9}[+-]?(?:\d{1,9}(?:\.\d{0,9})?|\.\d{1,9})\s{0,9}(?=[)\]]|AND(?![\p{L}\p{N}_])|$)|__[\p{L}\p{N}*][^\s,:|{}()[\]<>]{0,80}?__|[()[\]{}:|\n\r，、]|(?<!\d),|,(?!\d)/gu;

/** How many of a choice are drawn, and what joins them: `2$$`, `1-3$$ and $$`. */
const COUNT = /\s{0,9}(?:\d{1,3}(?:-\d{0,3})?|-\d{1,3})\$\$(?:[^{}|$]{0,20}\$\$)?/uy;
/** How likely an alternative is: `0.5::`. */
const CHANCE = /\s{0,9}(?:\d{1,9}(?:\.\d{0,9})?|\.\d{1,9})::/uy;

type Node = ReturnType<typeof openNode>;
type Shape = "round" | "square" | "curly";

/** What stands directly within a bracket; most hold neither. */
interface Inside {
  readonly colons: ReturnType<typeof addToken>[];
  bars: number;
}

interface State {
  readonly tree: TreeDraft;
  /** Open brackets by shape, for they close independently of each other. */
  readonly round: Node[];
  readonly square: Node[];
  readonly curly: Node[];
  readonly inside: Map<Node, Inside>;
  part: Node;
  composed: boolean;
}

/** The innermost open bracket, whichever its kind. */
function innermost({ round, square, curly }: State): Shape | undefined {
  const r = round.at(-1)?.start ?? -1;
  const s = square.at(-1)?.start ?? -1;
  const c = curly.at(-1)?.start ?? -1;
  if (r < 0 && s < 0 && c < 0) return undefined;
  if (r > s && r > c) return "round";
  return s > c ? "square" : "curly";
}

const NODE_KIND = { round: "emphasis", square: "attenuation", curly: "braces" } as const;

function insideOf({ inside }: State, node: Node): Inside {
  const known = inside.get(node);
  if (known !== undefined) return known;
  const made = { colons: [], bars: 0 };
  inside.set(node, made);
  return made;
}

function kindOf(state: State, shape: Shape, node: Node): string {
  if (shape === "round" || (state.inside.get(node)?.bars ?? 0) === 0) return NODE_KIND[shape];
  return shape === "square" ? "alternation" : "choice";
}

/** Takes `pattern` at the end of the last token and says how far was read. */
function takeIf(tree: TreeDraft, pattern: RegExp, kind: string): number {
  pattern.lastIndex = reached(tree);
  const match = pattern.exec(tree.source);
  if (match !== null) addToken(tree, kind, pattern.lastIndex);
  return reached(tree);
}

function open(state: State, shape: Shape, at: number): number {
  const { tree } = state;
  state[shape].push(openNode(tree, NODE_KIND[shape]));
  addToken(tree, "open", at + 1);
  if (shape !== "curly") return at + 1;
  takeIf(tree, COUNT, "count");
  return takeIf(tree, CHANCE, "chance");
}

function close(state: State, shape: Shape, end: number): void {
  const node = state[shape].pop();
  addToken(state.tree, node === undefined ? "stray" : "close", end);
  if (node !== undefined) closeNode(state.tree, node, kindOf(state, shape, node));
}

/** Unclosed brackets end with their part. */
function closePart(state: State): void {
  for (const shape of ["round", "square", "curly"] as const) {
    for (const node of state[shape].splice(0)) closeNode(state.tree, node, kindOf(state, shape, node));
  }
  if (state.composed) closeNode(state.tree, state.part);
}

/** `:0.5` is a weight before ")", a moment before "]", the weight of a part before AND or the end; else words. */
function takeNumber(state: State, end: number): number {
  const { tree } = state;
  const next = tree.source[end];
  if (next === ")" && state.round.length > 0) addToken(tree, "weight", end);
  else if (next === "]" && innermost(state) === "square") {
    addToken(tree, "when", end);
    const node = state.square.pop();
    addToken(tree, "close", end + 1);
    if (node === undefined) return end + 1;
    for (const colon of state.inside.get(node)?.colons ?? []) colon.kind = "colon";
    closeNode(tree, node, "schedule");
    return end + 1;
  } else if (next === "A" || (next === undefined && state.composed)) addToken(tree, "part-weight", end);
  return end;
}

function takeBar(state: State, end: number): number {
  addToken(state.tree, "bar", end);
  const shape = innermost(state);
  const node = shape === undefined ? undefined : state[shape].at(-1);
  if (node !== undefined && shape !== "round") insideOf(state, node).bars += 1;
  return shape === "curly" ? takeIf(state.tree, CHANCE, "chance") : end;
}

function takeAnd(state: State, end: number): void {
  state.composed = true;
  closePart(state);
  addToken(state.tree, "and", end);
  state.part = openNode(state.tree, "part");
}

function takeColon(state: State, end: number): void {
  const node = innermost(state) === "square" ? state.square.at(-1) : undefined;
  if (node !== undefined) insideOf(state, node).colons.push(addToken(state.tree, "text", end));
}

const SHAPE = {
  "(": "round",
  ")": "round",
  "[": "square",
  "]": "square",
  "{": "curly",
  "}": "curly",
} as const;

/** Takes one sign and says where the scan goes on. */
function take(state: State, sign: string, at: number): number {
  const { tree } = state;
  const end = at + sign.length;
  if (sign.length > 1 && sign.startsWith(":")) return takeNumber(state, end);
  if (sign === ":") takeColon(state, end);
  else if (sign === "(" || sign === "[" || sign === "{") return open(state, SHAPE[sign], at);
  else if (sign === ")" || sign === "]" || sign === "}") close(state, SHAPE[sign], end);
  else if (sign === "|") return takeBar(state, end);
  else if (sign === "AND") takeAnd(state, end);
  else if (sign === "BREAK") addToken(tree, "break", end);
  else if (sign.startsWith("\\")) addToken(tree, "escape", end);
  else if (sign.startsWith("<")) addToken(tree, "network", end);
  else if (sign.startsWith("__")) addToken(tree, "wildcard", end);
  else addToken(tree, "separator", end);
  return end;
}

/**
 * AUTOMATIC1111's grammar with dynamic-prompts braces and wildcards. Tokens: text, space, separator, escape, open,
 * close, stray (closes nothing), weight, when, colon (of a schedule), bar, and, part-weight, break, network,
 * wildcard, count and chance (of a choice). Nodes: emphasis, attenuation, schedule, alternation, choice, braces and,
 * where AND stands, part. A bracket that is never closed ends with its part.
 */
export function parseA1111(text: string): SyntaxTree {
  const tree = newTree("a1111", text);
  const part = openNode(tree, "part");
  const inside = new Map<Node, Inside>();
  const state: State = { tree, round: [], square: [], curly: [], inside, part, composed: false };
  const scan = new RegExp(SIGN);
  for (let match = scan.exec(text); match !== null; match = scan.exec(text)) {
    addWords(tree, match.index);
    scan.lastIndex = take(state, match[0], match.index);
  }
  addWords(tree, text.length);
  closePart(state);
  return finishTree(tree);
}
