import type { Blueprint, Edit } from "imprompt/core";
import { applyEdit, createBlueprint } from "imprompt/core";
import { describe, expect, it } from "vitest";
import type { RowId } from "./arrange";
import { rowOf } from "./arrange";
import { moveToFacet, placing, refaceting, shifting } from "./place";

const BOARD = createBlueprint({
  frame: { width: 1, height: 1 },
  terms: [
    { facet: "subject", text: "fox" },
    { facet: "subject", text: "owl" },
    { facet: "lighting", text: "fog" },
    { facet: "subject", text: "elk" },
    { facet: "subject", text: "dog", polarity: "exclude" },
    { facet: "camera", text: "blur", polarity: "exclude" },
  ],
});

function after(edit: Edit | undefined, blueprint: Blueprint = BOARD): Blueprint {
  return edit === undefined ? blueprint : applyEdit(blueprint, edit).blueprint;
}

function row({ terms }: Blueprint, id: RowId): string[] {
  return terms.filter((term) => rowOf(term) === id).map(({ text }) => text);
}

describe("placing", () => {
  it("puts a chip before another of its row, across terms of other facets", () => {
    const moved = after(placing(BOARD, "subject/elk", { row: "subject", before: "subject/owl" }));
    expect(row(moved, "subject")).toEqual(["fox", "elk", "owl"]);
  });

  it("puts a chip at the end of its row", () => {
    const moved = after(placing(BOARD, "subject/fox", { row: "subject", before: null }));
    expect(row(moved, "subject")).toEqual(["owl", "elk", "fox"]);
  });

  it("changes nothing where it stands already", () => {
    expect(placing(BOARD, "subject/owl", { row: "subject", before: "subject/elk" })).toBeUndefined();
    expect(placing(BOARD, "subject/elk", { row: "subject", before: null })).toBeUndefined();
    expect(placing(BOARD, "subject/elk", { row: "subject", before: "subject/elk" })).toBeUndefined();
  });

  it("changes the facet, also to one without chips", () => {
    const edit = placing(BOARD, "subject/owl", { row: "atmosphere", before: null });
    expect(row(after(edit), "atmosphere")).toEqual(["owl"]);
    const beside = after(placing(BOARD, "subject/owl", { row: "lighting", before: "lighting/fog" }));
    expect(row(beside, "lighting")).toEqual(["owl", "fog"]);
  });

  it("excludes, and includes again at the place", () => {
    const excluded = after(placing(BOARD, "subject/owl", { row: "excluded", before: null }));
    expect(row(excluded, "excluded")).toContain("owl");
    const back = after(placing(BOARD, "!subject/dog", { row: "lighting", before: "lighting/fog" }));
    expect(row(back, "lighting")).toEqual(["dog", "fog"]);
  });
});

describe("shifting", () => {
  it("moves by one among its row and stops at the ends", () => {
    expect(row(after(shifting(BOARD.terms, "subject/elk", -1)), "subject")).toEqual(["fox", "elk", "owl"]);
    expect(row(after(shifting(BOARD.terms, "subject/fox", 1)), "subject")).toEqual(["owl", "fox", "elk"]);
    expect(shifting(BOARD.terms, "subject/fox", -1)).toBeUndefined();
    expect(shifting(BOARD.terms, "subject/elk", 1)).toBeUndefined();
    expect(row(after(shifting(BOARD.terms, "!subject/dog", 1)), "excluded")).toEqual(["blur", "dog"]);
  });
});

describe("refaceting", () => {
  it("goes to the end of the neighboring facet and stops beyond the last", () => {
    const moved = after(refaceting(BOARD.terms, "lighting/fog", 1));
    expect(row(moved, "atmosphere")).toEqual(["fog"]);
    expect(refaceting(BOARD.terms, "subject/fox", -1)).toBeUndefined();
  });

  it("leaves what is excluded excluded", () => {
    const dog = BOARD.terms[4];
    if (dog === undefined) throw new Error("no dog");
    const moved = after(moveToFacet(BOARD.terms, dog, "detail"));
    expect(moved.terms.find(({ id }) => id === dog.id)).toMatchObject({
      facet: "detail",
      polarity: "exclude",
    });
    expect(moveToFacet(BOARD.terms, dog, "subject")).toBeUndefined();
  });
});
