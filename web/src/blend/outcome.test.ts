import type { BlendInput, BlendMode, Facet } from "imprompt/core";
import { createBlueprint, FACETS } from "imprompt/core";
import { describe, expect, it } from "vitest";
import type { Outcome } from "./outcome";
import { gives, lettersOf, lost, outcomeOf, turnFor } from "./outcome";

function input(...terms: readonly (readonly [Facet, string, number])[]): BlendInput {
  return {
    blueprint: createBlueprint({
      frame: { width: 3, height: 2 },
      terms: terms.map(([facet, text, confidence]) => ({ facet, text, confidence })),
    }),
  };
}

function facets(from: { readonly [F in Facet]?: number }): BlendMode {
  return { mode: "facets", from: { ...Object.fromEntries(FACETS.map((facet) => [facet, 0])), ...from } };
}

function blended(outcome: Outcome): (Outcome & { kind: "blended" })["blended"] {
  if (outcome.kind !== "blended") throw new Error(outcome.message);
  return outcome.blended;
}

const DAY = input(
  ["subject", "a fox", 0.9],
  ["setting", "bright sunny day", 0.9],
  ["lighting", "high-key lighting", 0.9],
);
const NIGHT = input(
  ["subject", "an owl", 0.9],
  ["lighting", "low-key lighting", 0.6],
  ["style", "engraving", 0.8],
);

describe("outcomeOf", () => {
  it("says which source a phrase is from", () => {
    const { blueprint } = blended(outcomeOf([DAY, NIGHT], facets({ style: 1 })));
    const letters = Object.fromEntries(blueprint.terms.map((term) => [term.text, lettersOf(term).join()]));
    expect(letters).toMatchObject({ "a fox": "A", engraving: "B" });
  });

  it("tells a refusal in words instead of throwing", () => {
    expect(outcomeOf([DAY], { mode: "auto" })).toMatchObject({
      kind: "refused",
      message: expect.stringContaining("2"),
    });
  });
});

describe("gives", () => {
  it("is true of the sources whose phrases the blend holds in that facet", () => {
    const result = blended(outcomeOf([DAY, NIGHT], facets({ style: 1 })));
    expect([
      gives(result, "subject", "A"),
      gives(result, "subject", "B"),
      gives(result, "style", "B"),
    ]).toEqual([true, false, true]);
  });
});

describe("conflicts", () => {
  const both = [DAY, NIGHT];

  it("marks the phrase that lost, at the source that said it alone", () => {
    const result = blended(outcomeOf(both, { mode: "weight" }));
    expect(lost(result, "B", "low-key lighting")).toBe(true);
    expect(lost(result, "A", "high-key lighting")).toBe(false);
  });

  it("offers no turn where facets are not chosen", () => {
    const result = blended(outcomeOf(both, { mode: "weight" }));
    const conflict = result.conflicts.find(({ kind }) => kind === "axis");
    expect(conflict && turnFor(conflict, result, both, { mode: "weight" })).toBeUndefined();
  });

  it("finds the facet that lets the other phrase stand", () => {
    const one = input(
      ["subject", "a fox", 0.9],
      ["atmosphere", "serene, calm", 0.9],
      ["setting", "at night", 0.9],
    );
    const two = input(["subject", "an owl", 0.9], ["lighting", "midday sun", 0.5]);
    const mode = facets({ lighting: 1 });
    const result = blended(outcomeOf([one, two], mode));
    const conflict = result.conflicts.find((each) => each.lost.some(({ text }) => text === "midday sun"));
    expect(conflict).toBeDefined();
    const turn = conflict && turnFor(conflict, result, [one, two], mode);
    expect(turn).toEqual({ facet: "setting", index: 1 });
    if (turn === undefined) return;
    const turned = blended(outcomeOf([one, two], facets({ lighting: 1, [turn.facet]: turn.index })));
    expect(turned.blueprint.terms.map(({ text }) => text)).toContain("midday sun");
  });
});
