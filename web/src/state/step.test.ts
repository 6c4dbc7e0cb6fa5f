import fc from "fast-check";
import { createBlueprint, type Edit } from "imprompt/core";
import { describe, expect, it } from "vitest";
import type { Board } from "./board";
import { step } from "./step";
import type { Arrival, Workspace, WorkspaceEvent } from "./workspace";
import { EMPTY_WORKSPACE } from "./workspace";

const blueprint = createBlueprint({
  frame: { width: 640, height: 480 },
  terms: [
    { id: "one", facet: "subject", text: "a heron" },
    { id: "two", facet: "lighting", text: "low sun" },
  ],
});

function boardNamed(id: string): Board {
  return {
    id,
    name: `board ${id}`,
    origin: { kind: "file" },
    createdAt: 0,
    picture: null,
    facts: null,
    history: { past: [], present: blueprint, future: [] },
    parameters: {},
  };
}

function after(...events: readonly WorkspaceEvent[]): Workspace {
  return events.reduce(step, EMPTY_WORKSPACE);
}

const opened = (id: string, at?: number): WorkspaceEvent => ({
  type: "opened",
  board: boardNamed(id),
  ...(at === undefined ? {} : { at }),
});
const arrived = (id: string): WorkspaceEvent => ({ type: "arrived", id, name: `${id}.jpg`, thumbnail: null });
const weigh = (weight: number): Edit => ({ kind: "weigh", id: "one", weight });

describe("pictures on their way", () => {
  it("arrive at the end and are shown", () => {
    const { order, current, arrivals } = after(opened("a"), arrived("b"));
    expect(order).toEqual(["a", "b"]);
    expect(current).toBe("b");
    expect(arrivals["b"]).toEqual({ id: "b", name: "b.jpg", thumbnail: null, state: "waiting" });
  });

  it("collect their stages and keep them when they fail", () => {
    const stage = { stage: "fused", terms: 3 } as const;
    const trouble = { code: "input-corrupt", message: "It is cut off." };
    const failed = after(
      arrived("a"),
      { type: "started", id: "a" },
      { type: "progressed", id: "a", stage },
      {
        type: "failed",
        id: "a",
        trouble,
      },
    );
    expect(failed.arrivals["a"]).toMatchObject({ state: "failed", stages: [stage], trouble });
    const again = step(step(failed, arrived("a")), { type: "started", id: "a" });
    expect(again.arrivals["a"]).toMatchObject({ state: "working", stages: [] });
    expect(again.order).toEqual(["a"]);
  });

  it("become boards where they stand, without taking the page", () => {
    const { order, boards, arrivals, current } = after(arrived("a"), arrived("b"), opened("a"));
    expect(order).toEqual(["a", "b"]);
    expect(Object.keys(boards)).toEqual(["a"]);
    expect(Object.keys(arrivals)).toEqual(["b"]);
    expect(current).toBe("b");
  });

  it("never push a board aside", () => {
    const board = after(opened("a"));
    expect(step(board, arrived("a"))).toBe(board);
  });

  it("that were closed stay closed, whatever comes of them", () => {
    const closed = after(arrived("a"), { type: "closed", id: "a" });
    expect(step(closed, { type: "progressed", id: "a", stage: { stage: "fused", terms: 1 } })).toBe(closed);
    expect(step(closed, { type: "failed", id: "a", trouble: { code: "x", message: "y" } })).toBe(closed);
    expect(step(closed, { type: "started", id: "a" })).toBe(closed);
  });
});

describe("boards", () => {
  it("open at the end, or where they are put", () => {
    expect(after(opened("a"), opened("b"), opened("c", 1)).order).toEqual(["a", "c", "b"]);
    expect(after(opened("a"), opened("b", 99)).order).toEqual(["a", "b"]);
  });

  it("hand the page to the right neighbour when they close, else to the left one", () => {
    const three = after(opened("a"), opened("b"), opened("c"), { type: "chosen", id: "b" });
    const two = step(three, { type: "closed", id: "b" });
    expect(two.current).toBe("c");
    const one = step(two, { type: "closed", id: "c" });
    expect(one.current).toBe("a");
    expect(step(one, { type: "closed", id: "a" })).toEqual(EMPTY_WORKSPACE);
  });

  it("leave the page alone when another one closes", () => {
    const two = after(opened("a"), opened("b"));
    expect(step(two, { type: "closed", id: "a" }).current).toBe("b");
  });

  it("are renamed and given parameters by target", () => {
    const { boards } = after(
      opened("a"),
      { type: "renamed", id: "a", name: "heron" },
      { type: "parameters-set", id: "a", target: "sdxl", parameters: { steps: 20 } },
      { type: "parameters-set", id: "a", target: "flux", parameters: { seed: 4 } },
    );
    expect(boards["a"]).toMatchObject({
      name: "heron",
      parameters: { sdxl: { steps: 20 }, flux: { seed: 4 } },
    });
  });

  it("choose only what is open", () => {
    const two = after(opened("a"), opened("b"));
    expect(step(two, { type: "chosen", id: "a" }).current).toBe("a");
    expect(step(two, { type: "chosen", id: "b" })).toBe(two);
    expect(step(two, { type: "chosen", id: "gone" })).toBe(two);
  });

  it("refuse an edit of a phrase that is gone and stay as they were", () => {
    const one = after(opened("a"));
    const edit: Edit = { kind: "weigh", id: "gone", weight: 2 };
    expect(() => step(one, { type: "edited", id: "a", edit })).toThrow(/no term has the id/u);
  });
});

describe("history", () => {
  const edited = after(
    opened("a"),
    { type: "edited", id: "a", edit: weigh(1.5) },
    { type: "edited", id: "a", edit: weigh(2) },
  );
  const weightIn = ({ boards }: Workspace): number | undefined =>
    boards["a"]?.history.present.terms[0]?.weight;

  it("goes back and forth", () => {
    const back = step(edited, { type: "undone", id: "a" });
    expect([edited, back, step(back, { type: "redone", id: "a" })].map(weightIn)).toEqual([2, 1.5, 2]);
  });

  it("travels to any place, and no farther than there is", () => {
    const to = (past: number): Workspace => step(edited, { type: "travelled", id: "a", past });
    expect([0, 1, 2, 9].map((past) => weightIn(to(past)))).toEqual([1, 1.5, 2, 2]);
    expect(weightIn(to(-1))).toBe(1);
    expect(weightIn(step(to(0), { type: "travelled", id: "a", past: 2 }))).toBe(2);
  });

  it("is the same object where there is nothing to undo", () => {
    const one = after(opened("a"));
    expect(step(one, { type: "undone", id: "a" })).toBe(one);
    expect(step(one, { type: "redone", id: "a" })).toBe(one);
  });
});

const id = fc.constantFrom("a", "b", "c", "d");
const event: fc.Arbitrary<WorkspaceEvent> = fc.oneof(
  id.map(arrived),
  id.map((each): WorkspaceEvent => ({ type: "started", id: each })),
  id.map((each): WorkspaceEvent => ({ type: "progressed", id: each, stage: { stage: "fused", terms: 1 } })),
  id.map((each): WorkspaceEvent => ({ type: "failed", id: each, trouble: { code: "x", message: "y" } })),
  fc.tuple(id, fc.option(fc.nat(5), { nil: undefined })).map(([each, at]) => opened(each, at)),
  id.map((each): WorkspaceEvent => ({ type: "chosen", id: each })),
  id.map((each): WorkspaceEvent => ({ type: "closed", id: each })),
  fc
    .tuple(id, fc.double({ min: 0.05, max: 3, noNaN: true }))
    .map(([each, weight]): WorkspaceEvent => ({ type: "edited", id: each, edit: weigh(weight) })),
  id.map((each): WorkspaceEvent => ({ type: "undone", id: each })),
  id.map((each): WorkspaceEvent => ({ type: "redone", id: each })),
  fc
    .tuple(id, fc.integer({ min: -2, max: 6 }))
    .map(([each, past]): WorkspaceEvent => ({ type: "travelled", id: each, past })),
);

describe("laws over any events", () => {
  it("order names each board and arrival once, and what is current is open", () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        const { order, boards, arrivals, current } = after(...events);
        const open = [...Object.keys(boards), ...Object.keys(arrivals)];
        expect([...order].sort()).toEqual(open.sort());
        expect(new Set(order).size).toBe(order.length);
        expect(current === null ? order.length === 0 : order.includes(current)).toBe(true);
        const items: readonly (Board | Arrival)[] = [...Object.values(boards), ...Object.values(arrivals)];
        for (const each of items) expect(each).toBe(boards[each.id] ?? arrivals[each.id]);
      }),
    );
  });

  it("an event about one leaves every other as the same object", () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), event, (events, last) => {
        const before = after(...events);
        const now = step(before, last);
        const about = last.type === "opened" ? last.board.id : "id" in last ? last.id : "";
        for (const each of before.order) {
          if (each === about) continue;
          expect(now.boards[each]).toBe(before.boards[each]);
          expect(now.arrivals[each]).toBe(before.arrivals[each]);
        }
      }),
    );
  });

  it("undoing all that was done gives back the first blueprint", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.05, max: 3, noNaN: true }), { maxLength: 12 }), (weights) => {
        const edits = weights.map(
          (weight): WorkspaceEvent => ({ type: "edited", id: "a", edit: weigh(weight) }),
        );
        const done = after(opened("a"), ...edits);
        const undone = step(done, { type: "travelled", id: "a", past: 0 });
        expect(undone.boards["a"]?.history.present).toEqual(blueprint);
        const redone = step(undone, { type: "travelled", id: "a", past: weights.length });
        expect(redone.boards["a"]?.history).toEqual(done.boards["a"]?.history);
      }),
    );
  });
});
