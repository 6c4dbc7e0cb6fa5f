import { cleanPhrase, wordRange } from "../clean-phrase.js";
import type { Segment } from "../segments.js";
import type { Stretch } from "./prose-clauses.js";
import { clausesOf, JOINER, SENTENCE_END, splitAt } from "./prose-clauses.js";
import type { SyntaxTree } from "./tree.js";
import type { TreeDraft } from "./tree-draft.js";
import { addToken, closeNode, finishTree, newTree, openNode, reached } from "./tree-draft.js";

const LABEL = /^\s*(?:[-*•]|\d{1,2}[.)])\s+/u;

/** Where a clause's list label, linking word and own words end or begin; undefined when it has no words. */
interface Clause {
  readonly label: number;
  readonly joiner: number;
  readonly start: number;
  readonly end: number;
}

function clauseAt(text: string, { from, to }: Segment): Clause | undefined {
  const raw = text.slice(from, to);
  const label = LABEL.exec(raw)?.[0].length ?? 0;
  const range = wordRange(raw.slice(label));
  const words = raw.slice(label + range.from, label + range.to);
  const joiner = JOINER.exec(words)?.[0].length ?? 0;
  if (cleanPhrase(words.slice(joiner), { underscores: false }) === "") return undefined;
  const begins = from + label + range.from;
  return { label: from + label, joiner: begins, start: begins + joiner, end: from + label + range.to };
}

/** Appends what lies between words: white space and marks. */
function fill(tree: TreeDraft, to: number, kind: "mark" | "label" | "joiner"): void {
  const from = reached(tree);
  for (const { 0: run, index } of tree.source.slice(from, to).matchAll(/\s+|\S+/gu)) {
    addToken(tree, /\s/u.test(run[0] ?? "") ? "space" : kind, from + index + run.length);
  }
}

function addSentence(tree: TreeDraft, { from, to, mark }: Stretch): void {
  const segments = clausesOf(tree.source.slice(from, to));
  const clauses = segments.flatMap(
    (segment) => clauseAt(tree.source, { from: from + segment.from, to: from + segment.to }) ?? [],
  );
  if (clauses.length === 0) return;
  fill(tree, from, "mark");
  const spaced = /\s*/uy;
  spaced.lastIndex = from;
  spaced.test(tree.source);
  fill(tree, Math.min(spaced.lastIndex, clauses[0]!.start), "mark");
  const sentence = openNode(tree, "sentence");
  for (const clause of clauses) {
    fill(tree, clause.label, clause === clauses[0] ? "label" : "mark");
    fill(tree, clause.joiner, "mark");
    const node = openNode(tree, "clause");
    fill(tree, clause.start, "joiner");
    addToken(tree, "text", clause.end);
    closeNode(tree, node);
  }
  fill(tree, to + mark.trim().length, "mark");
  closeNode(tree, sentence);
}

/**
 * Sentences and their clauses, parted where a reader would begin a phrase of its own. Lists of single words,
 * relative clauses, leading "In the background," and rows of adjectives stay with what they belong to. Nodes:
 * sentence (with its mark), clause. Tokens: text (all words of a clause, commas included), space, mark, label (of
 * a list's line), joiner ("and" in front of a clause).
 */
export function parseProse(text: string): SyntaxTree {
  const tree = newTree("prose", text);
  for (const sentence of splitAt(text, SENTENCE_END)) addSentence(tree, sentence);
  fill(tree, text.length, "mark");
  return finishTree(tree);
}
