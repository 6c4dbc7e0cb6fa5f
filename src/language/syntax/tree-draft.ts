import type { GrammarId, SyntaxNode, SyntaxTree } from "./tree.js";

interface Run {
  kind: string;
  readonly start: number;
  /** Of a node: -1 as long as it is open; a node that never ends is none. */
  end: number;
}

interface Construct extends Run {
  parent: number;
}

/** A tree in the making. Each token begins where the last one ends, so that tokens tile whatever a parser does. */
export interface TreeDraft {
  readonly grammar: GrammarId;
  readonly source: string;
  readonly tokens: Run[];
  /** In order of their starts. */
  readonly nodes: Construct[];
}

export function newTree(grammar: GrammarId, source: string): TreeDraft {
  return { grammar, source, tokens: [], nodes: [] };
}

/** Where the next token begins. */
export function reached(tree: TreeDraft): number {
  return tree.tokens.at(-1)?.end ?? 0;
}

/** Appends the token up to `end` and returns it; its kind may change later. It must not be empty. */
export function addToken(tree: TreeDraft, kind: string, end: number): Run {
  const token = { kind, start: reached(tree), end };
  tree.tokens.push(token);
  return token;
}

/** Opens a node at the next token. */
export function openNode(tree: TreeDraft, kind: string): Construct {
  const node = { kind, start: reached(tree), end: -1, parent: -1 };
  tree.nodes.push(node);
  return node;
}

/** Ends a node at the last token. */
export function closeNode(tree: TreeDraft, node: Run, kind: string = node.kind): void {
  node.kind = kind;
  node.end = reached(tree);
}

const SPACE = /\s/u;

/** Appends what lies before `end` as words, the white space around them apart. */
export function addWords(tree: TreeDraft, end: number): void {
  const start = reached(tree);
  if (end <= start) return;
  const { source } = tree;
  let from = start;
  let to = end;
  while (from < to && SPACE.test(source[from] ?? "")) from += 1;
  while (to > from && SPACE.test(source[to - 1] ?? "")) to -= 1;
  if (from > start) addToken(tree, "space", from);
  if (to > from) addToken(tree, "text", to);
  if (end > to) addToken(tree, "space", end);
}

/** The tree, once every token is in. Of two nodes that cross, the one that begins later is left out. */
export function finishTree(tree: TreeDraft): SyntaxTree {
  const nodes: SyntaxNode[] = [];
  const holders: number[] = [];
  for (const node of tree.nodes) {
    const { start, end } = node;
    if (end <= start) continue;
    while ((nodes[holders.at(-1) ?? -1]?.end ?? Number.POSITIVE_INFINITY) <= start) holders.pop();
    node.parent = holders.at(-1) ?? -1;
    if ((nodes[node.parent]?.end ?? end) < end) continue;
    holders.push(nodes.push(node) - 1);
  }
  return { grammar: tree.grammar, source: tree.source, tokens: tree.tokens, nodes };
}
