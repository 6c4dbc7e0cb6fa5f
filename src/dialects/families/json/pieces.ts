import type { Term } from "../../../blueprint/types.js";
import type { Piece } from "../../../layout/piece.js";
import { composeProse } from "../prose/compose.js";
import { wordsOf } from "../select.js";

/** JSON text of a string, without the quotes around it. */
function escaped(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** A value that says no term. */
export function literal(value: unknown): Piece {
  return { text: JSON.stringify(value) };
}

/** A JSON string of phrases, each with its span. */
export function phrases(terms: readonly Term[], joint = ", "): Piece[] {
  const said = terms.flatMap((term, index) => [
    ...(index === 0 ? [] : [{ text: joint }]),
    { text: escaped(wordsOf(term)), termId: term.id },
  ]);
  return [{ text: '"' }, ...said, { text: '"' }];
}

/** A JSON string of sentences, each phrase with its span. */
export function sentences(terms: readonly Term[]): Piece[] {
  const said = composeProse(terms).map((piece) => ({ ...piece, text: escaped(piece.text) }));
  return [{ text: '"' }, ...said, { text: '"' }];
}

export type Member = readonly [key: string, value: readonly Piece[]];

export function object(members: readonly Member[]): Piece[] {
  const inner = members.flatMap(([key, value], index) => [
    { text: `${index === 0 ? "" : ","}${JSON.stringify(key)}:` },
    ...value,
  ]);
  return [{ text: "{" }, ...inner, { text: "}" }];
}

export function list(items: readonly (readonly Piece[])[]): Piece[] {
  return [
    { text: "[" },
    ...items.flatMap((item, index) => (index === 0 ? item : [{ text: "," }, ...item])),
    { text: "]" },
  ];
}
