import type { Phrase } from "../poles.js";
import type { Term } from "../types.js";
import type { Study } from "./study.js";

/** What the included terms of a scene say, counted, so that one more phrase is judged without reading them again. */
export interface Ledger {
  readonly enter: (terms: readonly Term[]) => void;
  readonly strike: (terms: readonly Term[]) => void;
  readonly clear: () => void;
  /** Whether a phrase may join: not said, not excluded, not contrary to what is said, at no other pole of an axis. */
  readonly fits: (phrase: Phrase) => boolean;
}

function tally(counts: Map<string, number>, key: string, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

function holds(counts: ReadonlyMap<string, number>, key: string): boolean {
  return (counts.get(key) ?? 0) > 0;
}

export function ledgerOf(study: Study): Ledger {
  const meanings = new Map<string, number>();
  const contraries = new Map<string, number>();
  const poles = new Map<string, Map<string, number>>();

  const record = (term: Term, by: 1 | -1): void => {
    if (term.polarity === "exclude") return;
    tally(meanings, study.meaning(term.text), by);
    for (const meaning of study.opposed(term.text)) tally(contraries, meaning, by);
    for (const { axis, pole } of study.standings(term)) {
      const counts = poles.get(axis) ?? new Map<string, number>();
      poles.set(axis, counts);
      tally(counts, pole, by);
    }
  };
  const clashes = (phrase: Phrase): boolean =>
    study
      .standings(phrase)
      .some(({ axis, pole }) =>
        [...(poles.get(axis) ?? [])].some(([other, count]) => count > 0 && other !== pole),
      );

  return {
    enter: (terms) => {
      for (const term of terms) record(term, 1);
    },
    strike: (terms) => {
      for (const term of terms) record(term, -1);
    },
    clear: () => {
      for (const counts of [meanings, contraries, poles]) counts.clear();
    },
    fits: (phrase) => {
      const meaning = study.meaning(phrase.text);
      if (meaning === "" || holds(meanings, meaning) || holds(contraries, meaning)) return false;
      if (study.opposed(phrase.text).some((contrary) => holds(meanings, contrary))) return false;
      return !clashes(phrase) && !study.isExcluded(phrase);
    },
  };
}
