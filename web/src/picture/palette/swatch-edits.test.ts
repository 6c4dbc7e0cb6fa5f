import { applyEdit, createBlueprint } from "imprompt/core";
import { expect, it } from "vitest";
import { adding, dropping, isSaid, renaming } from "./swatch-edits";

const plum = { hex: "#5d3c5a", name: "plum", share: 0.6 };
const teal = { hex: "#52737f", name: "dusty teal", share: 0.4 };
const blueprint = createBlueprint({ frame: { width: 100, height: 100 }, palette: [plum, teal] });

it("drops and renames one color and leaves the others", () => {
  expect(applyEdit(blueprint, dropping([plum, teal], 0)).blueprint.palette).toEqual([teal]);
  expect(renaming([plum, teal], 1, "  sea   smoke ")).toEqual({
    kind: "swatches",
    swatches: [plum, { ...teal, name: "sea smoke" }],
  });
  expect(renaming([plum, teal], 1, " ")).toBeUndefined();
  expect(renaming([plum, teal], 1, "dusty teal")).toBeUndefined();
});

it("adds a color as the user's phrase, and knows then that it is said", () => {
  expect(isSaid(blueprint, plum)).toBe(false);
  const edit = adding(blueprint, plum);
  if (edit === undefined) throw new Error("no edit");
  const after = applyEdit(blueprint, edit).blueprint;
  expect(after.terms).toMatchObject([
    {
      facet: "palette",
      text: "plum tones",
      confidence: 1,
      evidence: [{ source: "user", note: "swatch #5d3c5a" }],
    },
  ]);
  expect(isSaid(after, plum)).toBe(true);
  expect(isSaid(after, teal)).toBe(false);
  expect(adding(after, { ...plum, name: "warm tones" })).toMatchObject({ term: { text: "warm tones" } });
});
