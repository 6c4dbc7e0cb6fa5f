import type { Observation } from "../../../blueprint/observation.js";

/** How a place stands beside people and things, where "in a ..." would not do. `$` is the place as it was named. */
const BESIDE: readonly (readonly [RegExp, string])[] = [
  [/\b(?:street|road|campus|hillside)$/u, "on a $"],
  [/\b(?:field|court|pitch|beach)$/u, "on a $"],
  [/\b(?:coast|coastline|seaside)$/u, "on the $"],
  [/^(?:mountain|mountains|mountain landscape)$/u, "in the mountains"],
  [/^desert(?: landscape)?$/u, "in the desert"],
  [/^(?:snow|ice|snow and ice)$/u, "in the snow"],
];

/** The words for a place in which something else is. */
export function asSetting(seen: Observation): Observation {
  const text = seen.text.replace(/^(?:an?|the) /u, "");
  const form = BESIDE.find(([says]) => says.test(text))?.[1];
  return { ...seen, text: form === undefined ? text : form.replace("$", text) };
}
