import { ImpromptError } from "../base/error.js";
import type { Facet } from "../blueprint/facets.js";
import type { Blueprint } from "../blueprint/types.js";
import type { VariationAxis } from "../blueprint/vary/axis.js";
import { VARIATION_AXES } from "../blueprint/vary/axis.js";
import type { PermutationSet } from "../blueprint/vary/permutations.js";
import { permutations } from "../blueprint/vary/permutations.js";
import { repertoire } from "../blueprint/vary/repertoire.js";
import type { Variation, VaryOptions } from "../blueprint/vary/vary.js";
import { vary } from "../blueprint/vary/vary.js";
import { opposites, phrasesOf } from "../vocabulary/lexicon.js";
import type { Vocabulary } from "../vocabulary/vocabulary.js";

/** What may change where nobody says it: the look, not what is shown. */
export const DEFAULT_AXES: readonly VariationAxis[] = ["light", "style", "palette", "camera"];

export interface VaryWishes {
  /** 1 to 64; 4 unless said. */
  readonly count?: number;
  /** `DEFAULT_AXES` unless said. */
  readonly axes?: readonly VariationAxis[];
  /** 1 unless said. */
  readonly seed?: number;
  readonly keep?: readonly Facet[];
  /** Phrases to vary with; our own repertoire unless said. */
  readonly vocabulary?: Vocabulary;
}

function optionsOf({ vocabulary, axes, seed, ...wishes }: VaryWishes): VaryOptions {
  return {
    ...wishes,
    axes: axes ?? DEFAULT_AXES,
    seed: seed ?? 1,
    lexicon: vocabulary === undefined ? repertoire : (facet) => phrasesOf(facet, vocabulary),
    opposites: (phrase) => opposites(phrase, vocabulary),
  };
}

/**
 * Variations with the words that imprompt brings, one at least.
 *
 * @throws ImpromptError `invalid-option` where none is far enough from the original, and as `vary`
 */
export function variationsOf(blueprint: Blueprint, wishes: VaryWishes, name?: string): readonly Variation[] {
  const found = vary(blueprint, optionsOf(wishes));
  if (found.length > 0) return found;
  throw new ImpromptError("invalid-option", "no variation is far enough from the original along these axes", {
    ...(name === undefined ? {} : { where: name }),
    hint: `Name more axes of ${VARIATION_AXES.join(", ")}.`,
  });
}

/** The same wishes as Midjourney's `{a, b}` sets. @throws ImpromptError `invalid-option` as `vary` */
export function permutationsOf(blueprint: Blueprint, wishes: VaryWishes): readonly PermutationSet[] {
  return permutations(blueprint, optionsOf(wishes));
}
