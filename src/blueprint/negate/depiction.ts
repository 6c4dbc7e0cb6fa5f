import type { Standing } from "../axes.js";
import { standingsOf } from "../axes.js";
import type { Facet } from "../facets.js";
import { meaningOf } from "../meaning.js";
import type { Phrase } from "../poles.js";
import type { Term } from "../types.js";
import { IMPLICATIONS } from "./implications.js";

const DENIAL = /^(?:no|not|without|avoid)\s+/iu;

/** What an exclusion excludes: "no text" and "text" both exclude "text". */
export function bareWords(text: string): string {
  return text.replace(DENIAL, "");
}

function singular(word: string): string {
  return word.length > 3 && /[^su]s$/u.test(word) ? word.slice(0, -1) : word;
}

/** " red fox ": the meaning's words in the singular, edged by spaces, so that a run of words is a substring. */
function runOf(text: string): string {
  return ` ${meaningOf(text).split(" ").map(singular).join(" ")} `;
}

interface Shown {
  readonly term: Term;
  /** What it says and what goes with that, as runs of words. */
  readonly runs: readonly string[];
}

export interface Depiction {
  /**
   * The included terms that show what the phrase names: by meaning, by naming it among other words, by standing
   * at the same pole of an axis, or because one goes with the other (anime is drawn). In term order.
   */
  readonly naming: (phrase: Phrase) => readonly Term[];
  /** As `naming`, and the terms named among the phrase's own words: "harsh sunlight" holds "sunlight". */
  readonly touching: (phrase: Phrase) => readonly Term[];
}

/** Whether the term stands at one of these poles, read as of its own facet or as of the phrase's. */
function standsAt(term: Term, facet: Facet, wanted: readonly Standing[]): boolean {
  if (wanted.length === 0) return false;
  const own = [...standingsOf(term.facet, term.text), ...standingsOf(facet, term.text)];
  return wanted.some(({ axis, pole }) => own.some((other) => other.axis === axis && other.pole === pole));
}

/** What a picture shows, asked phrase by phrase. Every included term counts, however unsure; "no people" shows none. */
export function depictionOf(terms: readonly Term[]): Depiction {
  const shown = terms
    .filter((term) => term.polarity === "include" && !DENIAL.test(term.text))
    .map((term): Shown => {
      const lower = term.text.toLowerCase();
      const rows = IMPLICATIONS.filter(({ says }) => says.test(lower));
      const runs = [term.text, ...rows.flatMap((row) => row.implies)].map(runOf);
      return { term, runs: runs.filter((run) => run.trim() !== "") };
    });
  const ask =
    (part: boolean) =>
    ({ facet, text }: Phrase): Term[] => {
      const words = bareWords(text);
      const asked = runOf(words);
      if (asked.trim() === "") return [];
      const wanted = standingsOf(facet, words);
      return shown
        .filter(
          ({ term, runs }) =>
            runs.some((run) => run.includes(asked) || (part && asked.includes(run))) ||
            standsAt(term, facet, wanted),
        )
        .map(({ term }) => term);
    };
  return { naming: ask(false), touching: ask(true) };
}
