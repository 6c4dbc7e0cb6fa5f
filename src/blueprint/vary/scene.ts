import type { TermDraft } from "../build.js";
import { placeTerms } from "../place-terms.js";
import type { Phrase } from "../poles.js";
import type { Term } from "../types.js";
import { ledgerOf } from "./ledger.js";
import type { Study } from "./study.js";

/** A blueprint's terms while they are being varied. */
export interface Scene {
  readonly terms: () => readonly Term[];
  /** Terms that a variation made: no later axis changes them. */
  readonly isNew: (term: Term) => boolean;
  readonly remove: (gone: readonly Term[]) => void;
  readonly add: (draft: TermDraft) => void;
  /** Lets terms that are about to be reworded say nothing; they stand where they stood. */
  readonly release: (terms: readonly Term[]) => void;
  /** Other words for a released term, which keeps its place and its id. */
  readonly reword: (term: Term, text: string, source: string) => void;
  /** Remembers how things stand; the answer brings it back. */
  readonly mark: () => () => void;
  /** Whether a phrase may join what is said. */
  readonly fits: (phrase: Phrase) => boolean;
}

export function sceneOf(start: readonly Term[], study: Study): Scene {
  let terms = start;
  let made: ReadonlySet<string> = new Set();
  const ledger = ledgerOf(study);
  ledger.enter(start);

  return {
    terms: () => terms,
    isNew: (term) => made.has(term.id),
    remove: (gone) => {
      ledger.strike(gone);
      terms = terms.filter((term) => !gone.includes(term));
    },
    add: (draft) => {
      const placed = placeTerms(terms, [draft]);
      terms = placed.terms;
      ledger.enter(placed.added);
      made = new Set([...made, ...placed.added.map(({ id }) => id)]);
    },
    release: ledger.strike,
    reword: (term, text, source) => {
      const told = { ...term, text, evidence: [...term.evidence, { source, note: `was "${term.text}"` }] };
      ledger.enter([told]);
      terms = terms.map((other) => (other === term ? told : other));
      made = new Set([...made, term.id]);
    },
    mark: () => {
      const marked = { terms, made };
      return () => {
        ({ terms, made } = marked);
        ledger.clear();
        ledger.enter(terms);
      };
    },
    fits: ledger.fits,
  };
}
