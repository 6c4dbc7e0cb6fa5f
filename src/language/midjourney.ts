import type { Draft, Piece } from "./draft.js";
import { newDraft, push, warn } from "./draft.js";
import { piecesWithin } from "./node-pieces.js";
import type { Flag } from "./phrase.js";
import { parseMidjourney } from "./syntax/midjourney.js";
import type { SyntaxNode, SyntaxTree, Token } from "./syntax/tree.js";

/** @source Midjourney's documentation: `--no x` is the multi-prompt `x::-0.5` */
const NO_WEIGHT = 0.5;

interface MidjourneyDraft {
  readonly draft: Draft;
  /** Words of `--no`, as their own draft. */
  readonly excluded: Draft;
  readonly parameters: readonly Flag[];
  readonly images: readonly string[];
}

/** A draft with the braces that stand open in it. */
interface Reading {
  readonly draft: Draft;
  readonly braces: { readonly start: number; readonly from: number; readonly between: number[] }[];
}

function closeBraces({ draft, braces }: Reading, end: number): void {
  const closed = braces.pop();
  if (closed === undefined || closed.between.length === 0) return;
  const { start, from, between } = closed;
  draft.choices.push({ from, to: draft.pieces.length, between });
  warn(draft, { start, end }, "a permutation stands for several prompts; all its words are kept");
}

function takeToken(reading: Reading, source: string, { kind, start, end }: Token): void {
  const { draft, braces } = reading;
  if (kind === "text" || kind === "space" || kind === "separator" || kind === "quoted" || kind === "value") {
    push(draft, "text", source.slice(start, end), start, end);
  } else if (kind === "escape") push(draft, "escape", source.slice(start + 1, end), start, end);
  else if (kind === "weight" || kind === "flag") push(draft, "break", "", start, end);
  else if (kind === "open") braces.push({ start, from: draft.pieces.length, between: [] });
  else if (kind === "option") braces.at(-1)?.between.push(push(draft, "option", "", start, end));
  else if (kind === "close") closeBraces(reading, end);
  else if (kind === "stray" || kind === "unclosed") {
    warn(draft, { start, end }, `"${source[start]}" has no counterpart; it is left out`);
  }
}

/** Sorts the tokens into what is asked for and what is excluded; parameters' values are neither. */
function takeTokens({ source, tokens, nodes }: SyntaxTree, asked: Reading, excluded: Reading): void {
  const settings = nodes.filter(({ kind }) => kind === "parameter" || kind === "exclusion");
  let next = 0;
  for (const token of tokens) {
    while ((settings[next]?.end ?? Number.POSITIVE_INFINITY) <= token.start) next += 1;
    const setting = settings[next];
    if (setting === undefined || setting.start > token.start) takeToken(asked, source, token);
    else if (setting.kind === "exclusion") takeToken(excluded, source, token);
    else if (token.kind === "flag") takeToken(asked, source, token);
  }
}

/** A part's number stands behind it; a negative one is scaled so that `--no` strength is neutral. */
function weighPart({ pieces }: Draft, source: string, part: SyntaxNode): void {
  const number = /::\s?(-?[\d.]{1,20})$/u.exec(source.slice(Math.max(part.start, part.end - 24), part.end));
  const weight = Number(number?.[1] ?? 1);
  const { from, to } = piecesWithin(pieces, part);
  for (let index = from; index < to; index += 1) {
    (pieces[index] as Piece).weight = weight < 0 ? weight / NO_WEIGHT : weight;
  }
}

function readFlag(source: string, { start, end }: SyntaxNode, flagEnd: number): Flag {
  const flag = source.slice(start, flagEnd).replace(/^(?:--|[—–])/u, "");
  return { flag: flag.toLowerCase(), value: source.slice(flagEnd, end).trim() };
}

/** Image addresses in front, words with `::` weights, flags behind; `{a, b}` are alternatives. */
export function draftMidjourney(text: string): MidjourneyDraft {
  const tree = parseMidjourney(text);
  const draft = newDraft();
  const excluded = newDraft();
  takeTokens(tree, { draft, braces: [] }, { draft: excluded, braces: [] });
  for (const part of tree.nodes) if (part.kind === "part") weighPart(draft, text, part);
  for (const piece of excluded.pieces) piece.weight = -1;
  const flags = new Map(
    tree.tokens.filter(({ kind }) => kind === "flag").map(({ start, end }) => [start, end]),
  );
  const parameters = tree.nodes
    .filter(({ kind }) => kind === "parameter")
    .map((node) => readFlag(text, node, flags.get(node.start) ?? node.end));
  const images = tree.tokens
    .filter(({ kind }) => kind === "address")
    .map(({ start, end }) => text.slice(start, end).replace(/^<|>$/gu, ""));
  return { draft, excluded, parameters, images };
}
