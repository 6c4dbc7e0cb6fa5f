import type { SyntaxTree } from "./tree.js";
import type { TreeDraft } from "./tree-draft.js";
import { addToken, addWords, closeNode, finishTree, newTree, openNode, reached } from "./tree-draft.js";

const SIGN = /\\{1,2}[()[\]{}]|[\n\r，、]|(?<!\d),|,(?!\d)/gu;

/** Appends what lies before `end` and says it is part of a tag, which begins with its first word. */
function addTagWords(tree: TreeDraft, tag: ReturnType<typeof openNode> | undefined, end: number): typeof tag {
  if (reached(tree) >= end) return tag;
  const begins = /\S/u.exec(tree.source.slice(reached(tree), end))?.index;
  if (tag !== undefined || begins === undefined) {
    addWords(tree, end);
    return tag;
  }
  if (begins > 0) addToken(tree, "space", reached(tree) + begins);
  const begun = openNode(tree, "tag");
  addWords(tree, end);
  return begun;
}

function closeTag(tree: TreeDraft, tag: ReturnType<typeof openNode> | undefined): void {
  if (tag === undefined) return;
  closeNode(tree, tag);
  const last = tree.tokens.at(-1);
  if (last?.kind === "space") tag.end = last.start;
}

/** Comma tags. Tokens: text, space, separator, escape. Nodes: tag. */
export function parseTags(text: string): SyntaxTree {
  const tree = newTree("tags", text);
  let tag: ReturnType<typeof openNode> | undefined;
  for (const { 0: sign, index } of text.matchAll(SIGN)) {
    tag = addTagWords(tree, tag, index);
    if (sign.startsWith("\\")) {
      tag ??= openNode(tree, "tag");
      addToken(tree, "escape", index + sign.length);
    } else {
      closeTag(tree, tag);
      tag = undefined;
      addToken(tree, "separator", index + sign.length);
    }
  }
  tag = addTagWords(tree, tag, text.length);
  closeTag(tree, tag);
  return finishTree(tree);
}
