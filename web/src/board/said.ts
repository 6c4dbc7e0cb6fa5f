import type { Blueprint } from "imprompt/core";
import { atLeast, selectTerms } from "imprompt/core";

/** What becomes of a blueprint's phrases in any prompt, before a target has to shorten it. */
export interface Said {
  /** Ids of the phrases that stay out: too unsure, or a name that nobody asked for. */
  readonly out: ReadonlySet<string>;
  /** Ids of those that are said although they are guesses. */
  readonly guesses: ReadonlySet<string>;
}

export function saidOf(blueprint: Blueprint, minConfidence: number): Said {
  const { spoken, excluded, warnings } = selectTerms(atLeast(blueprint, minConfidence), "");
  const said = new Set([...spoken, ...excluded].map(({ id }) => id));
  return {
    out: new Set(blueprint.terms.map(({ id }) => id).filter((id) => !said.has(id))),
    guesses: new Set(
      warnings.flatMap(({ code, termId }) => (code === "hypothesis" && termId !== undefined ? [termId] : [])),
    ),
  };
}
