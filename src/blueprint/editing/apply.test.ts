import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plan, validBlueprint } from "../../../test/edits.js";
import { createBlueprint, createTerms } from "../build.js";
import type { Edit } from "../edit.js";
import { parseBlueprint } from "../schema.js";
import type { Blueprint } from "../types.js";
import { applyEdit } from "./apply.js";

const base = createBlueprint({
  frame: { width: 4, height: 3 },
  terms: [
    { facet: "subject", text: "red fox" },
    { facet: "lighting", text: "soft light" },
    { facet: "artist", text: "Somebody" },
  ],
});

function textsAfter(edit: Edit): string[] {
  return applyEdit(base, edit).blueprint.terms.map(({ text }) => text);
}

/** The same blueprint with `fields` laid over its term `index`: what a hand-written file may hold. */
function withOddTerm(index: number, fields: object): Blueprint {
  const terms = base.terms.map((term, at) => (at === index ? { ...term, ...fields } : term));
  return parseBlueprint({ ...base, terms });
}

describe("applyEdit", () => {
  it("gives a valid blueprint and the exact way back, for edits of every kind", () => {
    fc.assert(
      fc.property(validBlueprint, plan, (any, make) => {
        const { blueprint: after, inverse } = applyEdit(any, make(any));
        expect(parseBlueprint(after)).toEqual(after);
        expect(applyEdit(after, inverse).blueprint).toStrictEqual(any);
      }),
      { numRuns: 2000 },
    );
  });

  it("undoes what a file may say but we never write", () => {
    const unpinned = withOddTerm(0, { pinned: false });
    const sureArtist = parseBlueprint({
      ...base,
      terms: base.terms.map((term) => ({ ...term, hypothesis: false })),
    });
    const cases: [Blueprint, Edit][] = [
      [unpinned, { kind: "pin", id: "subject/red-fox", pinned: true }],
      [unpinned, { kind: "pin", id: "subject/red-fox", pinned: false }],
      [sureArtist, { kind: "move", id: "artist/somebody", facet: "style", at: 0 }],
      [sureArtist, { kind: "move", id: "artist/somebody", facet: "artist" }],
    ];
    for (const [before, edit] of cases) {
      const { blueprint: after, inverse } = applyEdit(before, edit);
      expect(applyEdit(after, inverse).blueprint).toStrictEqual(before);
    }
  });

  it("moves to an index, past the end meaning the end", () => {
    expect(textsAfter({ kind: "move", id: "artist/somebody", at: 0 })).toEqual([
      "Somebody",
      "red fox",
      "soft light",
    ]);
    expect(textsAfter({ kind: "move", id: "subject/red-fox", at: 99 })).toEqual([
      "soft light",
      "Somebody",
      "red fox",
    ]);
  });

  it("keeps the id of what it rewords, moves or excludes", () => {
    const edits: Edit[] = [
      { kind: "replace", id: "subject/red-fox", text: "blue fox" },
      { kind: "move", id: "subject/red-fox", facet: "detail" },
      { kind: "exclude", id: "subject/red-fox" },
    ];
    const { blueprint: after } = applyEdit(base, { kind: "batch", label: "", edits });
    expect(after.terms[0]).toMatchObject({
      id: "subject/red-fox",
      text: "blue fox",
      facet: "detail",
      polarity: "exclude",
    });
  });

  it("makes a hypothesis of what becomes an artist", () => {
    const { blueprint: after } = applyEdit(base, { kind: "move", id: "subject/red-fox", facet: "artist" });
    expect(after.terms[0]?.hypothesis).toBe(true);
  });

  const [stranger] = createTerms([{ facet: "detail", text: "x" }]);
  if (stranger === undefined) throw new Error("no term");
  it.each<[string, Edit]>([
    ["no term has the id", { kind: "remove", id: "nobody" }],
    ["no term has the id", { kind: "weigh", id: "nobody", weight: 1 }],
    ["no term has the id", { kind: "move", id: "nobody", at: 0 }],
    ["no term has the id", { kind: "batch", label: "", edits: [{ kind: "exclude", id: "nobody" }] }],
    ["already", { kind: "add", term: { ...stranger, id: "subject/red-fox" } }],
    [
      "already",
      { kind: "substitute", id: "subject/red-fox", term: { ...stranger, id: "lighting/soft-light" } },
    ],
    ["weight", { kind: "weigh", id: "subject/red-fox", weight: Number.NaN }],
    ["weight", { kind: "weigh", id: "subject/red-fox", weight: 3.5 }],
    ["weight", { kind: "add", term: { ...stranger, weight: 0 } }],
    ["confidence", { kind: "add", term: { ...stranger, confidence: 2 } }],
    ["words", { kind: "replace", id: "subject/red-fox", text: "" }],
    ["words", { kind: "add", term: { ...stranger, text: "" } }],
    ["an id", { kind: "add", term: { ...stranger, id: "" } }],
    ["facet", { kind: "move", id: "subject/red-fox", facet: "taste" as never }],
    ["whole number", { kind: "move", id: "subject/red-fox", at: -1 }],
    ["whole number", { kind: "add", term: stranger, at: 0.5 }],
    ["frame", { kind: "frame", frame: { width: 0, height: 2 } }],
  ])("refuses, naming %s: %j", (words, edit) => {
    expect(() => applyEdit(base, edit)).toThrow(
      expect.objectContaining({ code: "invalid-option", message: expect.stringContaining(words) }),
    );
  });
});
