import type { Facet } from "../../../blueprint/facets.js";
import type { Term } from "../../../blueprint/types.js";
import type { Piece } from "../../../layout/piece.js";
import type { Sentence } from "./sentence.js";

/** What an editing model is told to leave alone when the terms do not speak of it. */
const KEEPABLE: readonly (readonly [string, readonly Facet[]])[] = [
  ["the subject", ["subject"]],
  ["the pose", ["action", "subject"]],
  ["the setting", ["setting"]],
  ["the lighting", ["lighting", "atmosphere"]],
  ["the colors", ["palette"]],
  ["the composition", ["composition"]],
];

/** The opening as an order to change the picture that is shown beside the words. */
export function sayChange(
  opening: readonly Sentence[],
  has: { lead: boolean; content: boolean; captions: boolean },
): Sentence[] {
  const [first = [], ...rest] = opening;
  const order = (text: string): Sentence[] => [[{ text }, ...first], ...rest];
  if (has.captions || (has.content && first.length === 0))
    return [[{ text: "Change this picture to match this description" }], ...opening];
  if (has.lead) return order(has.content ? "Change this picture into " : "Restyle this picture as ");
  if (has.content) return order("Change this picture to show ");
  return [[{ text: "Change the look of this picture" }], ...opening];
}

/** "Keep the subject, the pose and the composition unchanged"; empty when every part is spoken of. */
export function sayKept(terms: readonly Term[]): Sentence {
  const kept = KEEPABLE.filter(([, facets]) => terms.every((term) => !facets.includes(term.facet))).map(
    ([name]) => name,
  );
  if (kept.length === 0 || terms.length === 0) return [];
  const last = kept.at(-1) ?? "";
  const list = kept.length === 1 ? last : `${kept.slice(0, -1).join(", ")} and ${last}`;
  const sentence: Piece = { text: `Keep ${list} unchanged` };
  return [sentence];
}
