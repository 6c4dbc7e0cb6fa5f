import { round } from "../base/number.js";
import type { Part } from "./part.js";

/** Words that cannot end a phrase, or begin one that follows a bracket. */
const LINKS =
  "a an the of with without in on at by for from to into onto and or under over near between behind beside wearing holding very his her its their";
const FUNCTION_WORDS: ReadonlySet<string> = new Set(LINKS.split(" "));

interface Run {
  readonly parts: readonly Part[];
  /** The mean over content words where parts differ. */
  readonly weight: number;
  readonly mixed: boolean;
}

function words(text: string): string[] {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];
}

function isFunction(word: string | undefined): boolean {
  return word !== undefined && FUNCTION_WORDS.has(word.toLowerCase());
}

/** Whether two neighbouring parts are one phrase, judged by their words and the signs between them. */
function joins(source: string, left: Part, right: Part): boolean {
  const between = source.slice(left.end, right.start);
  const spaced = /\s$/u.test(left.text) || /^\s/u.test(right.text);
  if (!/[()[\]{}:]/u.test(between) && left.weight > 0 && right.weight > 0) return true;
  const before = words(left.text.slice(-200));
  const after = words(right.text.slice(0, 200));
  if (before.length === 0 || after.length === 0) return true;
  if (isFunction(before.at(-1)) || isFunction(after[0])) return true;
  const distance = Math.abs(left.weight - 1) - Math.abs(right.weight - 1);
  const leftBracketed = /[)\]}]/u.test(between) || distance > 0;
  const rightBracketed = /[([{]/u.test(between) || distance < 0;
  if (!spaced) return !(leftBracketed && rightBracketed);
  return leftBracketed && !rightBracketed && before.length === 1;
}

function runOf(parts: readonly Part[]): Run {
  const first = parts[0]?.weight ?? 1;
  const spoken = parts.filter((part) => words(part.text).length > 0);
  if (spoken.every((part) => part.weight === spoken[0]?.weight)) {
    return { parts, weight: spoken[0]?.weight ?? first, mixed: false };
  }
  let total = 0;
  let count = 0;
  for (const part of spoken) {
    const content = words(part.text).filter((word) => !isFunction(word)).length;
    total += part.weight * content;
    count += content;
  }
  return { parts, weight: count === 0 ? first : round(total / count, 4), mixed: true };
}

/** Neighbouring parts of a segment gathered into phrases. */
export function gluedRuns(source: string, parts: readonly Part[]): Run[] {
  const runs: Part[][] = [];
  let last: Part | undefined;
  for (const part of parts) {
    const blank = part.text.trim() === "";
    const run = runs.at(-1);
    if (run !== undefined && (last === undefined || blank || joins(source, last, part))) run.push(part);
    else runs.push([part]);
    if (!blank) last = part;
  }
  return runs.map(runOf);
}
