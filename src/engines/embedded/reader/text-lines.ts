import type { Frame, Region } from "../../../blueprint/types.js";
import type { ReadWord } from "../sight.js";
import { cleanWord, creditOf, isFunctionWord } from "./credible-word.js";

/** Words of one line that stand beside each other and are believed. */
export interface TextLine {
  readonly text: string;
  readonly words: number;
  /** Mean confidence of its letters, 0 to 100. */
  readonly confidence: number;
  readonly region: Region;
  /** Median height of its words, pixels of the frame. */
  readonly height: number;
}

interface Believed extends ReadWord {
  readonly alone: boolean;
}

/** Function words that a phrase may start with. */
const LEADS = /^(?:an?|the|your?|our|we|for|in|on|to|with|from|this|that|is|it|not)$/iu;

function unionOf(regions: readonly Region[]): Region {
  const x = Math.min(...regions.map((region) => region.x));
  const y = Math.min(...regions.map((region) => region.y));
  const right = Math.max(...regions.map((region) => region.x + region.width));
  const bottom = Math.max(...regions.map((region) => region.y + region.height));
  return { x, y, width: right - x, height: bottom - y };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/** The line cut where a word is not believed; parts in which no word stands by itself are left out. */
function believedParts(line: readonly ReadWord[]): readonly (readonly Believed[])[] {
  const parts: Believed[][] = [[]];
  for (const word of line) {
    const text = cleanWord(word.text);
    const credit = text === "" ? "none" : creditOf(text, word.confidence);
    if (credit === "none") parts.push([]);
    else parts[parts.length - 1]?.push({ ...word, text, alone: credit === "itself" });
  }
  return parts.filter((part) => part.some(({ alone }) => alone));
}

/** Without the "and" that a cut left at an end; an article may lead. */
export function withoutLooseEnds(text: string): string {
  const words = text.split(" ");
  const first = words.findIndex((word) => !isFunctionWord(word) || LEADS.test(word));
  const last = words.findLastIndex((word) => !isFunctionWord(word));
  return words.slice(first, last + 1).join(" ");
}

function lineOf(words: readonly Believed[], frame: Frame): TextLine {
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  return {
    text: words.map(({ text }) => text).join(" "),
    words: words.length,
    confidence: words.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0) / letters,
    region: unionOf(words.map(({ region }) => region)),
    height: median(words.map(({ region }) => region.height * frame.height)),
  };
}

/** What is believed of the words, line by line in the order in which they were read. */
export function textLines(words: readonly ReadWord[], frame: Frame): readonly TextLine[] {
  const lines = new Map<number, ReadWord[]>();
  for (const word of words) lines.set(word.line, [...(lines.get(word.line) ?? []), word]);
  return [...lines.values()].flatMap((line) => believedParts(line).map((part) => lineOf(part, frame)));
}

/** Whether the second line goes on where the first ends: type of one size, close below, on a common axis or edge. */
function goesOn(above: TextLine, below: TextLine, frame: Frame): boolean {
  const size = Math.max(above.height, below.height);
  if (size > 1.4 * Math.min(above.height, below.height)) return false;
  const gap = (below.region.y - above.region.y - above.region.height) * frame.height;
  if (gap < -0.4 * size || gap > 0.9 * size) return false;
  const near = (a: number, b: number): boolean => Math.abs(a - b) * frame.width < 1.5 * size;
  return (
    near(above.region.x, below.region.x) ||
    near(above.region.x + above.region.width / 2, below.region.x + below.region.width / 2)
  );
}

/** Lines that go on in the next are one, as long as they are at most `most` words. */
export function joinLines(lines: readonly TextLine[], frame: Frame, most: number): readonly TextLine[] {
  const joined: TextLine[] = [];
  for (const line of lines) {
    const at = joined.findIndex((above) => goesOn(above, line, frame) && above.words + line.words <= most);
    const above = joined[at];
    if (above === undefined) {
      joined.push(line);
      continue;
    }
    const letters = above.text.length + line.text.length;
    joined[at] = {
      text: `${above.text} ${line.text}`,
      words: above.words + line.words,
      confidence: (above.text.length * above.confidence + line.text.length * line.confidence) / letters,
      region: unionOf([above.region, line.region]),
      height: line.height,
    };
  }
  return joined;
}
