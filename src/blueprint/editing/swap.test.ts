import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plan, validBlueprint } from "../../../test/edits.js";
import type { TermDraft } from "../build.js";
import { createBlueprint } from "../build.js";
import { FACETS } from "../facets.js";
import { meaningOf } from "../meaning.js";
import { parseBlueprint } from "../schema.js";
import type { Blueprint } from "../types.js";
import { applyEdit } from "./apply.js";
import type { Swappable } from "./swap.js";
import { swap } from "./swap.js";
import { describeEdit } from "./words.js";

function bp(...terms: readonly TermDraft[]): Blueprint {
  return createBlueprint({
    frame: { width: 4, height: 3 },
    terms,
    palette: [{ hex: "#ff8800", name: "orange", share: 0.5 }],
  });
}

function after(before: Blueprint, what: Swappable, ...texts: readonly string[]): string[] {
  const { blueprint } = applyEdit(before, swap(before, what, texts));
  return blueprint.terms.map((term) => `${term.facet}: ${term.text}`);
}

const scene = bp(
  { facet: "subject", text: "a fox" },
  { facet: "setting", text: "an old street at night" },
  { facet: "lighting", text: "moonlight", weight: 1.4 },
  { facet: "lighting", text: "soft light" },
  { facet: "medium", text: "black and white photograph" },
  { facet: "detail", text: "film grain" },
  { facet: "composition", text: "low angle" },
  { facet: "camera", text: "85mm lens" },
);

describe("swap the time of day", () => {
  it("changes the light, takes the words out of the setting, keeps the rest", () => {
    expect(after(scene, "time of day", "golden hour")).toEqual([
      "subject: a fox",
      "setting: an old street",
      "lighting: golden hour",
      "lighting: soft light",
      "medium: black and white photograph",
      "detail: film grain",
      "composition: low angle",
      "camera: 85mm lens",
    ]);
  });

  it("gives the new phrase the place and weight of the old, with an id of its own", () => {
    const { blueprint } = applyEdit(scene, swap(scene, "time of day", ["dawn"]));
    expect(blueprint.terms[2]).toMatchObject({
      id: "lighting/dawn",
      weight: 1.4,
      evidence: [{ source: "user" }],
    });
  });

  it.each<[string, string, string]>([
    ["golden hour", "night", "night"],
    ["warm sunlight through leaves", "night", "night"],
    ["bright midday sun", "dusk", "dusk"],
    ["starry sky", "midday", "midday"],
    ["blue hour", "sunrise", "sunrise"],
  ])("%s goes when it becomes %s", (old, text, left) => {
    expect(after(bp({ facet: "lighting", text: old }), "time of day", text)).toEqual([`lighting: ${left}`]);
  });

  it.each([
    ["a market street at night", "a market street"],
    ["a market at night with lanterns", "a market with lanterns"],
    ["a night market", "a market"],
    ["a moonlit alley", "an alley"],
    ["a street in the moonlight", "a street"],
    ["a knight in a hall", "a knight in a hall"],
  ])("setting %s by day: %s", (old, left) => {
    expect(after(bp({ facet: "setting", text: old }), "time of day", "noon")).toEqual([
      `setting: ${left}`,
      "lighting: noon",
    ]);
  });

  it("drops a setting that says nothing else", () => {
    expect(after(bp({ facet: "setting", text: "the night" }), "time of day", "noon")).toEqual([
      "lighting: noon",
    ]);
  });

  it("takes from a subject only an adjunct: a night owl stays one", () => {
    expect(after(bp({ facet: "subject", text: "a night owl at night" }), "time of day", "noon")).toEqual([
      "subject: a night owl",
      "lighting: noon",
    ]);
  });

  it("keeps what agrees with the new time", () => {
    expect(after(bp({ facet: "lighting", text: "moonlight" }), "time of day", "night")).toEqual([
      "lighting: moonlight",
      "lighting: night",
    ]);
    expect(after(bp({ facet: "lighting", text: "At Night" }), "time of day", "night")).toEqual([
      "lighting: At Night",
    ]);
  });

  it("keeps what is pinned and what is excluded", () => {
    const kept = bp(
      { facet: "lighting", text: "golden hour", pinned: true },
      { facet: "lighting", text: "sunlight", polarity: "exclude" },
    );
    expect(after(kept, "time of day", "night")).toEqual([
      "lighting: golden hour",
      "lighting: sunlight",
      "lighting: night",
    ]);
  });

  it("no longer excludes what is wanted", () => {
    const without = bp({ facet: "lighting", text: "night", polarity: "exclude" });
    const { blueprint } = applyEdit(without, swap(without, "time of day", ["night", "at night"]));
    expect(blueprint.terms.map(({ text, polarity }) => [text, polarity])).toEqual([["night", "include"]]);
  });

  it("takes the time out when none is given", () => {
    expect(after(scene, "time of day").slice(0, 3)).toEqual([
      "subject: a fox",
      "setting: an old street",
      "lighting: soft light",
    ]);
  });
});

describe("swap the season", () => {
  const winter = bp(
    { facet: "subject", text: "a snow leopard in the snow" },
    { facet: "setting", text: "a snowy forest" },
    { facet: "atmosphere", text: "winter" },
    { facet: "lighting", text: "soft light" },
  );
  it("melts the snow but not the snow leopard", () => {
    expect(after(winter, "season", "summer")).toEqual([
      "subject: a snow leopard",
      "setting: a forest",
      "atmosphere: summer",
      "lighting: soft light",
    ]);
  });
  it.each([
    ["autumn leaves", undefined],
    ["a park with fallen leaves", "a park"],
    ["a waterfall", "a waterfall"],
    ["falling petals", "falling petals"],
    ["hot spring", "hot spring"],
  ])("of %s leaves %s in winter", (old, left) => {
    const setting = left === undefined ? [] : [`setting: ${left}`];
    expect(after(bp({ facet: "setting", text: old }), "season", "winter")).toEqual([
      ...setting,
      "atmosphere: winter",
    ]);
  });
});

describe("swap the medium", () => {
  it("takes the marks of the old one along", () => {
    expect(after(scene, "medium", "watercolor")).toEqual([
      "subject: a fox",
      "setting: an old street at night",
      "lighting: moonlight",
      "lighting: soft light",
      "medium: watercolor",
      "composition: low angle",
    ]);
  });
  it("leaves the marks when the new one is not known", () => {
    expect(after(scene, "medium", "stained glass")).toContain("detail: film grain");
  });
  it.each([
    ["photograph", "visible brushstrokes", false],
    ["oil painting", "visible brushstrokes", true],
    ["photograph", "octane render", false],
    ["3d render", "octane render", true],
    ["pixel art", "cross-hatching", false],
  ])("%s: %s stays: %s", (medium, mark, stays) => {
    expect(after(bp({ facet: "detail", text: mark }), "medium", medium).includes(`detail: ${mark}`)).toBe(
      stays,
    );
  });
});

describe("swap the palette or another facet", () => {
  it("colors what was black and white and takes the measured swatches away", () => {
    const { blueprint } = applyEdit(scene, swap(scene, "palette", ["teal and orange"]));
    expect(blueprint.palette).toEqual([]);
    expect(blueprint.terms.map(({ text }) => text)).toContain("photograph");
    expect(blueprint.terms.map(({ text }) => text)).toContain("teal and orange");
  });
  it("resolves what would contradict on another facet", () => {
    const before = bp({ facet: "style", text: "vibrant poster" }, { facet: "palette", text: "neon colors" });
    expect(after(before, "palette", "muted earth tones")).toEqual([
      "style: poster",
      "palette: muted earth tones",
    ]);
    expect(after(scene, "lighting", "daylight")).not.toContain("setting: an old street at night");
  });
  it("drops the further phrases and adds the further texts", () => {
    const two = bp({ facet: "style", text: "baroque" }, { facet: "style", text: "gothic" });
    expect(after(two, "style", "cubism")).toEqual(["style: cubism"]);
    expect(after(two, "style", "cubism", "gothic", "minimal", " ")).toEqual([
      "style: cubism",
      "style: gothic",
      "style: minimal",
    ]);
    expect(after(two, "style")).toEqual([]);
  });
  it("tells what it does", () => {
    const before = bp({ facet: "lighting", text: "golden hour" }, { facet: "lighting", text: "sunlight" });
    expect(describeEdit(swap(before, "time of day", ["night"]), before)).toBe(
      'swap time of day for "night": put "night" (lighting) in place of "golden hour" (lighting); ' +
        'drop "sunlight" (lighting): the time of day is "night"',
    );
  });

  it("can always be applied and undone, touches nothing pinned, and says the texts", () => {
    const whats = [...FACETS, "time of day", "season"] as const;
    const texts = fc.array(
      fc.constantFrom("night", "golden hour", "winter", "oil painting", "vivid colors", "fox"),
      {
        maxLength: 3,
      },
    );
    fc.assert(
      fc.property(
        validBlueprint,
        fc.array(plan, { maxLength: 5 }),
        fc.constantFrom(...whats),
        texts,
        (any, plans, what, said) => {
          const before = plans.reduce((current, make) => applyEdit(current, make(current)).blueprint, any);
          const { blueprint, inverse } = applyEdit(before, swap(before, what, said));
          expect(parseBlueprint(blueprint)).toEqual(blueprint);
          expect(applyEdit(blueprint, inverse).blueprint).toStrictEqual(before);
          for (const term of before.terms) {
            const isWanted = said.some((text) => meaningOf(text) === meaningOf(term.text));
            if (term.pinned === true || (term.polarity === "exclude" && !isWanted))
              expect(blueprint.terms).toContainEqual(term);
          }
          const included = blueprint.terms.filter(({ polarity }) => polarity === "include");
          for (const text of said)
            expect(included.map((term) => meaningOf(term.text))).toContain(meaningOf(text));
        },
      ),
      { numRuns: 2000 },
    );
  });
});
