const NUMBER = String.raw`(?:\d{1,9}(?:\.\d{0,9})?|\.\d{1,9})`;
const SIGNS = String.raw`\+{1,2000}|-{1,2000}`;

/** One word of the grammar: escapes, and signs that stand before a letter. */
export const WORD: RegExp = /(?:[^\s()",.+\-=\\]|\\[()",.+\-=]?|[+-](?![\s()",.+\-=]|$)){1,2000}/uy;
/** What weighs the word before it. */
export const WORD_WEIGHT: RegExp = new RegExp(
  String.raw`\.attend\(\s*(?:${SIGNS}|[+-]?${NUMBER})\s*\)|${SIGNS}`,
  "uy",
);
/** What weighs the bracket or quotation before it. */
export const GROUP_WEIGHT: RegExp = new RegExp(`${WORD_WEIGHT.source}|${NUMBER}`, "uy");
/** A call of an adapter, compel's or a pasted network tag. */
export const ADAPTER: RegExp = new RegExp(
  String.raw`(?:use|with)Lora\(\s*[\w-]{1,200}\s*(?:,\s*[+-]?${NUMBER})?\s*\)|<[a-zA-Z]{2,12}:[^<>\n()",]{1,300}>`,
  "uy",
);
export const SWAP = ".swap(";
/** The settings of a swap, up to its bracket. */
export const OPTIONS: RegExp =
  /,\s{0,9}[\w.+-]{1,40}(?:\s{0,9}=\s{0,9}[\w.+-]{1,40})?(?:\s{0,9},\s{0,9}[\w.+-]{1,40}(?:\s{0,9}=\s{0,9}[\w.+-]{1,40})?){0,8}\s{0,9}(?=\))/uy;

/** Where a sticky expression's match at `at` ends; `at` itself when there is none. */
export function matchEnd(expression: RegExp, text: string, at: number): number {
  expression.lastIndex = at;
  const end = expression.test(text) ? expression.lastIndex : at;
  expression.lastIndex = 0;
  return end;
}

interface Frame {
  readonly at: number;
  readonly kind: "(" | '"' | "swap";
  /** Something inside is no syntax, so that the brackets are words. */
  bad: boolean;
}

interface State {
  readonly text: string;
  readonly partners: Int32Array;
  readonly frames: Frame[];
  /** Index of the open quotation among the frames, -1 when none is. */
  quote: number;
}

function spoil(state: State): void {
  const top = state.frames.at(-1);
  if (top !== undefined) top.bad = true;
}

function pair(state: State, frame: Frame, close: number): number {
  const { partners } = state;
  partners[frame.at] = frame.bad ? -1 : close;
  partners[close] = -1;
  if (frame.bad) spoil(state);
  return matchEnd(GROUP_WEIGHT, state.text, close + 1);
}

function takeQuote(state: State, at: number): number {
  if (state.quote < 0) {
    state.quote = state.frames.push({ at, kind: '"', bad: false }) - 1;
    return at + 1;
  }
  const torn = state.frames.splice(state.quote + 1).length > 0;
  state.quote = -1;
  const frame = state.frames.pop()!;
  if (torn) frame.bad = true;
  return pair(state, frame, at);
}

/** A quotation ends with its line: what it began is a mere sign, and no bracket around it is syntax. */
function endLine(state: State): void {
  if (state.quote < 0) return;
  state.frames.splice(state.quote, 1);
  const outer = state.frames[state.quote - 1];
  if (outer !== undefined) outer.bad = true;
  state.quote = -1;
}

function takeClose(state: State, at: number): number {
  const top = state.frames.at(-1);
  if (top === undefined || top.kind === '"') return at + 1;
  state.frames.pop();
  return pair(state, top, at);
}

/** Reads one lexeme at `at` and says where it ends. */
function take(state: State, at: number): number {
  const { text, frames } = state;
  const sign = text[at]!;
  if (sign === '"') return takeQuote(state, at);
  if (sign === ")") return takeClose(state, at);
  if (sign === "(" || (sign === "." && text.startsWith(SWAP, at))) {
    const open = sign === "(" ? at : at + SWAP.length - 1;
    frames.push({ at: open, kind: sign === "(" ? "(" : "swap", bad: false });
    return open + 1;
  }
  if (sign === "\n" || sign === "\r") endLine(state);
  if (sign === "," && frames.at(-1)?.kind === "swap") {
    const end = matchEnd(OPTIONS, text, at);
    if (end > at) return end;
    spoil(state);
  }
  if (/[\s,.]/u.test(sign)) return at + 1;
  const adapter = matchEnd(ADAPTER, text, at);
  if (adapter > at) return adapter;
  const word = matchEnd(WORD, text, at);
  if (word > at) return matchEnd(WORD_WEIGHT, text, word);
  spoil(state);
  return at + 1;
}

/**
 * For each offset: at an opening bracket or quotation mark that opens syntax, the offset of its counterpart; -1 at
 * brackets that have a counterpart otherwise (closing ones, and pairs around what the grammar does not allow); 0
 * elsewhere. One pass.
 */
export function pairsOf(text: string): Int32Array {
  const state: State = { text, partners: new Int32Array(text.length + 1), frames: [], quote: -1 };
  for (let at = 0; at < text.length; ) at = take(state, at);
  return state.partners;
}
