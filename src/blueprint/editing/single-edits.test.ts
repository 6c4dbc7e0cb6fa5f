import { describe, expect, it } from "vitest";
import { createBlueprint } from "../build.js";
import type { Edit } from "../edit.js";
import { applyEdit } from "./apply.js";
import { exclude } from "./exclude.js";
import { pin } from "./pin.js";
import { promote } from "./promote.js";
import { retitle } from "./retitle.js";
import { termNamed } from "./term-named.js";
import { weigh } from "./weigh.js";

const base = createBlueprint({
  frame: { width: 4, height: 3 },
  terms: [
    { facet: "subject", text: "red fox", weight: 1.2, confidence: 0.7 },
    { facet: "subject", text: "a crow" },
    { facet: "subject", text: "old barn", pinned: true },
    { facet: "lighting", text: "soft light", weight: 1.5 },
    { facet: "lighting", text: "rim light" },
    { facet: "detail", text: "crowd", polarity: "exclude" },
  ],
});

function shown(edit: Edit): string[] {
  return applyEdit(base, edit).blueprint.terms.map(
    ({ polarity, text, weight }) => `${polarity === "exclude" ? "!" : ""}${text} ${weight}`,
  );
}

const was = ["red fox 1.2", "a crow 1", "old barn 1", "soft light 1.5", "rim light 1", "!crowd 1"];

const unknown: unknown = expect.objectContaining({ code: "invalid-option" });

describe("termNamed", () => {
  it("finds a term by id, by words, by meaning", () => {
    for (const name of ["lighting/soft-light", "Soft light", "soft lighting"]) {
      expect(termNamed(base, name).text).toBe("soft light");
    }
  });
  it("refuses what is not said, and lists what is", () => {
    expect(() => termNamed(base, "wolf")).toThrow(
      expect.objectContaining({ code: "invalid-option", hint: expect.stringContaining('"red fox"') }),
    );
  });
});

describe("weigh and pin", () => {
  it("keep a weight in range", () => {
    expect(weigh(base, "red fox", 1.23456)).toEqual({ kind: "weigh", id: "subject/red-fox", weight: 1.235 });
    expect(weigh(base, "red fox", 99)).toMatchObject({ weight: 3 });
    expect(weigh(base, "red fox", -1)).toMatchObject({ weight: 0.05 });
    expect(() => weigh(base, "red fox", Number.NaN)).toThrow(unknown);
    expect(() => weigh(base, "wolf", 1)).toThrow(unknown);
  });
  it("pin and unpin", () => {
    expect(applyEdit(base, pin(base, "red fox")).blueprint.terms[0]?.pinned).toBe(true);
    expect(applyEdit(base, pin(base, "old barn", false)).blueprint.terms[2]).not.toHaveProperty("pinned");
  });
});

describe("promote", () => {
  it("puts a phrase first in its facet, no lighter than the others there", () => {
    expect(shown(promote(base, "rim light"))).toEqual([
      "red fox 1.2",
      "a crow 1",
      "old barn 1",
      "rim light 1.5",
      "soft light 1.5",
      "!crowd 1",
    ]);
  });
  it("has nothing to do for the first and heaviest", () => {
    expect(promote(base, "red fox")).toEqual({ kind: "batch", label: "promote", edits: [] });
  });
});

describe("exclude", () => {
  it("turns what is included", () => expect(shown(exclude(base, "A crow"))[1]).toBe("!a crow 1"));
  it("adds what nobody said, to the facet asked for", () => {
    expect(shown(exclude(base, "text", "text"))).toEqual([...was, "!text 1"]);
    expect(shown(exclude(base, "a wolf"))[3]).toBe("!a wolf 1");
  });
  it("does nothing twice", () => {
    expect(shown(exclude(base, "crowd"))).toEqual(was);
    const { blueprint: once } = applyEdit(base, exclude(base, "a crow"));
    expect(applyEdit(once, exclude(once, "a crow")).blueprint).toEqual(once);
  });
  it("leaves no included twin", () => {
    const twins = createBlueprint({
      frame: base.frame,
      terms: [
        { facet: "subject", text: "fog" },
        { facet: "atmosphere", text: "mist" },
        { facet: "detail", text: "foggy", polarity: "exclude" },
      ],
    });
    const { blueprint } = applyEdit(twins, exclude(twins, "fog"));
    expect(blueprint.terms.map(({ text, polarity }) => [text, polarity])).toEqual([["foggy", "exclude"]]);
  });
  it("refuses nothing at all", () => expect(() => exclude(base, " , ")).toThrow(unknown));
});

describe("retitle", () => {
  it("gives the first subject the words, keeps its id and weight, drops others but the pinned", () => {
    const { blueprint } = applyEdit(base, retitle(base, " a gray wolf, "));
    expect(blueprint.terms[0]).toEqual({
      id: "subject/red-fox",
      facet: "subject",
      text: "a gray wolf",
      weight: 1.2,
      confidence: 1,
      polarity: "include",
      evidence: [{ source: "user" }],
    });
    expect(blueprint.terms.map(({ text }) => text)).toEqual([
      "a gray wolf",
      "old barn",
      "soft light",
      "rim light",
      "crowd",
    ]);
  });
  it("adds a subject in front where there is none", () => {
    const bare = createBlueprint({ frame: base.frame, terms: [{ facet: "style", text: "baroque" }] });
    const { blueprint } = applyEdit(bare, retitle(bare, "wolf"));
    expect(blueprint.terms.map(({ id }) => id)).toEqual(["subject/wolf", "style/baroque"]);
  });
  it("gives a fresh id when the plain one is taken", () => {
    const [fox] = base.terms;
    if (fox === undefined) throw new Error("no fox");
    const taken = { ...base, terms: [{ ...fox, id: "subject/wolf", facet: "detail" as const }] };
    expect(retitle(taken, "wolf")).toMatchObject({ kind: "add", term: { id: "subject/wolf~2" }, at: 0 });
  });
  it("refuses a subject without words", () => expect(() => retitle(base, " ")).toThrow(unknown));
});
