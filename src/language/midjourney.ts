import type { Draft, Piece } from "./draft.js";
import { newDraft, push, warn } from "./draft.js";
import type { Flag } from "./phrase.js";

const FLAG =
  /(?:^|(?<=\s))(?:--([a-z][a-z-]{0,20})|[—–]((?:ar|aspect|chaos|c|hd|iw|niji|no|oref|ow|p|q|quality|raw|s|sd|seed|sref|stop|stylize|style|sv|sw|tile|v|version|w|weird))(?=\s|$))/giu;
const COMMAND = /^\s*\/imagine\s+(?:prompt:\s*)?/iu;
const ADDRESS = /\s*<?(https?:\/\/[^\s<>]+)>?(?=\s|$)/uy;
const TOKEN = /::(?:\s?-?(?:\d{1,9}(?:\.\d{0,9})?|\.\d{1,9}))?|"[^"\n]{1,200}"|[{},]|[^:"{},]+|[\s\S]/gu;

/** @source Midjourney's documentation: `--no x` is the multi-prompt `x::-0.5` */
const NO_WEIGHT = 0.5;

interface MidjourneyDraft {
  readonly draft: Draft;
  /** Words of `--no`, as their own draft. */
  readonly excluded: Draft;
  readonly parameters: readonly Flag[];
  readonly images: readonly string[];
}

interface Reading {
  readonly draft: Draft;
  readonly braces: { readonly at: number; readonly piece: number; readonly between: number[] }[];
  /** First piece of the present multi-prompt part. */
  part: number;
}

/** A part's number stands behind it; a negative one is scaled so that `--no` strength is neutral. */
function endPart(reading: Reading, weight: number): void {
  const { pieces } = reading.draft;
  const scaled = weight < 0 ? weight / NO_WEIGHT : weight;
  for (let index = reading.part; index < pieces.length; index += 1) {
    (pieces[index] as Piece).weight = scaled;
  }
}

function takeBrace(reading: Reading, token: string, at: number): void {
  const { draft, braces } = reading;
  const inner = braces.at(-1);
  if (token === "{") braces.push({ at, piece: draft.pieces.length, between: [] });
  else if (token === ",") {
    if (inner === undefined) push(draft, "text", ",", at, at + 1);
    else inner.between.push(push(draft, "option", "", at, at + 1));
  } else {
    braces.pop();
    if (inner === undefined || inner.between.length === 0) return;
    draft.choices.push({ from: inner.piece, to: draft.pieces.length, between: inner.between });
    warn(
      draft,
      { start: inner.at, end: at + 1 },
      "a permutation stands for several prompts; all its words are kept",
    );
  }
}

function readWords(text: string, start: number, end: number): Draft {
  const reading: Reading = { draft: newDraft(), braces: [], part: 0 };
  for (const match of text.slice(start, end).matchAll(TOKEN)) {
    const [token] = match;
    const at = start + match.index;
    if (token.startsWith("::")) {
      const number = Number(token.slice(2));
      endPart(reading, token === "::" || !Number.isFinite(number) ? 1 : number);
      push(reading.draft, "break", "", at, at + token.length);
      reading.part = reading.draft.pieces.length;
    } else if ("{},".includes(token)) takeBrace(reading, token, at);
    else push(reading.draft, "text", token, at, at + token.length);
  }
  return reading.draft;
}

/** Image addresses in front, words with `::` weights, flags behind; `{a, b}` are alternatives. */
export function draftMidjourney(text: string): MidjourneyDraft {
  const images: string[] = [];
  let start = COMMAND.exec(text)?.[0].length ?? 0;
  const address = new RegExp(ADDRESS);
  for (address.lastIndex = start; ; start = address.lastIndex) {
    const match = address.exec(text);
    if (match === null) break;
    images.push(match[1] ?? "");
  }
  const flags = [...text.matchAll(FLAG)].filter((match) => match.index >= start);
  const parameters: Flag[] = [];
  const excluded = newDraft();
  flags.forEach((match, index) => {
    const flag = (match[1] ?? match[2] ?? "").toLowerCase();
    const from = match.index + match[0].length;
    const to = flags[index + 1]?.index ?? text.length;
    if (flag !== "no") parameters.push({ flag, value: text.slice(from, to).trim() });
    else {
      for (const piece of readWords(text, from, to).pieces) excluded.pieces.push({ ...piece, weight: -1 });
      push(excluded, "break", "", to, to);
    }
  });
  return { draft: readWords(text, start, flags[0]?.index ?? text.length), excluded, parameters, images };
}
