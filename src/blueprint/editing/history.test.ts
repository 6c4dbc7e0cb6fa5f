import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plan, validBlueprint } from "../../../test/edits.js";
import { createBlueprint } from "../build.js";
import type { Blueprint } from "../types.js";
import { perform, redo, startHistory, undo } from "./history.js";

describe("history", () => {
  it("undoes and redoes any sequence of edits, step by step, deeply equal", () => {
    fc.assert(
      fc.property(validBlueprint, fc.array(plan, { maxLength: 25 }), (any, plans) => {
        const states: Blueprint[] = [any];
        let history = startHistory(any);
        for (const make of plans) {
          history = perform(history, make(history.present));
          states.push(history.present);
        }
        for (const state of states.slice(0, -1).reverse()) {
          history = undo(history);
          expect(history.present).toStrictEqual(state);
        }
        expect(history.past).toEqual([]);
        for (const state of states.slice(1)) {
          history = redo(history);
          expect(history.present).toStrictEqual(state);
        }
        expect(history.future).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  const base = createBlueprint({
    frame: { width: 1, height: 1 },
    terms: [{ facet: "subject", text: "fox" }],
  });

  it("stands still at both ends", () => {
    const fresh = startHistory(base);
    expect(undo(fresh)).toBe(fresh);
    expect(redo(fresh)).toBe(fresh);
  });

  it("forgets what was undone once something else is done, and tells its steps", () => {
    const once = perform(startHistory(base), { kind: "weigh", id: "subject/fox", weight: 1.5 });
    const other = perform(undo(once), { kind: "pin", id: "subject/fox", pinned: true });
    expect(redo(other)).toBe(other);
    expect(other.past.map(({ words }) => words)).toEqual(['pin "fox" (subject)']);
  });

  it("survives JSON", () => {
    const once = perform(startHistory(base), { kind: "remove", id: "subject/fox" });
    const copy = JSON.parse(JSON.stringify(once)) as typeof once;
    expect(undo(copy).present).toEqual(base);
  });
});
