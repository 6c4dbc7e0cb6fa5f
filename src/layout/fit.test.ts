import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countPieces, countText } from "./count.js";
import { fit } from "./fit.js";
import type { Piece } from "./piece.js";

interface Item {
  readonly id: string;
  readonly text: string;
  readonly priority: number;
}

function commaList(items: readonly Item[]): (kept: ReadonlySet<string>) => Piece[] {
  return (kept) =>
    items
      .filter((item) => kept.has(item.id))
      .flatMap((item, index): Piece[] => [
        ...(index === 0 ? [] : [{ text: ", " }]),
        { text: item.text, termId: item.id },
      ]);
}

const items: fc.Arbitrary<Item[]> = fc
  .array(
    fc.record({ text: fc.string({ minLength: 1, maxLength: 12 }), priority: fc.integer({ min: 0, max: 5 }) }),
    { maxLength: 30 },
  )
  .map((list) => list.map((item, index) => ({ ...item, id: `t${index}` })));

describe("fit", () => {
  it("never exceeds the budget, keeps the best, drops whole phrases and spans what it kept", () => {
    fc.assert(
      fc.property(items, fc.integer({ min: 0, max: 80 }), (list, max) => {
        const fitted = fit({ candidates: list, render: commaList(list), unit: "character", max });
        expect(countText(fitted.text, "character")).toBeLessThanOrEqual(max);
        expect(fitted.used).toBe(countText(fitted.text, "character"));
        const kept = list.filter((item) => !fitted.dropped.includes(item.id));
        expect(fitted.spans.map((span) => fitted.text.slice(span.start, span.end))).toEqual(
          kept.map((item) => item.text),
        );
        const worstKept = Math.min(...kept.map((item) => item.priority));
        for (const id of fitted.dropped) {
          expect(list.find((item) => item.id === id)?.priority).toBeLessThanOrEqual(worstKept);
        }
        const next = fitted.dropped.at(-1);
        if (next !== undefined) {
          const more = commaList(list)(new Set([...kept.map((item) => item.id), next]));
          expect(countPieces(more, "character")).toBeGreaterThan(max);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("gives up the last of equals first", () => {
    const list = ["a", "b", "c"].map((text) => ({ id: text, text, priority: 1 }));
    expect(fit({ candidates: list, render: commaList(list), unit: "character", max: 4 }).dropped).toEqual([
      "c",
    ]);
  });
});

describe("countText", () => {
  it.each([
    ["a photo of a cat", "clip-token", 5],
    ["a photo of a cat", "word", 5],
    ["1girl, 85mm", "clip-token", 6],
    ["👍🏽é", "character", 3],
    ["", "word", 0],
    ["", "clip-token", 0],
  ] as const)("%s in %ss is %d", (text, unit, wanted) => expect(countText(text, unit)).toBe(wanted));

  it("leaves syntax out of tokens and in characters", () => {
    const pieces: Piece[] = [
      { text: "(", uncounted: true },
      { text: "red fox" },
      { text: ":1.2)", uncounted: true },
    ];
    expect(countPieces(pieces, "clip-token")).toBe(2);
    expect(countPieces(pieces, "character")).toBe(13);
  });
});
