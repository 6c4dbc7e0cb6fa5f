import type { Warning } from "../../base/warning.js";
import type { Term } from "../../blueprint/types.js";
import { countPieces, countText, ESTIMATED_UNITS, UNIT_NAMES } from "../../layout/count.js";
import type { Fitted } from "../../layout/fit.js";
import { fit } from "../../layout/fit.js";
import type { Piece } from "../../layout/piece.js";
import type { BudgetSpec, Capabilities } from "../capabilities.js";
import { prioritise, wordsOf } from "./select.js";

export interface FittedTerms extends Fitted {
  readonly warnings: readonly Warning[];
}

/**
 * The terms fitted into a budget by priority, with a warning for each that is given up. A phrase that exceeds
 * the budget by itself is given up first, so that it does not crowd out all others. `render` takes the ids of
 * the terms to say; `reserve` is kept free for what the caller appends.
 */
export function fitTerms(
  terms: readonly Term[],
  render: (kept: ReadonlySet<string>) => readonly Piece[],
  budget: BudgetSpec,
  where: string,
  reserve = 0,
): FittedTerms {
  const max = Math.max(0, budget.max - reserve);
  const fitOf = (some: readonly Term[]): Fitted =>
    fit({ candidates: prioritise(some), render, unit: budget.unit, max });
  const isHopeless = ({ id }: Term): boolean => countPieces(render(new Set([id])), budget.unit) > max;
  const first = fitOf(terms);
  // What stands in a text that fits is not too long by itself.
  const hopeless = terms.filter((term) => first.dropped.includes(term.id) && isHopeless(term));
  const fitted = hopeless.length === 0 ? first : fitOf(terms.filter((term) => !hopeless.includes(term)));
  const dropped = [...hopeless.map((term) => term.id), ...fitted.dropped];
  const warnings = dropped.map((id): Warning => {
    const term = terms.find((candidate) => candidate.id === id);
    const words = term === undefined ? id : wordsOf(term);
    const message = `"${words}" does not fit into ${budget.max} ${UNIT_NAMES[budget.unit]}`;
    return { code: "phrase-dropped", message, where, termId: id };
  });
  return { ...fitted, dropped, warnings };
}

/** What must be told of a text that is within its budget: an estimated count, a recommendation exceeded. */
export function budgetWarnings(text: string, budget: BudgetSpec, where: string): Warning[] {
  const warnings: Warning[] = [];
  if (ESTIMATED_UNITS.includes(budget.unit)) {
    const message = `${UNIT_NAMES[budget.unit]} are estimated without the vocabulary, rather over than under`;
    warnings.push({ code: "budget-estimated", message, where });
  }
  if (budget.recommended !== undefined) {
    const { unit, max, source } = budget.recommended;
    const used = countText(text, unit);
    if (used > max) {
      const message = `${used} ${UNIT_NAMES[unit]}, where ${max} are recommended (${source.from}, ${source.date})`;
      warnings.push({ code: "over-recommended", message, where });
    }
  }
  return warnings;
}

/** A warning when the vendor has shut the version down. */
export function statusWarnings(capabilities: Capabilities, where: string): Warning[] {
  if (capabilities.status !== "retired") return [];
  const message = `${capabilities.title} has been shut down by its vendor; the prompt is for the record`;
  return [{ code: "target-retired", message, where }];
}

/** "name" for the default version, else "name@version". */
export function targetName(capabilities: Capabilities, defaultVersion: string): string {
  const { target, version } = capabilities;
  return version === defaultVersion ? target : `${target}@${version}`;
}
