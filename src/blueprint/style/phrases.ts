import { round } from "../../base/number.js";
import { FACETS } from "../facets.js";
import { meaningOf } from "../meaning.js";
import { normalise } from "../normalise.js";
import type { Blueprint, Term } from "../types.js";
import type { StylePhrase } from "./consensus.js";

/** What a reference says, by meaning: "include soft light". */
export type Said = ReadonlyMap<string, Term>;

export function saidIn(blueprint: Blueprint): Said {
  const { terms } = normalise(blueprint);
  return new Map(terms.map((term) => [`${term.polarity} ${meaningOf(term.text)}`, term]));
}

function mean(values: readonly number[]): number {
  return round(values.reduce((sum, value) => sum + value, 0) / values.length, 3);
}

/** The commonest value; the earliest in code order at a tie. */
function commonest(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [first] = [...counts].sort(([x, p], [y, q]) => q - p || (x < y ? -1 : 1));
  return first?.[0] ?? "";
}

function phraseOf(terms: readonly Term[], references: number): StylePhrase | undefined {
  const [first] = terms;
  if (first === undefined) return undefined;
  const facet = commonest(terms.map((term) => term.facet));
  return {
    facet: FACETS.find((name) => name === facet) ?? first.facet,
    text: commonest(terms.map(({ text }) => text)),
    polarity: first.polarity,
    share: round(terms.length / references, 4),
    references: terms.length,
    weight: mean(terms.map(({ weight }) => weight)),
    confidence: mean(terms.map(({ confidence }) => confidence)),
    ...(terms.every(({ hypothesis }) => hypothesis === true) ? { hypothesis: true } : {}),
  };
}

/** All that is said, by meaning: the most consistent first, then the surer, then in reading order, then by words. */
export function stylePhrases(said: readonly Said[]): Map<string, StylePhrase> {
  const groups = new Map<string, Term[]>();
  for (const [key, term] of said.flatMap((one) => [...one])) {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [term]);
    else group.push(term);
  }
  const phrases = [...groups].flatMap(([key, terms]): [string, StylePhrase][] => {
    const phrase = phraseOf(terms, said.length);
    return phrase === undefined ? [] : [[key, phrase]];
  });
  phrases.sort(
    ([, x], [, y]) =>
      y.references - x.references ||
      y.confidence - x.confidence ||
      FACETS.indexOf(x.facet) - FACETS.indexOf(y.facet) ||
      (x.text < y.text ? -1 : Number(x.text > y.text)),
  );
  return new Map(phrases);
}
