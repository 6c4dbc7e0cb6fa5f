import type { Recipe } from "imprompt/core";
import { describe, expect, it } from "vitest";
import { freeName, NEW_STYLE, openSlots, stepStyle, withDefault, withFacet } from "./style-state";

const SUBJECT = { name: "subject", facet: "subject", required: true } as const;

describe("stepStyle", () => {
  it("remembers what was said of some boards alone", () => {
    const out = stepStyle(NEW_STYLE, { type: "chosen", ids: ["a", "b"], chosen: false });
    expect(stepStyle(out, { type: "chosen", ids: ["a"], chosen: true }).chosen).toEqual({
      a: true,
      b: false,
    });
  });

  it("adds a slot for the first facet that has none", () => {
    expect(stepStyle(NEW_STYLE, { type: "slot-added" }).slots.map(({ name }) => name)).toEqual([
      "subject",
      "action",
    ]);
  });

  it("changes and removes the slot at its place alone", () => {
    const two = stepStyle(NEW_STYLE, { type: "slot-added" });
    const changed = stepStyle(two, { type: "slot-changed", at: 1, slot: { ...SUBJECT, name: "other" } });
    expect(changed.slots.map(({ name }) => name)).toEqual(["subject", "other"]);
    expect(stepStyle(changed, { type: "slot-removed", at: 0 }).slots.map(({ name }) => name)).toEqual([
      "other",
    ]);
  });
});

describe("slots", () => {
  it("counts on where a name is taken", () => {
    expect(freeName("subject", [SUBJECT, { ...SUBJECT, name: "subject-2" }])).toBe("subject-3");
  });

  it("renames a slot with its facet unless it has a name of its own", () => {
    expect(withFacet(SUBJECT, "setting", [SUBJECT]).name).toBe("setting");
    const own = { ...SUBJECT, name: "hero" };
    expect(withFacet(own, "setting", [own])).toMatchObject({ name: "hero", facet: "setting" });
  });

  it("makes a slot with a default optional", () => {
    expect(withDefault(SUBJECT, "a fox")).toEqual({ ...SUBJECT, required: false, default: "a fox" });
    expect(withDefault({ ...SUBJECT, required: false, default: "a fox" }, "")).toEqual({
      ...SUBJECT,
      required: false,
    });
  });
});

describe("openSlots", () => {
  it("finds the places that only a text has", () => {
    const recipe: Recipe = {
      version: 1,
      name: "r",
      slots: [SUBJECT],
      palette: [],
      terms: [
        {
          id: "t1",
          facet: "setting",
          text: "{subject} in {place} at {hour=dusk}",
          weight: 1,
          confidence: 1,
          polarity: "include",
          evidence: [],
        },
      ],
    };
    expect(openSlots(recipe)).toEqual([
      SUBJECT,
      { name: "place", facet: "setting", required: true },
      { name: "hour", facet: "setting", required: false, default: "dusk" },
    ]);
  });
});
