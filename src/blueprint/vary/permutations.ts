import type { Blueprint } from "../types.js";
import type { VariationAxis } from "./axis.js";
import { VARIATION_AXES } from "./axis.js";
import type { VaryOptions } from "./vary.js";
import { fixedTerms, vary } from "./vary.js";

/** One set of a permutation prompt: a job is made for each option of each set. */
export interface PermutationSet {
  readonly axis: VariationAxis;
  /** The terms that the set stands for; empty when the original says nothing of the matter. */
  readonly termIds: readonly string[];
  /** What the original says first, if it says anything, then the alternatives; two at least. */
  readonly options: readonly string[];
  /** "{soft light, backlight\\, warm glow}" */
  readonly text: string;
}

/** Within a set a comma parts options and a brace ends it: a comma is escaped, a brace becomes a parenthesis. */
function escapeOption(option: string): string {
  return option.replace(/\\/gu, "").replace(/\{/gu, "(").replace(/\}/gu, ")").replace(/,/gu, "\\,");
}

/**
 * What varies along each axis as Midjourney's `{a, b}` sets, the original among the options, so that a set of
 * `count` variations has `count` + 1 at most. Each axis is varied alone; one that cannot move has no set, and
 * neither has wording, which touches phrases all over.
 *
 * @throws ImpromptError `invalid-option` as `vary`
 */
export function permutations(blueprint: Blueprint, options: VaryOptions): PermutationSet[] {
  const axes = VARIATION_AXES.filter((axis) => axis !== "wording" && options.axes.includes(axis));
  return axes.flatMap((axis): PermutationSet[] => {
    const single = { ...options, axes: [axis] };
    const fixed = fixedTerms(blueprint, single);
    const open = blueprint.terms.filter(({ id }) => !fixed.has(id));
    const say = (terms: Blueprint["terms"]): string => terms.map(({ text }) => text).join(", ");
    const found = vary(blueprint, single).map((variation) =>
      say(variation.blueprint.terms.filter(({ id }) => !fixed.has(id))),
    );
    const said = [...new Set([say(open), ...found])].filter((option) => option !== "");
    if (said.length < 2) return [];
    const text = `{${said.map(escapeOption).join(", ")}}`;
    return [{ axis, termIds: open.map(({ id }) => id), options: said, text }];
  });
}
