import type { SyntaxTree } from "./tree.js";
import type { TreeDraft } from "./tree-draft.js";
import { addToken, closeNode, finishTree, newTree, openNode, reached } from "./tree-draft.js";

/** Tags between commas and line ends, white space around them apart. */
const LISTED = /[,，、\n\r]|[^\S\n\r]+|[^\s,，、]+(?:[^\S\n\r]+[^\s,，、]+)*/gu;
/** A prompt without commas and line ends is a query: white space parts its tags. */
const QUERIED = /\s+|\S+/gu;

const BRACKET = /\\{1,2}[()]|[()]/gu;

/** Faces made of signs, which boorus use as tags: ^_^, @_@, (o)_(o). */
const FACE = /^(?!.*[\p{L}\p{N}]{2}|[\p{L}\p{N}]+_\()[^\s_]{1,3}_[^\s_]{1,3}$/u;

/** Whether the underscore of a tag is a part of a face and no space. */
export function isFace(tag: string): boolean {
  return tag.length <= 7 && FACE.test(tag);
}

/** Categories that may stand before a tag; other words before a colon restrict a search. */
const CATEGORY = /^(?:artist|art|character|char|copyright|copy|co|ch|general|gen|meta):(?=[^\s)(])/u;
const RESTRICTION =
  /^(?:rating|score|order|date|id|user|width|height|ratio|filetype|limit|status|source|age|mpixels|tagcount|fav|pool|parent|md5):(?=\S)/u;

function addTo(tree: TreeDraft, kind: string, end: number): void {
  if (end > reached(tree)) addToken(tree, kind, end);
}

/** The words of a tag; brackets after an underscore or a space hold a qualifier. */
function addName(tree: TreeDraft, start: number, end: number): void {
  const name = tree.source.slice(start, end);
  const face = isFace(name);
  let qualifier: ReturnType<typeof openNode> | undefined;
  for (const { 0: bracket, index } of name.matchAll(BRACKET)) {
    addTo(tree, "text", start + index);
    const opens = bracket.endsWith("(");
    if (opens && !face && index > 0 && /[_\s]/u.test(name[index - 1] ?? "")) {
      qualifier ??= openNode(tree, "qualifier");
    }
    addToken(tree, bracket.length > 1 ? "escape" : "bracket", start + index + bracket.length);
    if (!opens && qualifier !== undefined) {
      closeNode(tree, qualifier);
      qualifier = undefined;
    }
  }
  addTo(tree, "text", end);
}

function addTag(tree: TreeDraft, start: number, end: number): void {
  const text = tree.source.slice(start, end);
  const excluded = /^-[\p{L}\p{N}(\\]/u.test(text);
  const exclusion = excluded ? openNode(tree, "exclusion") : undefined;
  if (excluded) addToken(tree, "minus", start + 1);
  const from = reached(tree);
  const tag = tree.source.slice(from, end);
  const restriction = RESTRICTION.exec(tag);
  const prefix = restriction ?? CATEGORY.exec(tag);
  const node = openNode(tree, restriction === null ? "tag" : "restriction");
  if (prefix !== null) addToken(tree, restriction === null ? "category" : "key", from + prefix[0].length);
  if (restriction === null) addName(tree, reached(tree), end);
  else addToken(tree, "value", end);
  closeNode(tree, node);
  if (exclusion !== undefined) closeNode(tree, exclusion);
}

/**
 * Danbooru tags: `long_hair`, `name_(series)`, brackets escaped or not, `-tag` excluded, `artist:name`. Tokens: text,
 * space, separator, bracket, escape, minus, category, key, value. Nodes: tag, qualifier, exclusion, restriction
 * (what narrows a search: `rating:general`).
 */
export function parseDanbooru(text: string): SyntaxTree {
  const tree = newTree("danbooru", text);
  const listed = /[,，、\n\r]/u.test(text);
  for (const { 0: run, index } of text.matchAll(listed ? LISTED : QUERIED)) {
    const end = index + run.length;
    if (/^[,，、\n\r]/u.test(run) && listed) addToken(tree, "separator", end);
    else if (/^\s/u.test(run)) addToken(tree, "space", end);
    else addTag(tree, index, end);
  }
  return finishTree(tree);
}
