import { createTerms } from "./build.js";
import type { Facet } from "./facets.js";
import { CONTENT_FACETS } from "./facets.js";
import { normaliseDrafts } from "./normalise.js";
import type { Blueprint } from "./types.js";

/** The blueprint without these facets. */
export function dropFacets(blueprint: Blueprint, facets: readonly Facet[]): Blueprint {
  return { ...blueprint, terms: blueprint.terms.filter((term) => !facets.includes(term.facet)) };
}

/** How it looks without what it shows: all but subject, action and setting. */
export function styleOnly(blueprint: Blueprint): Blueprint {
  return dropFacets(blueprint, CONTENT_FACETS);
}

/** The blueprint in which the user's words are all that a facet includes; exclusions stay. */
export function setFacet(blueprint: Blueprint, facet: Facet, texts: readonly string[]): Blueprint {
  const kept = blueprint.terms.filter((term) => term.facet !== facet || term.polarity === "exclude");
  const said = texts.map((text) => ({ facet, text, pinned: true, evidence: [{ source: "user" }] }));
  return { ...blueprint, terms: createTerms(normaliseDrafts([...said, ...kept])) };
}

/** The terms sure enough to be printed; what is pinned always is. */
export function atLeast(blueprint: Blueprint, confidence: number): Blueprint {
  const terms = blueprint.terms.filter((term) => term.pinned === true || term.confidence >= confidence);
  return { ...blueprint, terms };
}
