import { createBlueprint, FACETS } from "imprompt/core";
import { describe, expect, it } from "vitest";
import type { BlendState } from "./blend-state";
import { modeOf, NEW_BLEND, saysOf, settle, sharesOf, sourceOf, stepBlend } from "./blend-state";

const everything = (): boolean => true;

const of = (...sources: string[]): BlendState => ({ ...NEW_BLEND, sources, seen: sources });

const open = (ids: string): { id: string; made: boolean }[] =>
  ids.split("").map((id) => ({ id: id.toLowerCase(), made: id !== id.toLowerCase() }));

describe("settle", () => {
  it("takes the first five of what is open when nothing was chosen yet", () => {
    expect(settle(NEW_BLEND, open("abcdef")).sources).toEqual(["a", "b", "c", "d", "e"]);
  });

  it("lets a closed board go and a new one join, and leaves out what was put aside", () => {
    const aside = stepBlend(of("a", "b", "c"), { type: "toggled", id: "b" });
    expect(settle(aside, open("bcd")).sources).toEqual(["c", "d"]);
  });

  it("lets no board join by itself that was made of others", () => {
    const settled = settle(of("a", "b"), open("abCd"));
    expect(settled.sources).toEqual(["a", "b", "d"]);
    expect(stepBlend(settled, { type: "toggled", id: "c" }).sources).toEqual(["a", "b", "d", "c"]);
  });

  it("does not fill a free place with a board that it has seen before", () => {
    const six = settle(NEW_BLEND, open("abcdef"));
    const four = stepBlend(six, { type: "toggled", id: "a" });
    expect(settle(four, open("abcdef")).sources).toEqual(["b", "c", "d", "e"]);
  });
});

describe("stepBlend", () => {
  it("takes no sixth source", () => {
    const five = of("a", "b", "c", "d", "e");
    expect(stepBlend(five, { type: "toggled", id: "f" }).sources).toEqual(five.sources);
  });

  it("swaps a source with its neighbor, and stops at the ends", () => {
    expect(stepBlend(of("a", "b", "c"), { type: "moved", id: "b", by: 1 }).sources).toEqual(["a", "c", "b"]);
    expect(stepBlend(of("a", "b"), { type: "moved", id: "a", by: -1 }).sources).toEqual(["a", "b"]);
  });
});

describe("sourceOf", () => {
  it("starts with what is shown from the first and its look from the next ones", () => {
    const seats = (count: number): number[] => {
      const state = of(...["a", "b", "c", "d", "e"].slice(0, count));
      return (["subject", "lighting", "style", "camera", "quality"] as const).map((facet) =>
        sourceOf(state, facet, everything),
      );
    };
    expect(seats(2)).toEqual([0, 1, 1, 0, 0]);
    expect(seats(3)).toEqual([0, 1, 2, 0, 0]);
    expect(seats(5)).toEqual([0, 1, 2, 3, 4]);
  });

  it("keeps a choice with its picture when the order changes, and falls back when the picture leaves", () => {
    const taken = stepBlend(of("a", "b", "c"), { type: "taken", facets: ["subject"], id: "c" });
    expect(sourceOf(taken, "subject", everything)).toBe(2);
    expect(sourceOf(stepBlend(taken, { type: "moved", id: "c", by: -1 }), "subject", everything)).toBe(1);
    expect(sourceOf(stepBlend(taken, { type: "toggled", id: "c" }), "subject", everything)).toBe(0);
  });
});

describe("sourceOf where sources are silent", () => {
  const frame = { width: 1, height: 1 };
  const says = saysOf([
    createBlueprint({
      frame,
      terms: [
        { facet: "subject", text: "a fox" },
        { facet: "lighting", text: "neon lighting" },
      ],
    }),
    createBlueprint({
      frame,
      terms: [
        { facet: "action", text: "running" },
        { facet: "palette", text: "muted colors" },
      ],
    }),
  ]);

  it("goes to the first that says something of the facet", () => {
    expect(sourceOf(of("a", "b"), "lighting", says)).toBe(0);
    expect(sourceOf(of("a", "b"), "palette", says)).toBe(1);
  });

  it("keeps subject, action and setting together", () => {
    expect(sourceOf(of("a", "b"), "action", says)).toBe(0);
  });

  it("stays with a silent source that was chosen", () => {
    const chosen = stepBlend(of("a", "b"), { type: "taken", facets: ["lighting"], id: "b" });
    expect(sourceOf(chosen, "lighting", says)).toBe(1);
  });
});

describe("modeOf", () => {
  it("names a source for every facet", () => {
    const mode = modeOf(of("a", "b"), everything);
    expect(mode.mode === "facets" && Object.keys(mode.from)).toEqual([...FACETS]);
  });
});

describe("sharesOf", () => {
  it("is each weight's part of the sum, a source nobody weighed being in the middle", () => {
    const state = stepBlend({ ...of("a", "b"), kind: "weight" }, { type: "weighed", id: "b", weight: 150 });
    expect(sharesOf(state)).toEqual([0.25, 0.75]);
  });

  it("is even where weights do not count", () => {
    const state = stepBlend(of("a", "b"), { type: "weighed", id: "b", weight: 100 });
    expect(sharesOf(state)).toEqual([0.5, 0.5]);
  });
});
