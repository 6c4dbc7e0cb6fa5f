import type { Draft } from "./draft.js";
import { newDraft, push, warn, weighPieces } from "./draft.js";
import { takeNetworkTag } from "./network-tag.js";

const TOKEN =
  /\\[()]|<[^<>\n]{1,300}>|:\s{0,9}[+-]?(?:\d{1,9}(?:\.\d{0,9})?|\.\d{1,9})\s{0,9}(?=\))|[()[\]{}|]|[^\\<:()[\]{}|]+|[\s\S]/gu;

/** @source comfyanonymous/ComfyUI, comfy/sd1_clip.py: the factor of a bracket without a number */
const ROUND = 1.1;
const MOST = 1000;

interface Group {
  readonly at: number;
  readonly from: number;
  to: number;
  /** The number before the closing bracket: absolute, whatever stands outside. */
  weight: number | undefined;
}

interface State {
  readonly draft: Draft;
  readonly groups: Group[];
  readonly open: Group[];
  /** Closing brackets too many: as in the reference, each makes the next opening one a letter. */
  debt: number;
  readonly braces: { readonly piece: number; readonly between: number[] }[];
}

function closeGroup(state: State, weight: number | undefined, at: number): void {
  const group = state.open.pop();
  if (group === undefined) {
    state.debt += 1;
    if (state.debt === 1) warn(state.draft, { start: at, end: at + 1 }, '")" closes nothing; it is left out');
    return;
  }
  group.to = state.draft.pieces.length;
  group.weight = weight;
}

function openGroup(state: State, at: number): void {
  if (state.debt > 0) {
    state.debt -= 1;
    return;
  }
  const group = { at, from: state.draft.pieces.length, to: -1, weight: undefined };
  state.groups.push(group);
  state.open.push(group);
}

function takeBrace(state: State, token: string, at: number): void {
  const { draft, braces } = state;
  const inner = braces.at(-1);
  if (token === "{") braces.push({ piece: draft.pieces.length, between: [] });
  else if (token === "|" && inner !== undefined) inner.between.push(push(draft, "option", "", at, at + 1));
  else if (token === "|") push(draft, "break", "", at, at + 1);
  else if (token === "}") {
    braces.pop();
    if (inner === undefined || inner.between.length === 0) return;
    draft.choices.push({ from: inner.piece, to: draft.pieces.length, between: inner.between });
    const start = draft.pieces[inner.piece]?.start ?? at;
    warn(draft, { start, end: at + 1 }, "the generator takes one of these at random; all are kept");
  }
}

/** The first unclosed bracket and all after it are words, as in the reference. */
function groupWeights(state: State): (index: number) => number {
  const literal = state.open[0];
  if (literal !== undefined) {
    const end = state.draft.pieces.at(-1)?.end ?? literal.at + 1;
    warn(state.draft, { start: literal.at, end }, '"(" is never closed; no weight after it counts');
  }
  const within: Group[] = [];
  const products: number[] = [];
  let next = 0;
  return (index) => {
    while ((within.at(-1)?.to ?? index + 1) <= index) {
      within.pop();
      products.pop();
    }
    for (
      let group = state.groups[next];
      group !== undefined && group.from <= index;
      group = state.groups[next]
    ) {
      next += 1;
      if (group.to <= index || (literal !== undefined && group.at >= literal.at)) continue;
      within.push(group);
      products.push(group.weight ?? Math.min(MOST, (products.at(-1) ?? 1) * ROUND));
    }
    return Math.round((products.at(-1) ?? 1) * 1e4) / 1e4;
  };
}

/**
 * ComfyUI's weights: brackets multiply by 1.1, a number before the closing one replaces all outside it, square
 * brackets and braces mean nothing. AND, BREAK and network tags are none here, but `|` still parts phrases.
 * Left to us: when the text ends in ")" with brackets unclosed, the reference takes the outermost pair; we do not.
 */
export function draftComfyui(text: string): Draft {
  const state: State = { draft: newDraft(), groups: [], open: [], debt: 0, braces: [] };
  const scan = new RegExp(TOKEN);
  for (let match = scan.exec(text); match !== null; match = scan.exec(text)) {
    const [token] = match;
    const at = match.index;
    const end = at + token.length;
    if (token === "(") openGroup(state, at);
    else if (token === ")") closeGroup(state, undefined, at);
    else if (/^:\s*[+\-.\d]/u.test(token) && state.open.length > 0) {
      closeGroup(state, Number(token.slice(1)), at);
      scan.lastIndex += 1;
    } else if ("{}|".includes(token)) takeBrace(state, token, at);
    else if (token === "[" || token === "]") continue;
    else if (/^\\[()]/u.test(token)) push(state.draft, "escape", token.slice(1), at, end);
    else if (token.startsWith("<") && token.length > 1) takeNetworkTag(state.draft, token, at);
    else push(state.draft, "text", token, at, end);
  }
  return weighPieces(state.draft, groupWeights(state));
}
