import { createBlueprint, startHistory } from "imprompt/core";
import { describe, expect, it } from "vitest";
import type { Board } from "../state/board";
import { EMPTY_WORKSPACE } from "../state/workspace";
import { restoredWith } from "./keep-workspace";
import { arrange, changesBetween, mergeIndex, parseIndex } from "./kept-boards";

const history = startHistory(createBlueprint({ frame: { width: 1, height: 1 } }));

function board(id: string, createdAt = 0): Board {
  const rest = { picture: null, facts: null, history, parameters: {} };
  return { id, name: id, origin: { kind: "file" }, createdAt, ...rest };
}

describe("the index", () => {
  it("is read whatever it was made of", () => {
    expect(parseIndex({ order: ["a", "b", "a"], current: "b" })).toEqual({ order: ["a", "b"], current: "b" });
    expect(parseIndex({ order: [1], current: 2 })).toEqual({ order: [], current: null });
    expect(parseIndex(undefined)).toEqual({ order: [], current: null });
  });

  it("arranges the boards there are; those that it does not know stand behind, oldest first", () => {
    const boards = [board("new", 9), board("old", 1), board("b"), board("a")];
    expect(arrange(boards, { order: ["a", "gone", "b"], current: "b" })).toEqual({
      order: ["a", "b", "old", "new"],
      current: "b",
    });
  });

  it("shows the last board where the shown one is gone", () => {
    expect(arrange([board("a")], { order: ["a"], current: "gone" }).current).toBe("a");
    expect(arrange([], { order: [], current: "gone" }).current).toBeNull();
  });

  it("keeps what another tab has added, and drops what this one has closed", () => {
    const merged = mergeIndex(
      { order: ["b", "a"], current: "a" },
      { order: ["a", "closed", "theirs", "b"], current: "theirs" },
      new Set(["a", "b", "closed"]),
    );
    expect(merged).toEqual({ order: ["b", "a", "theirs"], current: "a" });
  });
});

describe("what is written", () => {
  it("is what changed, and nothing else", () => {
    const [a, b, c] = [board("a"), board("b"), board("c")];
    const renamed = { ...b, name: "other" };
    const after = { a, b: renamed, d: a };
    expect(changesBetween({ a, b, c }, after, ["a", "b", "c"])).toEqual({ put: [renamed], remove: ["c"] });
    expect(changesBetween({ a }, { a }, ["a"])).toEqual({ put: [], remove: [] });
  });

  it("takes away what was closed while it was still being written", () => {
    expect(changesBetween({}, {}, ["a"])).toEqual({ put: [], remove: ["a"] });
  });
});

describe("what is restored", () => {
  it("stands before what was opened meanwhile, which stays shown", () => {
    const now = { ...EMPTY_WORKSPACE, order: ["n"], boards: { n: board("n") }, current: "n" };
    const kept = { order: ["a"], boards: { a: board("a") }, current: "a" };
    expect(restoredWith(kept, now)).toMatchObject({ order: ["a", "n"], current: "n" });
    expect(restoredWith(kept, EMPTY_WORKSPACE)).toMatchObject({ order: ["a"], current: "a" });
  });
});
