import type { GrammarId, SyntaxTree } from "./tree.js";
import type { TreeDraft } from "./tree-draft.js";
import { addToken, addWords, closeNode, finishTree, newTree, openNode, reached } from "./tree-draft.js";

const SPACE = /\s+/uy;
const STRING_PART = /\\(?:u[0-9a-fA-F]{4}|[\s\S])|[^"\\]+|\\$/uy;
/** What stands outside strings: words with single spaces between them. */
const BARE = /[^\s{}[\]:,"]+(?:[^\S\n\r]{1,9}[^\s{}[\]:,"]+)*/uy;
const NUMBER = /^[+-]?(?:\d{1,20}(?:\.\d{0,20})?|\.\d{1,20})(?:e[+-]?\d{1,4})?$/iu;
const LITERAL = /^(?:true|false|null)$/iu;

/** Keys of a path are no longer than this, and a path no deeper; what lies deeper keeps its innermost keys. */
const LONGEST_KEY = 40;
const DEEPEST = 6;

type Node = ReturnType<typeof openNode>;

interface Container {
  readonly node: Node;
  readonly list: boolean;
  key: string | undefined;
  member: Node | undefined;
}

interface State {
  readonly tree: TreeDraft;
  readonly holders: Container[];
}

/** Where the next value stands: `subjects[].action`, from the innermost holders. */
function pathOf({ holders }: State): string {
  let path = "";
  for (const { list, key = "" } of holders.slice(-DEEPEST)) {
    if (list) path += "[]";
    else if (key !== "") path += path === "" ? key : `.${key}`;
  }
  return path;
}

function endMember(holder: Container | undefined, tree: TreeDraft): void {
  if (holder?.member === undefined) return;
  closeNode(tree, holder.member);
  holder.member = undefined;
  holder.key = undefined;
}

function open(state: State, sign: "{" | "["): void {
  const { tree, holders } = state;
  const list = sign === "[";
  const node = openNode(tree, list ? "list" : "object");
  addToken(tree, "open", reached(tree) + 1);
  holders.push({ node, list, key: undefined, member: undefined });
}

/** The wrong closing bracket closes too: a machine that wrote it meant the innermost. */
function close(state: State): void {
  const { tree, holders } = state;
  const holder = holders.pop();
  endMember(holder, tree);
  addToken(tree, holder === undefined ? "stray" : "close", reached(tree) + 1);
  if (holder !== undefined) closeNode(tree, holder.node);
}

/** A string up to its closing quotation mark, or to the end of the text. */
function takeString(state: State): void {
  const { tree } = state;
  const { source } = tree;
  const node = openNode(tree, `string:${pathOf(state)}`);
  const quote = addToken(tree, "quote", reached(tree) + 1);
  for (;;) {
    STRING_PART.lastIndex = reached(tree);
    const match = STRING_PART.exec(source);
    if (match === null) break;
    if (match[0].startsWith("\\")) addToken(tree, "escape", STRING_PART.lastIndex);
    else addWords(tree, STRING_PART.lastIndex);
  }
  const from = quote.end;
  const to = reached(tree);
  if (to < source.length) addToken(tree, "quote", to + 1);
  closeNode(tree, node);
  if (beforeColon(state)) takeKey(state, node, source.slice(from, Math.min(to, from + LONGEST_KEY)));
}

/** Whether what was taken last is a key. */
function beforeColon({ tree, holders }: State): boolean {
  if (holders.at(-1)?.list === true) return false;
  SPACE.lastIndex = reached(tree);
  const space = SPACE.exec(tree.source)?.[0].length ?? 0;
  return tree.source[reached(tree) + space] === ":";
}

function takeKey({ tree, holders }: State, node: Node, key: string): void {
  node.kind = "key";
  const holder = holders.at(-1);
  if (holder === undefined) return;
  endMember(holder, tree);
  // The member holds its key, so it goes before it.
  const member = { kind: "member", start: node.start, end: -1, parent: -1 };
  tree.nodes.splice(tree.nodes.lastIndexOf(node), 0, member);
  holder.member = member;
  holder.key = key;
}

function takeBare(state: State): void {
  const { tree } = state;
  BARE.lastIndex = reached(tree);
  const match = BARE.exec(tree.source);
  if (match === null) return;
  const [run] = match;
  const kind = NUMBER.test(run) ? "number" : LITERAL.test(run) ? "literal" : "bare";
  const node = openNode(tree, `${kind}:${pathOf(state)}`);
  addToken(tree, kind === "bare" ? "text" : kind, BARE.lastIndex);
  closeNode(tree, node);
  if (state.holders.length > 0 && beforeColon(state)) takeKey(state, node, run.slice(0, LONGEST_KEY));
}

function takeSpace(tree: TreeDraft): boolean {
  SPACE.lastIndex = reached(tree);
  if (!SPACE.test(tree.source)) return false;
  addToken(tree, "space", SPACE.lastIndex);
  return true;
}

/**
 * JSON as people and machines write it, valid or not. Tokens: open, close, stray, quote, text, escape, number,
 * literal, colon, separator, space. Nodes: object, list, member, key and, each with the path of its keys behind a
 * colon, string, number, literal and bare (words outside quotation marks): `string:subjects[].action`.
 */
export function parseJsonPrompt(text: string, grammar: GrammarId): SyntaxTree {
  const tree = newTree(grammar, text);
  const state: State = { tree, holders: [] };
  while (reached(tree) < text.length) {
    const at = reached(tree);
    const sign = text[at];
    if (sign === "{" || sign === "[") open(state, sign);
    else if (sign === "}" || sign === "]") close(state);
    else if (sign === '"') takeString(state);
    else if (sign === ":") addToken(tree, "colon", at + 1);
    else if (sign === ",") {
      endMember(state.holders.at(-1), tree);
      addToken(tree, "separator", at + 1);
    } else if (!takeSpace(tree)) takeBare(state);
  }
  for (let holder = state.holders.pop(); holder !== undefined; holder = state.holders.pop()) {
    endMember(holder, tree);
    closeNode(tree, holder.node);
  }
  return finishTree(tree);
}
