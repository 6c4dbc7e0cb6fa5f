import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plan, validBlueprint } from "../../../test/edits.js";
import { createBlueprint, type TermDraft } from "../build.js";
import type { Blueprint } from "../types.js";
import { applyEdit } from "./apply.js";
import { describeDiff } from "./describe-diff.js";
import { diff } from "./diff.js";

const frame = { width: 4, height: 3 };

function bp(...terms: readonly TermDraft[]): Blueprint {
  return createBlueprint({ frame, terms });
}

function after(a: Blueprint, b: Blueprint): Blueprint {
  return applyEdit(a, { kind: "batch", label: "", edits: diff(a, b) }).blueprint;
}

describe("diff", () => {
  it("leads from any blueprint to any other", () => {
    fc.assert(
      fc.property(validBlueprint, validBlueprint, (a, b) => {
        expect(after(a, b)).toStrictEqual(b);
      }),
      { numRuns: 2000 },
    );
  });

  it("leads from a blueprint to what edits made of it", () => {
    fc.assert(
      fc.property(validBlueprint, fc.array(plan, { maxLength: 12 }), (a, plans) => {
        const b = plans.reduce((current, make) => applyEdit(current, make(current)).blueprint, a);
        expect(after(a, b)).toStrictEqual(b);
        expect(diff(b, b)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it("moves as few terms as an order needs", () => {
    const texts = ["one", "two", "three", "four", "five", "six"];
    const a = bp(...texts.map((text) => ({ facet: "detail", text }) as const));
    const b = bp(...[...texts.slice(1), "one"].map((text) => ({ facet: "detail", text }) as const));
    expect(diff(a, b)).toEqual([{ kind: "move", id: "detail/one", at: 5 }]);
  });

  it("takes other fields of a file as they are", () => {
    const [a, b] = [
      bp({ facet: "subject", text: "fox" }),
      bp({ facet: "subject", text: "fox", confidence: 0.4 }),
    ];
    const odd: Blueprint = { ...b, terms: b.terms.map((term) => ({ ...term, pinned: false })) };
    expect(after(a, odd)).toStrictEqual(odd);
    expect(after(odd, a)).toStrictEqual(a);
  });
});

describe("describeDiff", () => {
  it("says nothing of equal blueprints", () => {
    const a = bp({ facet: "subject", text: "fox" });
    expect(describeDiff(a, structuredClone(a))).toEqual([]);
  });

  it("tells each change in words", () => {
    const a: Blueprint = bp(
      { facet: "subject", text: "red fox" },
      { facet: "setting", text: "grey forest" },
      { facet: "lighting", text: "soft light" },
      { facet: "quality", text: "8k" },
    );
    const b: Blueprint = {
      ...bp(
        { facet: "subject", text: "red fox", weight: 1.3 },
        { facet: "setting", text: "gray forest" },
        { facet: "atmosphere", text: "soft light" },
        { facet: "medium", text: "watercolor" },
      ),
      frame: { width: 16, height: 9 },
      references: [{ role: "style", url: "https://example.org/a.png" }],
    };
    expect(describeDiff(a, b)).toEqual([
      "set the frame 4x3 to 16x9",
      'raise "red fox" (subject) from weight 1 to 1.3',
      'reword "grey forest" (setting) as "gray forest"',
      'move "soft light" from lighting to atmosphere',
      'drop "8k" (quality)',
      'add "watercolor" (medium)',
      "the references differ",
    ]);
  });
});
