import { createBlueprint, perform, redo, startHistory, undo } from "imprompt/core";
import { describe, expect, it } from "vitest";
import { changeWords } from "./change-words";

const START = startHistory(
  createBlueprint({ frame: { width: 1, height: 1 }, terms: [{ facet: "subject", text: "fox" }] }),
);
const HEAVY = perform(START, { kind: "weigh", id: "subject/fox", weight: 1.2 });
const WORDS = 'raise "fox" (subject) from weight 1 to 1.2';

describe("changeWords", () => {
  it("tells a step, its undoing and its redoing apart", () => {
    expect(changeWords(START, HEAVY)).toBe(`R${WORDS.slice(1)}`);
    expect(changeWords(HEAVY, undo(HEAVY))).toBe(`Undone: ${WORDS}`);
    expect(changeWords(undo(HEAVY), redo(undo(HEAVY)))).toBe(`Redone: ${WORDS}`);
  });

  it("tells a step that took the place of another", () => {
    const heavier = perform(undo(HEAVY), { kind: "weigh", id: "subject/fox", weight: 1.3 });
    expect(changeWords(HEAVY, heavier)).toContain("to 1.3");
  });

  it("is silent where nothing was done", () => {
    expect(changeWords(HEAVY, HEAVY)).toBeNull();
  });
});
