import type { TermDraft } from "../build.js";
import { meaningOf } from "../meaning.js";
import { placeTerms } from "../place-terms.js";
import type { Phrase } from "../poles.js";
import type { Blueprint, Term } from "../types.js";
import { CONTRASTS } from "./contrasts.js";
import { bareWords, depictionOf } from "./depiction.js";
import type { Purpose } from "./purposes.js";
import { PURPOSE_SETS } from "./purposes.js";

/** From this confidence on, the contrary of a phrase is worth excluding. */
const SURE = 0.7;
/** More than this many derived phrases, those that are excluded already among them, would drown what matters. */
const MOST_DERIVED = 12;

export interface NegateOptions {
  /** In the order in which their sets are said. */
  readonly purposes: readonly Purpose[];
  /** Also exclude the contrary of what the blueprint is sure of. */
  readonly derive: boolean;
  /** Phrases that say the contrary of a phrase; the vocabulary's. */
  readonly opposites: (phrase: string) => readonly string[];
}

export interface Negated {
  readonly blueprint: Blueprint;
  /** The exclusions that are new, the derived before the sets'. */
  readonly added: readonly Term[];
}

interface Wish extends Phrase {
  readonly confidence: number;
  readonly source: string;
  readonly note: string;
}

function isSure(term: Term): boolean {
  if (term.polarity === "exclude" || term.hypothesis === true) return false;
  return term.pinned === true || term.confidence >= SURE;
}

/** The contraries of the sure terms, surest term first, ties in term order. */
function derivedWishes(terms: readonly Term[], opposites: NegateOptions["opposites"]): Wish[] {
  const sure = terms.filter(isSure).sort((x, y) => y.confidence - x.confidence);
  return sure.flatMap((term) => {
    const lower = term.text.toLowerCase();
    const contrasts = CONTRASTS.filter((row) => row.facets.includes(term.facet) && row.says.test(lower));
    const phrases = [
      ...contrasts.flatMap((row) => row.excludes),
      ...opposites(term.text).map((text) => ({ facet: term.facet, text })),
    ];
    const why = {
      confidence: term.confidence,
      source: "negative:derived",
      note: `the picture shows "${term.text}"`,
    };
    return phrases.map((phrase): Wish => ({ ...phrase, ...why }));
  });
}

function purposeWishes(purpose: Purpose): Wish[] {
  const { why, excludes } = PURPOSE_SETS[purpose];
  return excludes.map((phrase) => ({ ...phrase, confidence: 1, source: `negative:${purpose}`, note: why }));
}

/**
 * The blueprint with exclusions that fit it: the sets of the purposes, and what contradicts the picture. Nothing
 * is excluded that an included term shows, however unsure that term is, and nothing twice. Derived phrases are
 * shut out by any overlap with what is shown; those of a set name faults ("bad hands") and may speak of it.
 */
export function negate(blueprint: Blueprint, options: NegateOptions): Negated {
  const { naming, touching } = depictionOf(blueprint.terms);
  const excluded = new Set(
    blueprint.terms
      .filter((term) => term.polarity === "exclude")
      .map(({ text }) => meaningOf(bareWords(text))),
  );
  const drafts: TermDraft[] = [];
  const admit = (wishes: readonly Wish[], shown: typeof naming, most: number): void => {
    const wished = new Set<string>();
    for (const { facet, text, confidence, source, note } of wishes) {
      const key = meaningOf(text);
      if (key === "" || shown({ facet, text }).length > 0) continue;
      if (wished.size === most && !wished.has(key)) return;
      wished.add(key);
      if (excluded.has(key)) continue;
      excluded.add(key);
      drafts.push({ facet, text, confidence, polarity: "exclude", evidence: [{ source, note }] });
    }
  };
  if (options.derive) admit(derivedWishes(blueprint.terms, options.opposites), touching, MOST_DERIVED);
  for (const purpose of options.purposes) admit(purposeWishes(purpose), naming, Number.POSITIVE_INFINITY);
  const { terms, added } = placeTerms(blueprint.terms, drafts);
  return { blueprint: { ...blueprint, terms }, added };
}
