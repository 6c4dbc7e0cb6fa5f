import { isLink } from "./links.js";

/** Longest phrase, in words and commas, that is looked for again. */
const LONGEST = 30;

interface Loop {
  /** Words of one copy that stay. */
  readonly kept: number;
  /** Words from its first to where the text goes on. */
  readonly end: number;
}

/** The words as they are compared. */
interface Words {
  readonly keys: readonly string[];
  /** How many words that are no links stand before each. */
  readonly content: readonly number[];
}

function keyOf(token: string): string {
  const key = token.toLowerCase().replace(/^[^\p{L}\p{N}&+,]+|[^\p{L}\p{N}&+,]+$/gu, "");
  return key === "" ? token : key;
}

function wordsOf(tokens: readonly string[]): Words {
  const keys = tokens.map(keyOf);
  const content = [0];
  for (const key of keys) content.push((content.at(-1) ?? 0) + (isLink(key) ? 0 : 1));
  return { keys, content };
}

/** How many links stand right before `end`. */
function linksBefore(keys: readonly string[], end: number): number {
  let links = 0;
  while (isLink(keys[end - 1 - links] ?? "")) links += 1;
  return links;
}

/** The loop of `period` words that starts at `start`, if there is one. */
function loopOf({ keys, content }: Words, start: number, period: number): Loop | undefined {
  if (keys[start + period] !== keys[start] || keys[start] === ",") return undefined;
  const count = (content[start + period] ?? 0) - (content[start] ?? 0);
  if (count === 0) return undefined;
  let length = period;
  while (start + length < keys.length && keys[start + length] === keys[start + length - period]) length += 1;
  const joint = linksBefore(keys, start + period);
  const copies = Math.floor((length + joint) / period);
  const bare = period - joint;
  const few = count > 1 || (bare > 1 && (joint === 0 || keys[start + period - 1] === ","));
  if (copies < (few ? 2 : 3)) return undefined;
  // An unfinished copy goes only where nothing follows that it may belong to.
  if (start + length === keys.length) return { kept: bare, end: length };
  const whole = Math.floor(length / period);
  return copies > whole
    ? { kept: bare, end: copies * period - joint }
    : { kept: period, end: whole * period };
}

function loopAt(words: Words, start: number): Loop | undefined {
  for (let period = 1; period <= LONGEST; period += 1) {
    const loop = loopOf(words, start, period);
    if (loop !== undefined) return loop;
  }
  return undefined;
}

/** The tokens with each loop, from left to right, brought to one copy. */
function collapseOnce(tokens: readonly string[]): string[] {
  const words = wordsOf(tokens);
  const kept: string[] = [];
  for (let at = 0; at < tokens.length; ) {
    const loop = loopAt(words, at) ?? { kept: 1, end: 1 };
    for (let index = at; index < at + loop.kept; index += 1) kept.push(tokens[index] ?? "");
    at += loop.end;
  }
  return kept;
}

/**
 * A captioner's stutter taken out: "jungle jungle jungle" to "jungle", "a cat and a cat and a cat" to "a cat". A
 * phrase of two and more words that count is a loop when it is said twice in a row; a single one joined by a word
 * ("rows and rows") or bare ("very very") only when it is said three times. Unchanged when there is none.
 */
export function collapseLoops(text: string): string {
  const tokens: readonly string[] = text.match(/[^\s,]+|,/gu) ?? [];
  let shorter = collapseOnce(tokens);
  if (shorter.length === tokens.length) return text;
  for (let before = tokens.length; shorter.length < before; ) {
    before = shorter.length;
    shorter = collapseOnce(shorter);
  }
  return shorter.join(" ").replace(/ ,/gu, ",");
}
