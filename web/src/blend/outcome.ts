import type { Blended, BlendInput, BlendMode, Facet, Term } from "imprompt/core";
import { blend, ImpromptError } from "imprompt/core";
import { LETTERS } from "./blend-state";

export type Conflict = Blended["conflicts"][number];

export type Outcome =
  | { readonly kind: "blended"; readonly blended: Blended }
  | { readonly kind: "refused"; readonly message: string };

export function outcomeOf(inputs: readonly BlendInput[], mode: BlendMode): Outcome {
  try {
    return { kind: "blended", blended: blend(inputs, mode) };
  } catch (error) {
    if (!(error instanceof ImpromptError)) throw error;
    return { kind: "refused", message: error.sentence };
  }
}

/** The letters of the sources that a phrase of the blend is from, "A" first. */
export function lettersOf(term: Term): readonly string[] {
  return LETTERS.filter((letter) => term.evidence.some(({ source }) => source === `blend:${letter}`));
}

/** Whether anything of the blend's facet is from the source with this letter. */
export function gives(blended: Blended, facet: Facet, letter: string): boolean {
  return blended.blueprint.terms.some((term) => term.facet === facet && lettersOf(term).includes(letter));
}

/** Whether the phrase of the source with this letter lost to another. */
export function lost(blended: Blended, letter: string, text: string): boolean {
  return blended.conflicts.some((conflict) =>
    conflict.lost.some((phrase) => phrase.text === text && phrase.from.split(" and ").includes(letter)),
  );
}

/** One facet to take from another source. */
export interface Turn {
  readonly facet: Facet;
  readonly index: number;
}

function stands(blended: Blended, text: string, letters: readonly string[]): boolean {
  return blended.blueprint.terms.some(
    (term) => term.text === text && lettersOf(term).some((letter) => letters.includes(letter)),
  );
}

/**
 * The facet to take from elsewhere so that the phrase that lost stands: that of the phrase that won, from the loser's
 * own source first, then from the others in order; each is tried out. Undefined where none does it, and outside facet
 * mode.
 */
export function turnFor(
  conflict: Conflict,
  { blueprint }: Blended,
  inputs: readonly BlendInput[],
  mode: BlendMode,
): Turn | undefined {
  const [loser] = conflict.lost;
  const [winner] = conflict.kept;
  if (loser === undefined || winner === undefined || mode.mode !== "facets") return undefined;
  const facet = blueprint.terms.find(({ text }) => text === winner.text)?.facet;
  if (facet === undefined) return undefined;
  const losing = loser.from.split(" and ");
  const own = losing.map((letter) => LETTERS.findIndex((each) => each === letter));
  const order = [...new Set([...own, ...inputs.keys()])];
  const index = order.find((each) => {
    if (each === mode.from[facet]) return false;
    const tried = blend(inputs, { mode: "facets", from: { ...mode.from, [facet]: each } });
    return stands(tried, loser.text, losing) && !stands(tried, winner.text, winner.from.split(" and "));
  });
  return index === undefined ? undefined : { facet, index };
}
