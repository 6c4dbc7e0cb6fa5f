import { applyEdit, createBlueprint } from "imprompt/core";
import { describe, expect, it } from "vitest";
import { adding } from "./adding";

const BOARD = createBlueprint({
  frame: { width: 1, height: 1 },
  terms: [
    { facet: "subject", text: "fox" },
    { facet: "medium", text: "photograph" },
  ],
});

describe("adding", () => {
  it("adds several as one step, each to the end of its facet, as the person's own", () => {
    const { edit, added } = adding(BOARD, [
      { facet: "subject", text: "owl", excluded: false },
      { facet: "subject", text: "crowd", excluded: true },
    ]);
    expect(added.map(({ evidence }) => evidence)).toEqual([[{ source: "user" }], [{ source: "user" }]]);
    if (edit === undefined) throw new Error("nothing added");
    expect(edit.kind).toBe("batch");
    expect(applyEdit(BOARD, edit).blueprint.terms.map(({ text, polarity }) => `${text} ${polarity}`)).toEqual(
      ["fox include", "owl include", "crowd exclude", "photograph include"],
    );
  });

  it("adds one without a batch", () => {
    expect(adding(BOARD, [{ facet: "subject", text: "owl", excluded: false }]).edit?.kind).toBe("add");
  });

  it("says what is on the board already, and what is typed twice", () => {
    const { edit, added, known } = adding(BOARD, [
      { facet: "medium", text: "a photo", excluded: false },
      { facet: "subject", text: "owl", excluded: false },
      { facet: "subject", text: "Owl", excluded: false },
    ]);
    expect(known).toEqual(["a photo", "Owl"]);
    expect(added).toHaveLength(1);
    expect(edit?.kind).toBe("add");
  });

  it("changes nothing when nothing is new", () => {
    expect(adding(BOARD, [{ facet: "subject", text: "fox", excluded: false }]).edit).toBeUndefined();
  });
});
