import type { Edit } from "../edit.js";
import type { Blueprint } from "../types.js";
import { frontOf } from "./front-of.js";
import { termNamed } from "./term-named.js";

/**
 * The edit that puts a phrase, named by its id or words, first in its facet and makes it no lighter than any other
 * phrase of that facet and polarity. Reading order among facets stays: what must be louder than another facet is
 * weighed.
 *
 * @throws ImpromptError `invalid-option` when there is no such phrase
 */
export function promote(blueprint: Blueprint, name: string): Edit {
  const term = termNamed(blueprint, name);
  const rivals = blueprint.terms.filter((x) => x.facet === term.facet && x.polarity === term.polarity);
  const weight = Math.max(...rivals.map((rival) => rival.weight));
  const at = frontOf(blueprint.terms, term.facet);
  const edits: Edit[] = [
    ...(blueprint.terms[at] === term ? [] : [{ kind: "move", id: term.id, at } as const]),
    ...(weight === term.weight ? [] : [{ kind: "weigh", id: term.id, weight } as const]),
  ];
  return { kind: "batch", label: "promote", edits };
}
