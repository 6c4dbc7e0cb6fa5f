import { midjourneyParameter } from "../semantics/midjourney-parameters.js";
import type { GrammarId } from "./tree.js";

/** Points for the grammars that a sign speaks for; about what a likelihood ratio's logarithm would be. */
export type Points = Partial<Readonly<Record<GrammarId, number>>>;

interface Sign {
  readonly pattern: RegExp;
  readonly points: Points;
  readonly reason: string;
}

const NUMBER = String.raw`(?:\d{1,4}(?:\.\d{0,4})?|\.\d{1,4})`;

/** What only some grammars write. Each counts once, however often it occurs. */
const SIGNS: readonly Sign[] = [
  {
    pattern: new RegExp(String.raw`:\s?-?${NUMBER}\s?\)`, "u"),
    points: { a1111: 5, comfyui: 4 },
    reason: "weights as in (words:1.2)",
  },
  {
    pattern: /(?<!\\)\((?![^()]*[:+])[^()\\]{1,60}(?<!\\)\)(?![+\d.-])/u,
    points: { a1111: 2, comfyui: 1.6 },
    reason: "emphasis in round brackets",
  },
  {
    pattern: /(?<!\\)\(\([^()]{1,80}\)\)(?![+\d-])/u,
    points: { a1111: 2, comfyui: 1.4 },
    reason: "nested round brackets",
  },
  {
    pattern: /[\p{L}]:[01]\.\d{1,2}(?=\s*(?:,|$))/u,
    points: { a1111: 4, comfyui: 3.6 },
    reason: "numbers meant as weights, as in words:1.2",
  },
  {
    pattern: /<(?:lora|lyco|hypernet|locon):[^<>\n]{1,200}>/iu,
    points: { a1111: 8, comfyui: 1 },
    reason: "a network tag as in <lora:name:1>",
  },
  {
    pattern: new RegExp(String.raw`\[[^[\]]{0,120}:\s?${NUMBER}\]`, "u"),
    points: { a1111: 7 },
    reason: "prompt editing as in [a:b:0.5]",
  },
  { pattern: /\[[^[\]{}]{1,80}\|[^[\]{}]{0,80}\]/u, points: { a1111: 6 }, reason: "alternation as in [a|b]" },
  { pattern: /\bBREAK\b/u, points: { a1111: 6 }, reason: "BREAK" },
  { pattern: /(?<=[\s:\d)])AND(?=\s)/u, points: { a1111: 4 }, reason: "AND between prompts" },
  { pattern: /\b__[\w/*-]{2,40}__\b/u, points: { a1111: 4 }, reason: "a wildcard as in __name__" },
  {
    pattern: /\{[^{}]{1,200}\|[^{}]{0,200}\}/u,
    points: { a1111: 5, comfyui: 3 },
    reason: "alternatives as in {a|b}",
  },
  { pattern: /\bembedding:[\w-]{2,}/iu, points: { comfyui: 8 }, reason: "embedding:name" },
  {
    pattern: new RegExp(String.raw`(?:^|[\s,{[|])-?${NUMBER}::\s?[^\s:,-]`, "u"),
    points: { novelai: 8 },
    reason: "weights as in 1.5::words::",
  },
  { pattern: /\{\{[^{}|]{1,120}\}\}/u, points: { novelai: 6 }, reason: "nested braces" },
  { pattern: /\{[^{}|,:"]{1,60}\}/u, points: { novelai: 4 }, reason: "emphasis in braces" },
  {
    pattern: /(?<!\\)\[\[[^[\]|:]{1,80}\]\]/u,
    points: { a1111: 2, novelai: 2.4 },
    reason: "nested square brackets",
  },
  { pattern: /(?<!\\)\[[^[\]|:]{1,80}\]/u, points: { a1111: 1.6, novelai: 1.6 }, reason: "square brackets" },
  {
    pattern: /\s\|\s\s?(?:girl|boy|other|\d?(?:girl|boy|other)s?)\b/iu,
    points: { novelai: 6 },
    reason: "characters parted by |",
  },
  {
    pattern: /(?:very aesthetic|best quality|amazing quality|absurdres), (?:masterpiece, )?no text\s*$/iu,
    points: { novelai: 4 },
    reason: "the quality tags that NovelAI appends",
  },
  {
    pattern: /(?:\)|")(?:\++|-{1,9}|\d{0,4}\.?\d{1,4})(?=[\s,.)"]|$)/u,
    points: { compel: 7 },
    reason: "a weight behind a bracket or quotation, as in (words)1.3",
  },
  {
    pattern: /(?<=[\p{L}\d])(?<!\b[CG])(?:\++|--+)(?=[\s,.)"]|$)/u,
    points: { compel: 6 },
    reason: "signs behind a word, as in word++",
  },
  {
    pattern: /"[^"\n]{0,999}"\s?\)\.(?:blend|and|add)\(|\.swap\([^()]{0,200}\)|\b(?:use|with)Lora\(/u,
    points: { compel: 9 },
    reason: "a call such as .blend() or .swap()",
  },
  { pattern: /^\s*\/imagine\b/iu, points: { midjourney: 9 }, reason: "/imagine" },
  { pattern: /^\s*<?https?:\/\/\S+\s/u, points: { midjourney: 5 }, reason: "an image's address in front" },
  {
    pattern: new RegExp(String.raw`[\p{L})]::(?:\s?-?${NUMBER})?(?=\s|$)`, "u"),
    points: { midjourney: 5, novelai: 1 },
    reason: "parts parted by ::",
  },
  {
    pattern: /\{[^{}|:"]{1,80},[^{}|:"]{1,120}\}/u,
    points: { midjourney: 3, novelai: 2.4 },
    reason: "a list in braces",
  },
  {
    pattern: /\w\\?_\\\(\w|\\\([\w\s]{2,40}\\\)/u,
    points: { danbooru: 2, a1111: 1 },
    reason: "escaped brackets",
  },
];

const FLAG = /(?:^|\s)(?:--|[—–])([a-z]{1,20})(?=\s|$)/giu;

/** Each grammar's points with the reason of the most telling sign. */
export interface Tally {
  readonly points: number;
  readonly reason: string;
  readonly strongest: number;
}

export type Tallies = Map<GrammarId, Tally>;

export function score(tallies: Tallies, points: Points, reason: string): void {
  for (const [grammar, more] of Object.entries(points) as [GrammarId, number][]) {
    const tally = tallies.get(grammar) ?? { points: 0, reason, strongest: 0 };
    const stronger = more > tally.strongest;
    tallies.set(grammar, {
      points: tally.points + more,
      reason: stronger ? reason : tally.reason,
      strongest: stronger ? more : tally.strongest,
    });
  }
}

/** Counts the signs that a text shows. */
export function scoreSigns(tallies: Tallies, text: string): void {
  for (const { pattern, points, reason } of SIGNS) if (pattern.test(text)) score(tallies, points, reason);
  const flags = [...text.matchAll(FLAG)].filter(([, flag]) => midjourneyParameter(flag ?? "") !== undefined);
  const [first] = flags;
  if (first !== undefined) {
    score(tallies, { midjourney: 5 + Math.min(flags.length, 4) }, `the parameter ${first[0].trim()}`);
  }
}
