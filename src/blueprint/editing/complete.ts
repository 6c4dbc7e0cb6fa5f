import { standingsOf } from "../axes.js";
import type { Edit } from "../edit.js";
import type { Facet } from "../facets.js";
import { meaningOf } from "../meaning.js";
import type { Blueprint } from "../types.js";
import { freshTerm } from "./fresh-term.js";
import { backOf } from "./front-of.js";

/** What a picture is left to chance in when nothing is said of it. */
const UNSAID: { readonly [F in Facet]: string } = {
  subject: "nothing says what is shown",
  action: "nothing says what happens",
  setting: "nothing says where it is",
  lighting: "nothing says how it is lit",
  atmosphere: "nothing says its mood",
  palette: "nothing says its colors",
  medium: "nothing says what it is made in",
  style: "nothing says its style",
  artist: "nobody is named whose manner it takes",
  detail: "nothing says what stands out up close",
  composition: "nothing says how it is framed",
  camera: "nothing says how it is seen",
  text: "no words are to be written in it",
  quality: "nothing says how finished it is",
};

export interface Example {
  readonly text: string;
  /** Adds it, when the person takes it. */
  readonly edit: Edit;
}

/** Something that a target likes to be told and nobody said. */
export interface Suggestion {
  readonly facet: Facet;
  readonly why: string;
  /** What could be said; never contradicts what is said or excluded. May be empty. */
  readonly examples: readonly Example[];
}

export interface CompleteOptions {
  /** Examples a suggestion has at most; 5 unless said. */
  readonly examples?: number;
}

/** Whether a phrase would contradict or repeat what the blueprint says. */
function isAtOdds(blueprint: Blueprint, facet: Facet, text: string): boolean {
  const key = meaningOf(text);
  const mine = standingsOf(facet, text);
  return blueprint.terms.some((term) => {
    if (meaningOf(term.text) === key) return true;
    if (term.polarity === "exclude") return false;
    const theirs = standingsOf(term.facet, term.text);
    return mine.some((x) => theirs.some((y) => y.axis === x.axis && y.pole !== x.pole));
  });
}

function examplesOf(blueprint: Blueprint, facet: Facet, texts: readonly string[], most: number): Example[] {
  const at = backOf(blueprint.terms, facet);
  const examples: Example[] = [];
  for (const text of new Set(texts)) {
    if (examples.length >= most) break;
    const term = freshTerm(blueprint, { facet, text });
    if (term === undefined || isAtOdds(blueprint, facet, term.text)) continue;
    examples.push({ text: term.text, edit: { kind: "add", term, at } });
  }
  return examples;
}

/**
 * What is wished for and nobody said, in the order of the wishes, each facet once: offered with examples in the
 * order of the lexicon, never inserted.
 */
export function complete(
  blueprint: Blueprint,
  wishes: readonly Facet[],
  lexicon: (facet: Facet) => readonly string[],
  options: CompleteOptions = {},
): Suggestion[] {
  const said = new Set(blueprint.terms.filter((term) => term.polarity === "include").map((t) => t.facet));
  return [...new Set(wishes)]
    .filter((facet) => !said.has(facet))
    .map((facet) => ({
      facet,
      why: UNSAID[facet],
      examples: examplesOf(blueprint, facet, lexicon(facet), options.examples ?? 5),
    }));
}
