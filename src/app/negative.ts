import type { Negated } from "../blueprint/negate/negate.js";
import { negate } from "../blueprint/negate/negate.js";
import type { Purpose } from "../blueprint/negate/purposes.js";
import type { Blueprint } from "../blueprint/types.js";
import { opposites } from "../vocabulary/lexicon.js";
import type { Vocabulary } from "../vocabulary/vocabulary.js";

/** What exclusions are for where nobody says it. */
export const DEFAULT_PURPOSES: readonly Purpose[] = ["quality", "clean"];

export interface NegativeWishes {
  /** `DEFAULT_PURPOSES` unless said. */
  readonly purposes?: readonly Purpose[];
  /** Also the contraries of what the blueprint is sure of; true unless said. */
  readonly derive?: boolean;
  /** Where contraries are looked up; the standard one unless said. */
  readonly vocabulary?: Vocabulary;
}

/** The blueprint with exclusions that fit it, by the words that imprompt brings. */
export function negativeOf(blueprint: Blueprint, wishes: NegativeWishes): Negated {
  return negate(blueprint, {
    purposes: wishes.purposes ?? DEFAULT_PURPOSES,
    derive: wishes.derive ?? true,
    opposites: (phrase) => opposites(phrase, wishes.vocabulary),
  });
}
