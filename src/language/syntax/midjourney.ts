import { midjourneyParameter } from "../semantics/midjourney-parameters.js";
import type { SyntaxTree } from "./tree.js";
import type { TreeDraft } from "./tree-draft.js";
import { addToken, closeNode, finishTree, newTree, openNode, reached } from "./tree-draft.js";

type Handle = ReturnType<typeof openNode>;
type TokenHandle = ReturnType<typeof addToken>;

/** An open brace with its present alternative. */
interface Braces {
  readonly node: Handle;
  readonly token: TokenHandle;
  /** The alternatives before the present one, with the commas behind them. */
  passed: { readonly option: Handle; readonly comma: TokenHandle }[] | undefined;
  option: Handle;
  /** The parameter whose value the braces are or stand in. */
  readonly within: Parameter | undefined;
  readonly outerPart: Handle | undefined;
}

interface Parameter {
  readonly node: Handle;
  readonly arity: "one" | "many" | "words";
}

interface State {
  readonly tree: TreeDraft;
  readonly braces: Braces[];
  parameter: Parameter | undefined;
  part: Handle | undefined;
}

const COMMAND = /\s{0,99}\/imagine\s{1,9}(?:prompt:\s{0,9})?/iuy;
const ADDRESS = /<?https?:\/\/[^\s<>]{1,2000}>?(?=\s|$)/uy;
const SPACE = /\s{1,9999}/uy;
const FLAG = /(?<![^\s{},])(?:--([a-z][a-z-]{0,20})|[—–]([a-z]{1,12})(?![^\s{},]))/iuy;
const VALUE = /[^\s{},，、]{1,2000}/uy;
const WEIGHT = /::(?:\s?-?(?:\d{1,9}(?:\.\d{0,9})?|\.\d{1,9}))?/uy;
const QUOTED = /"[^"\n]{1,200}"/uy;
const WORDS =
  /(?:[^\s:"{},，、\\]+|:(?!:)){1,400}(?:[^\S\n\r]{1,99}(?!--|[—–])(?:[^\s:"{},，、\\]+|:(?!:)){1,400}){0,400}/uy;

/** Appends what the expression matches at the end of the last token; says whether it did. */
function takes(tree: TreeDraft, expression: RegExp, kind: string): boolean {
  expression.lastIndex = reached(tree);
  if (!expression.test(tree.source)) return false;
  addToken(tree, kind, expression.lastIndex);
  return true;
}

function endParameter(state: State): void {
  if (state.parameter === undefined) return;
  const { tree } = state;
  const { node } = state.parameter;
  closeNode(tree, node);
  const last = tree.tokens.at(-1);
  if (last?.kind === "space" && last.start > node.start) node.end = last.start;
  state.parameter = undefined;
}

function endPart(state: State): void {
  if (state.part !== undefined) closeNode(state.tree, state.part);
  state.part = undefined;
}

function takeFlag(state: State): boolean {
  const { tree } = state;
  FLAG.lastIndex = reached(tree);
  const match = FLAG.exec(tree.source);
  if (match === null) return false;
  const spec = midjourneyParameter(match[1] ?? match[2] ?? "");
  if (spec === undefined && match[2] !== undefined) return false;
  const braces = state.braces.at(-1);
  if (braces === undefined || state.parameter !== braces.within) endParameter(state);
  if (state.braces.length === 0) endPart(state);
  const node = openNode(tree, spec?.arity === "words" ? "exclusion" : "parameter");
  addToken(tree, "flag", FLAG.lastIndex);
  if (spec?.arity === "none") closeNode(tree, node);
  else state.parameter = { node, arity: spec?.arity ?? "many" };
  return true;
}

function openBraces(state: State): void {
  const { tree } = state;
  if (state.parameter === undefined) state.part ??= openNode(tree, "part");
  const node = openNode(tree, "permutation");
  const token = addToken(tree, "open", reached(tree) + 1);
  state.braces.push({
    node,
    token,
    passed: undefined,
    option: openNode(tree, "option"),
    within: state.parameter,
    outerPart: state.part,
  });
  state.part = undefined;
}

/** Ends the present alternative, with the parameter that was begun in it. */
function endOption(state: State, braces: Braces): void {
  if (state.parameter !== braces.within) endParameter(state);
  state.parameter = braces.within;
  state.part = undefined;
  closeNode(state.tree, braces.option);
}

function takeComma(state: State): void {
  const { tree } = state;
  const braces = state.braces.at(-1);
  if (braces === undefined) {
    if (state.parameter?.arity !== "words") endParameter(state);
    addToken(tree, "separator", reached(tree) + 1);
    return;
  }
  endOption(state, braces);
  const comma = addToken(tree, "option", reached(tree) + 1);
  braces.passed ??= [];
  braces.passed.push({ option: braces.option, comma });
  braces.option = openNode(tree, "option");
}

function closeBraces(state: State): void {
  const { tree } = state;
  const braces = state.braces.pop();
  if (braces === undefined) {
    addToken(tree, "stray", reached(tree) + 1);
    return;
  }
  endOption(state, braces);
  addToken(tree, "close", reached(tree) + 1);
  closeNode(tree, braces.node);
  state.part = braces.outerPart;
  if (state.parameter?.arity === "one") endParameter(state);
}

/** Braces that are never closed part nothing: their commas are commas, and the words around them go on. */
function spoilBraces(state: State): void {
  for (const { token, passed = [] } of state.braces) {
    token.kind = "unclosed";
    for (const { option, comma } of passed) {
      option.end = -1;
      comma.kind = "separator";
    }
  }
  const [outermost] = state.braces;
  if (outermost !== undefined) state.part = outermost.outerPart;
}

/** The value of a parameter that takes one, or many parted by spaces. */
function takeValue(state: State): boolean {
  const { parameter, tree } = state;
  if (parameter === undefined || parameter.arity === "words") return false;
  if (!takes(tree, VALUE, "value")) return false;
  const braces = state.braces.at(-1);
  if (parameter.arity === "one" && (braces === undefined || braces.within !== parameter)) endParameter(state);
  return true;
}

function takeWords(state: State): void {
  const { tree } = state;
  const at = reached(tree);
  const sign = tree.source[at]!;
  if (state.parameter === undefined) state.part ??= openNode(tree, "part");
  if (takes(tree, WEIGHT, "weight")) {
    if (state.parameter === undefined) endPart(state);
  } else if (sign === "\\" && /[{},\\]/u.test(tree.source[at + 1] ?? "")) addToken(tree, "escape", at + 2);
  else if (!takes(tree, QUOTED, "quoted") && !takes(tree, WORDS, "text")) addToken(tree, "text", at + 1);
}

function take(state: State): void {
  const { tree } = state;
  const sign = tree.source[reached(tree)]!;
  if (takes(tree, SPACE, "space") || takeFlag(state)) return;
  if (sign === "{") openBraces(state);
  else if (sign === "}") closeBraces(state);
  else if (sign === ",") takeComma(state);
  else if (sign === "，" || sign === "、") addToken(tree, "separator", reached(tree) + 1);
  else if (!takeValue(state)) takeWords(state);
}

/**
 * Midjourney's grammar. Nodes: part (words with their "::" weight; in braces only where there is one), permutation with an option for each
 * alternative, parameter, exclusion (`--no`). Tokens: command, address (images in front), text, space, separator,
 * quoted, escape, weight, flag, value, open, option and close of braces, "unclosed" and "stray" ones. What stands
 * behind a complete parameter is words again; an unknown parameter takes all up to the next flag.
 */
export function parseMidjourney(text: string): SyntaxTree {
  const tree = newTree("midjourney", text);
  const state: State = { tree, braces: [], parameter: undefined, part: undefined };
  takes(tree, COMMAND, "command");
  do takes(tree, SPACE, "space");
  while (takes(tree, ADDRESS, "address"));
  while (reached(tree) < text.length) take(state);
  endParameter(state);
  spoilBraces(state);
  endPart(state);
  return finishTree(tree);
}
