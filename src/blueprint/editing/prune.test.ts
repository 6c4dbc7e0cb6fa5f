import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plan, validBlueprint } from "../../../test/edits.js";
import type { TermDraft } from "../build.js";
import { createBlueprint } from "../build.js";
import type { Facet } from "../facets.js";
import { parseBlueprint } from "../schema.js";
import { applyEdit } from "./apply.js";
import type { PruneOptions } from "./prune.js";
import { prune } from "./prune.js";
import { describeEdit } from "./words.js";

function bp(terms: readonly TermDraft[]): ReturnType<typeof createBlueprint> {
  return createBlueprint({ frame: { width: 4, height: 3 }, terms });
}

function pruned(terms: readonly TermDraft[], options: PruneOptions = {}): string[] {
  const before = bp(terms);
  return applyEdit(before, prune(before, options)).blueprint.terms.map(({ text }) => text);
}

function all(facet: Facet, ...texts: readonly string[]): TermDraft[] {
  return texts.map((text) => ({ facet, text }));
}

describe("prune, of two phrases of one facet", () => {
  it.each<[Facet, string, string, string]>([
    ["subject", "cat", "cats", "cat"],
    ["subject", "women", "a woman", "women"],
    ["setting", "cities", "city", "cities"],
    ["setting", "misty forest", "forest", "misty forest"],
    ["setting", "forest", "misty forests", "misty forests"],
    ["subject", "a person", "a person in a cyberpunk city", "a person in a cyberpunk city"],
    ["subject", "a woman", "woman smiling", "woman smiling"],
    ["subject", "a woman holding a cup", "the woman", "a woman holding a cup"],
    ["lighting", "soft light", "soft window light", "soft window light"],
    ["lighting", "dramatic light", "dramatic lighting", "dramatic light"],
    ["detail", "wet pavement reflections", "reflections on wet pavement", "reflections on wet pavement"],
    ["detail", "red dress", "woman in a red dress", "woman in a red dress"],
    ["detail", "detailed face", "highly detailed face", "highly detailed face"],
    ["camera", "50mm lens", "shot on a 50mm lens", "shot on a 50mm lens"],
    ["medium", "oil painting", "oil painting of a harbor", "oil painting of a harbor"],
    ["camera", "bokeh", "shallow depth of field", "bokeh"],
    ["palette", "grey", "gray", "grey"],
    ["lighting", "warm light", "cool light", "warm light"],
    ["lighting", "golden hour", "night", "golden hour"],
    ["lighting", "soft light", "harsh light", "soft light"],
    ["medium", "oil painting", "photograph", "oil painting"],
    ["palette", "vivid colors", "muted colors", "vivid colors"],
    ["composition", "minimalist", "cluttered", "minimalist"],
    ["camera", "deep focus", "blurred background", "deep focus"],
  ])("%s: %j and %j leave %j", (facet, x, y, left) => expect(pruned(all(facet, x, y))).toEqual([left]));

  it.each<[Facet, string, string]>([
    ["subject", "cat", "cat ears"],
    ["subject", "hat", "a man with a red hat"],
    ["subject", "snow", "snow fox"],
    ["subject", "glass", "glasses"],
    ["setting", "people", "no people"],
    ["palette", "blue", "dark blue"],
    ["lighting", "dramatic lighting", "cinematic lighting"],
    ["subject", "dog bites man", "man bites dog"],
    ["subject", "bus", "bush"],
    ["text", "NEW YORK", "NEW YORK NEW YORK"],
    ["text", "Stop", "stop"],
    ["text", "cat", "cats"],
    ["lighting", "rim light", "rim of a glass in light"],
    ["quality", "8k", "4k"],
  ])("%s: %j and %j both stay", (facet, x, y) => expect(pruned(all(facet, x, y))).toEqual([x, y]));
});

describe("prune", () => {
  it("collapses a captioner's loops within a phrase and across phrases", () => {
    expect(pruned(all("setting", "jungle jungle jungle", "jungle", "in the jungle"))).toEqual([
      "in the jungle",
    ]);
    expect(pruned(all("subject", "a cat and a cat and a cat", "a cat", "cats"))).toEqual(["a cat"]);
    expect(
      pruned(all("subject", "a man riding a horse on the beach", "riding a horse", "horse on the beach")),
    ).toEqual(["a man riding a horse on the beach"]);
  });

  it("finds the near-duplicate in a facet that speaks of the same, not in others", () => {
    const painter: TermDraft = { facet: "subject", text: "a man looking at an oil painting" };
    expect(pruned([painter, ...all("medium", "oil painting")])).toHaveLength(2);
    expect(pruned([...all("subject", "forest"), ...all("setting", "dark forest")])).toEqual(["dark forest"]);
    expect(pruned([...all("quality", "sharp focus"), ...all("camera", "sharp focus")])).toEqual([
      "sharp focus",
    ]);
  });

  it("keeps the surer, then the heavier, then the earlier", () => {
    const cat = { facet: "subject", text: "cat" } as const;
    const cats = { facet: "subject", text: "cats" } as const;
    expect(
      pruned([
        { ...cat, confidence: 0.6 },
        { ...cats, confidence: 0.9 },
      ]),
    ).toEqual(["cats"]);
    expect(pruned([cat, { ...cats, weight: 1.2 }])).toEqual(["cats"]);
    expect(pruned([cats, cat])).toEqual(["cats"]);
  });

  it("prefers the plain phrase to one that says more but is much less sure", () => {
    const fox = { facet: "subject", text: "fox", confidence: 1 } as const;
    expect(pruned([fox, { facet: "subject", text: "red fox", confidence: 0.55 }])).toEqual(["fox"]);
    expect(pruned([fox, { facet: "subject", text: "red fox", confidence: 0.65 }])).toEqual(["red fox"]);
  });

  it("drops what is too unsure, 0.5 unless said", () => {
    const terms = [
      { facet: "subject", text: "fox", confidence: 0.9 },
      { facet: "style", text: "baroque", confidence: 0.45 },
    ] as const;
    expect(pruned(terms)).toEqual(["fox"]);
    expect(pruned(terms, { minConfidence: 0.4 })).toEqual(["fox", "baroque"]);
    expect(pruned(terms, { minConfidence: 0.95 })).toEqual([]);
  });

  it("drops what the caller calls weak, with the caller's reason", () => {
    const before = bp([...all("subject", "fox"), ...all("quality", "8k", "sharp")]);
    const weak: PruneOptions["weak"] = ({ text }) =>
      text === "8k" ? "says nothing to this target" : undefined;
    expect(describeEdit(prune(before, { weak }), before)).toBe(
      'prune: drop "8k" (quality): says nothing to this target',
    );
  });

  it("drops one of what is both shown and excluded", () => {
    const shown = { facet: "setting", text: "crowd", confidence: 0.8 } as const;
    const hidden = { facet: "setting", text: "a crowd", polarity: "exclude" } as const;
    expect(pruned([shown, hidden])).toEqual(["a crowd"]);
  });

  it("merges exclusions that are equal but for number, not those that say more", () => {
    const not = (text: string): TermDraft => ({ facet: "detail", text, polarity: "exclude" });
    expect(pruned([not("extra limb"), not("extra limbs"), not("limbs")])).toEqual(["extra limb", "limbs"]);
    expect(pruned([not("night"), ...all("lighting", "golden hour")])).toEqual(["night", "golden hour"]);
  });

  it("lets pinned phrases and kept facets win and never touches them", () => {
    const pinned = { facet: "lighting", text: "night night night", pinned: true, confidence: 0.1 } as const;
    expect(pruned([...all("lighting", "golden hour"), pinned])).toEqual(["night night night"]);
    const [x, y] = all("lighting", "warm light", "cool light").map((term) => ({ ...term, pinned: true }));
    expect(pruned([x, y].filter((term) => term !== undefined))).toEqual(["warm light", "cool light"]);
    const cats = all("subject", "cat", "cats", "jungle jungle jungle");
    expect(pruned(cats, { keep: ["subject"] })).toHaveLength(3);
    const fox = { facet: "subject", text: "fox", pinned: true } as const;
    expect(pruned([fox, ...all("subject", "red fox")])).toEqual(["fox", "red fox"]);
  });

  it("tells why", () => {
    const before = bp([
      ...all("subject", "a cat and a cat and a cat"),
      ...all("setting", "misty forest", "forest", "Misty Forest", "misty forests"),
      ...all("lighting", "warm light", "cool light"),
      { facet: "style", text: "baroque", confidence: 0.2 },
    ]);
    const edit = prune(before);
    expect(edit.kind === "batch" ? edit.edits.map((each) => describeEdit(each, before)) : []).toEqual([
      'reword "a cat and a cat and a cat" (subject) as "a cat": it repeats itself',
      'drop "forest" (setting): "misty forest" says it too',
      'drop "Misty Forest" (setting): says the same as "misty forest"',
      'drop "misty forests" (setting): says nearly the same as "misty forest"',
      'drop "cool light" (lighting): contradicts "warm light" on light temperature',
      'drop "baroque" (style): too unsure, 0.2 where 0.5 is asked',
    ]);
  });

  it("is idempotent, leaves a valid blueprint, keeps order and every pinned term", () => {
    fc.assert(
      fc.property(validBlueprint, fc.array(plan, { maxLength: 6 }), (any, plans) => {
        const before = plans.reduce((current, make) => applyEdit(current, make(current)).blueprint, any);
        const once = applyEdit(before, prune(before)).blueprint;
        expect(parseBlueprint(once)).toEqual(once);
        expect(prune(once)).toEqual({ kind: "batch", label: "prune", edits: [] });
        const ids = once.terms.map(({ id }) => id);
        expect(before.terms.map(({ id }) => id).filter((id) => ids.includes(id))).toEqual(ids);
        const pinned = before.terms.filter((term) => term.pinned === true);
        expect(once.terms.filter((term) => term.pinned === true)).toEqual(pinned);
      }),
      { numRuns: 2000 },
    );
  });
});
