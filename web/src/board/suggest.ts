import type { Facet } from "imprompt/core";
import { meaningOf } from "imprompt/core";

export interface Suggested {
  readonly facet: Facet;
  readonly text: string;
}

/** What of a vocabulary's entry is looked at; an entry fits that. */
export interface Known {
  readonly facet: Facet;
  readonly name: string;
  readonly phrases: readonly string[];
}

/** How well an entry answers: 0 its usual words begin so, then a word of them, another phrase, within; null not. */
function rankOf({ name, phrases }: Known, typed: string): number | null {
  if (name.startsWith(typed)) return 0;
  if (name.includes(` ${typed}`)) return 1;
  if (phrases.some((phrase) => phrase.startsWith(typed))) return 2;
  return typed.length > 2 && name.includes(typed) ? 3 : null;
}

/** Before anything is typed: each facet in turn, in the order of its entries. */
function inTurns(entries: readonly Known[], facets: readonly Facet[], most: number): Known[] {
  const queues = facets.map((facet) => entries.filter((entry) => entry.facet === facet));
  const longest = Math.max(0, ...queues.map((queue) => queue.length));
  const turns: Known[] = [];
  for (let turn = 0; turn < longest && turns.length < most; turn += 1) {
    for (const queue of queues) {
      const entry = queue[turn];
      if (entry !== undefined) turns.push(entry);
    }
  }
  return turns.slice(0, most);
}

/**
 * Phrases of the facets that go on what is typed, at most `most`: what begins so first, ties in the order of the
 * entries. What is said already, by its meaning, is left out.
 */
export function suggest(
  entries: readonly Known[],
  typed: string,
  facets: readonly Facet[],
  said: ReadonlySet<string>,
  most = 8,
): readonly Suggested[] {
  const key = typed.trim().toLowerCase();
  const isFree = ({ facet, name }: Known): boolean => facets.includes(facet) && !said.has(meaningOf(name));
  const asSuggested = ({ facet, name }: Known): Suggested => ({ facet, text: name });
  if (key === "") {
    return inTurns(entries.filter(isFree), facets, most).map(asSuggested);
  }
  return entries
    .flatMap((entry) => {
      const rank = rankOf(entry, key);
      return rank === null || !isFree(entry) ? [] : [{ entry, rank }];
    })
    .sort((x, y) => x.rank - y.rank)
    .slice(0, most)
    .map(({ entry }) => asSuggested(entry));
}

/** A phrase that is being added. */
export interface Typed {
  readonly text: string;
  readonly excluded: boolean;
}

/** "fog, -people" as its phrases; a hyphen in front excludes. */
export function readTyped(typed: string): readonly Typed[] {
  return typed.split(/[,;\n]/u).flatMap((part) => {
    const text = part.trim();
    const excluded = /^[-−–](?=\S)/u.test(text);
    const words = excluded ? text.slice(1).trim() : text;
    return words === "" ? [] : [{ text: words, excluded }];
  });
}

/** The part of what is typed that suggestions go on: behind the last comma, without the hyphen that excludes. */
export function lastTyped(typed: string): string {
  const last = typed.slice(Math.max(typed.lastIndexOf(","), typed.lastIndexOf(";")) + 1).trim();
  return last.replace(/^[-−–]/u, "");
}

/** What is typed with its last part replaced by the suggestion. */
export function withSuggestion(typed: string, text: string): string {
  const at = Math.max(typed.lastIndexOf(","), typed.lastIndexOf(";")) + 1;
  const hyphen = /^\s*[-−–]/u.test(typed.slice(at)) ? "-" : "";
  return `${typed.slice(0, at)}${at === 0 ? "" : " "}${hyphen}${text}`;
}
