import type { Facet } from "../../../blueprint/facets.js";
import type { Term } from "../../../blueprint/types.js";

/**
 * Where a facet stands among comma phrases. What is shown comes first; the medium right after it, before light
 * and mood, since what is said early counts most (CLIP encoders read from left to right, Midjourney's influence
 * is said to fade after 40 to 60 words) and the medium decides what kind of picture it is; praise comes last.
 */
const RANK: { readonly [F in Facet]: number } = {
  subject: 0,
  action: 1,
  setting: 2,
  text: 3,
  medium: 4,
  style: 5,
  artist: 6,
  lighting: 7,
  atmosphere: 8,
  palette: 9,
  composition: 10,
  camera: 11,
  detail: 12,
  quality: 13,
};

const STRESSED = 1.15;
const WEAKENED = 0.85;

function stressRank(term: Term): number {
  if (term.facet === "subject") return 0;
  if (term.weight > STRESSED) return 1;
  return term.weight < WEAKENED ? 3 : 2;
}

/** Terms in the order of tags; equals keep the blueprint's order. */
export function orderTags(terms: readonly Term[]): Term[] {
  return [...terms].sort((x, y) => RANK[x.facet] - RANK[y.facet]);
}

/**
 * For targets without weights: in the order of tags, but a phrase above 1.15 comes right after the subject,
 * heaviest first, and one below 0.85 comes last.
 */
export function orderByStress(terms: readonly Term[]): Term[] {
  return orderTags(terms).sort((x, y) => {
    const ranks = stressRank(x) - stressRank(y);
    return ranks !== 0 ? ranks : stressRank(x) === 1 ? y.weight - x.weight : 0;
  });
}
