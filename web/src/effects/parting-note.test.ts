import { createBlueprint, startHistory } from "imprompt/core";
import { describe, expect, it } from "vitest";
import type { Board } from "../state/board";
import { withNote } from "./parting-note";

const history = startHistory(createBlueprint({ frame: { width: 1, height: 1 } }));

function board(id: string, name = id): Board {
  return {
    id,
    name,
    origin: { kind: "file" },
    createdAt: 0,
    picture: null,
    facts: null,
    history,
    parameters: {},
  };
}

describe("a parting note", () => {
  const kept = { order: ["a", "b"], current: "a", boards: { a: board("a"), b: board("b") }, damaged: ["x"] };

  it("adds what was opened, changes what was edited, and closes what was closed", () => {
    const index = { order: ["n", "a"], current: "n" };
    const changes = { put: [board("n"), board("a", "renamed")], remove: ["b"] };
    const now = withNote(kept, { changes, index, known: new Set(["a", "b", "n"]) });
    expect(now.order).toEqual(["n", "a"]);
    expect(now.current).toBe("n");
    expect(now.boards["a"]?.name).toBe("renamed");
    expect("b" in now.boards).toBe(false);
    expect(now.damaged).toEqual(["x"]);
  });

  it("leaves alone what another window has opened, which its page never knew", () => {
    const changes = { put: [board("n")], remove: [] };
    const now = withNote(kept, {
      changes,
      index: { order: ["a", "n"], current: "n" },
      known: new Set(["a", "n"]),
    });
    expect(now.order).toEqual(["a", "n", "b"]);
  });
});
