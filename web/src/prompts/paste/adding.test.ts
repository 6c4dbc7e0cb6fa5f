import { applyEdit, createBlueprint } from "imprompt/core";
import { expect, it } from "vitest";
import { addingTerms } from "./adding";

const frame = { width: 1, height: 1 };
const board = createBlueprint({ frame, terms: [{ facet: "subject", text: "a fox" }] });

it("adds what is new as one edit, ids its own", () => {
  const { terms } = createBlueprint({
    frame,
    terms: [
      { facet: "subject", text: "A fox" },
      { facet: "lighting", text: "soft light", weight: 1.3 },
      { facet: "lighting", text: "soft light" },
      { facet: "subject", text: "a fox", polarity: "exclude" },
    ],
  });
  const edit = addingTerms(board, terms, "add the pasted prompt");
  if (edit === undefined) throw new Error("nothing added");
  const { blueprint, inverse } = applyEdit(board, edit);
  expect(blueprint.terms.map(({ text, polarity, weight }) => [text, polarity, weight])).toEqual([
    ["a fox", "include", 1],
    ["soft light", "include", 1.3],
    ["a fox", "exclude", 1],
  ]);
  expect(new Set(blueprint.terms.map(({ id }) => id)).size).toBe(3);
  expect(applyEdit(blueprint, inverse).blueprint).toEqual(board);
});

it("is nothing where the board says it all", () => {
  expect(addingTerms(board, board.terms, "x")).toBeUndefined();
});
