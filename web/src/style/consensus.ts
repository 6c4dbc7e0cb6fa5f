import type { Recipe, Slot, StyleConsensus, StyleReference } from "imprompt/core";
import { distil, figuresOf, ImpromptError, recipeOf } from "imprompt/core";
import type { Board } from "../state/board";
import { blueprintOf } from "../state/board";

export const FEWEST_REFERENCES = 2;

export type Distilled =
  | {
      readonly kind: "distilled";
      readonly consensus: StyleConsensus;
      readonly references: readonly StyleReference[];
    }
  | { readonly kind: "refused"; readonly message: string };

export type Made =
  | { readonly kind: "made"; readonly recipe: Recipe }
  | { readonly kind: "refused"; readonly message: string };

function referenceOf(board: Board): StyleReference {
  const measured = board.facts?.measurements;
  return {
    name: board.name,
    blueprint: blueprintOf(board),
    ...(measured === undefined ? {} : { measurements: figuresOf(measured) }),
  };
}

function refusal(error: unknown): { readonly kind: "refused"; readonly message: string } {
  if (!(error instanceof ImpromptError)) throw error;
  return { kind: "refused", message: error.sentence };
}

/** What the boards have in common; what was measured counts where they have a picture of their own. */
export function distilBoards(boards: readonly Board[]): Distilled {
  try {
    const references = boards.map(referenceOf);
    return { kind: "distilled", consensus: distil(references), references };
  } catch (error) {
    return refusal(error);
  }
}

/** The recipe of a style; one without a name is refused, since it could not be found again. */
export function makeRecipe(consensus: StyleConsensus, slots: readonly Slot[], name: string): Made {
  if (name.trim() === "")
    return { kind: "refused", message: "The recipe has no name. Give it one to save it." };
  try {
    return { kind: "made", recipe: recipeOf(consensus, slots, name.trim()) };
  } catch (error) {
    return refusal(error);
  }
}
