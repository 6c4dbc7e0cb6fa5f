import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blueprint as anyBlueprint } from "../../../test/arbitraries.js";
import { standingsOf } from "../axes.js";
import type { TermDraft } from "../build.js";
import { createBlueprint } from "../build.js";
import type { Facet } from "../facets.js";
import { FACETS } from "../facets.js";
import { meaningOf } from "../meaning.js";
import { normalise } from "../normalise.js";
import { parseBlueprint } from "../schema.js";
import type { Blueprint } from "../types.js";
import type { VariationAxis } from "./axis.js";
import { VARIATION_AXES } from "./axis.js";
import { distanceBetween, MIN_DISTANCE } from "./distance.js";
import { permutations } from "./permutations.js";
import { repertoire } from "./repertoire.js";
import { rewordings } from "./rewordings.js";
import type { VaryOptions } from "./vary.js";
import { fixedTerms, vary } from "./vary.js";

const WORDS: { readonly [F in Facet]?: string } = {
  medium: "photograph,watercolor,oil painting,ink drawing,pixel art,3d render,linocut",
  style: "art nouveau,brutalist,ukiyo-e,bauhaus,rococo,film noir,monochrome",
  lighting:
    "soft light,hard light,warm light,cool light,backlight,golden hour light,moonlight,high key,low key,rim light,candlelight",
  palette: "muted colors,vivid colors,warm colors,cool colors,black and white,teal and orange,earth tones",
  camera: "85mm lens,wide-angle lens,telephoto lens,bokeh,deep focus,motion blur,fisheye lens",
  composition: "centered,minimalist composition,busy composition,low angle,high angle,close-up,wide shot",
};
const OPPOSITES = new Map([
  ["low angle", ["high angle"]],
  ["wide-angle lens", ["telephoto lens"]],
  ["close-up", ["wide shot"]],
]);
const lexicon = (facet: Facet): readonly string[] => WORDS[facet]?.split(",") ?? [];
const opposites = (phrase: string): readonly string[] => OPPOSITES.get(phrase) ?? [];

function picture(...terms: (readonly [Facet, string, Partial<TermDraft>?])[]): Blueprint {
  const drafts = terms.map(([facet, text, more]): TermDraft => ({ facet, text, ...more }));
  return createBlueprint({ frame: { width: 4, height: 3 }, terms: drafts });
}

function options(axes: readonly VariationAxis[], more: Partial<VaryOptions> = {}): VaryOptions {
  return { axes, seed: 7, lexicon, opposites, ...more };
}

const STREET = picture(
  ["subject", "an old woman"],
  ["setting", "narrow street at night"],
  ["lighting", "soft light"],
  ["palette", "muted colors"],
  ["medium", "photograph"],
);

function wordsOf(blueprint: Blueprint, facet: Facet): string[] {
  return blueprint.terms.filter((term) => term.facet === facet).map(({ text }) => text);
}

describe("vary", () => {
  it("gives four by default, each along the axis and no other", () => {
    const variations = vary(STREET, options(["medium"]));
    expect(variations).toHaveLength(4);
    for (const { blueprint, difference, distance } of variations) {
      const [medium = ""] = wordsOf(blueprint, "medium");
      expect(lexicon("medium")).toContain(medium);
      expect(medium).not.toBe("photograph");
      expect(difference).toBe(`medium: "${medium}" instead of "photograph"`);
      expect(distance).toBe(1);
      const others = ({ terms }: Blueprint): unknown => terms.filter(({ facet }) => facet !== "medium");
      expect(others(blueprint)).toEqual(others(STREET));
    }
  });

  it("is the same for the same seed, and another for another", () => {
    const axes: VariationAxis[] = ["medium", "light", "composition"];
    expect(vary(STREET, options(axes))).toEqual(vary(STREET, options(axes)));
    expect(vary(STREET, options(axes, { seed: 8 }))).not.toEqual(vary(STREET, options(axes)));
  });

  it("gives fewer where the lexicon has no more", () => {
    const few = (): readonly string[] => ["watercolor", "linocut", "Photo"];
    expect(vary(STREET, options(["medium"], { lexicon: few }))).toHaveLength(2);
  });

  it("moves the hour: light that tells it goes, the setting is reworded", () => {
    const evening = picture(
      ["subject", "fox"],
      ["setting", "a street in the evening"],
      ["lighting", "sunset"],
      ["lighting", "soft light"],
    );
    const variations = vary(evening, options(["time-of-day"], { count: 3 }));
    expect(variations).toHaveLength(3);
    for (const { blueprint } of variations) {
      expect(wordsOf(blueprint, "setting")).toHaveLength(1);
      expect(wordsOf(blueprint, "setting")[0]).toMatch(
        /^a street (?:at|in the) (?:dawn|morning|midday|golden hour|dusk|night)$/,
      );
      expect(wordsOf(blueprint, "lighting")).toContain("soft light");
      expect(wordsOf(blueprint, "lighting")).not.toContain("sunset");
    }
    expect(new Set(variations.map(({ blueprint }) => wordsOf(blueprint, "setting")[0])).size).toBe(3);
  });

  it("moves the season with its snow", () => {
    const snowy = picture(["setting", "winter forest"], ["atmosphere", "falling snow"]);
    const seasons = vary(snowy, options(["season"])).map(({ blueprint }) => wordsOf(blueprint, "setting")[0]);
    expect(new Set(seasons)).toEqual(new Set(["autumn forest", "spring forest", "summer forest"]));
    for (const { blueprint } of vary(snowy, options(["season"]))) {
      expect(wordsOf(blueprint, "atmosphere")).toEqual([]);
    }
  });

  it("does not move a picture that is bound to its hour", () => {
    expect(vary(picture(["subject", "night market"]), options(["time-of-day"]))).toEqual([]);
    const pinned = picture(["lighting", "moonlight", { pinned: true }]);
    expect(vary(pinned, options(["time-of-day"]))).toEqual([]);
  });

  it("chooses light that fits the hour", () => {
    const night = picture(["subject", "fox"], ["setting", "field at night"], ["lighting", "soft light"]);
    for (let seed = 0; seed < 20; seed += 1) {
      for (const { blueprint } of vary(night, options(["light"], { seed }))) {
        expect(wordsOf(blueprint, "lighting")).not.toContain("golden hour light");
      }
    }
  });

  it("rewords without touching lettering, names, kept facets or pins", () => {
    const plain = picture(
      ["subject", "old woman on a narrow street"],
      ["lighting", "soft light", { pinned: true }],
      ["palette", "warm colors"],
      ["artist", "old street"],
      ["text", "old street"],
    );
    const variations = vary(plain, options(["wording"], { keep: ["palette"] }));
    expect(variations.length).toBeGreaterThan(2);
    for (const { blueprint } of variations) {
      expect(blueprint.terms.slice(1)).toEqual(plain.terms.slice(1));
      expect(blueprint.terms[0]?.id).toBe(plain.terms[0]?.id);
      expect(rewordings("old woman on a narrow street")).toContain(blueprint.terms[0]?.text);
    }
  });

  it("drops what the original's palette and file said when they no longer hold", () => {
    const recovered = { tool: "x", prompt: "p", negative: "", parameters: {}, confidence: 1 };
    const palette = [{ hex: "#102030", name: "navy", share: 1 }];
    const rich: Blueprint = { ...STREET, palette, recovered };
    const [light] = vary(rich, options(["light"]));
    expect(light?.blueprint.palette).toEqual(palette);
    expect(light?.blueprint).not.toHaveProperty("recovered");
    expect(vary(rich, options(["palette"]))[0]?.blueprint.palette).toEqual([]);
  });

  it.each([0, 1.5, 65, Number.NaN])("refuses a count of %s", (count) => {
    expect(() => vary(STREET, options(["light"], { count }))).toThrow(
      expect.objectContaining({ code: "invalid-option" }),
    );
  });

  it("refuses to vary along no axis", () => {
    expect(() => vary(STREET, options([]))).toThrow(expect.objectContaining({ code: "invalid-option" }));
  });
});

describe("the repertoire", () => {
  it("has four different variations of each axis of a plain picture, whatever the seed", () => {
    for (const axis of VARIATION_AXES) {
      for (let seed = 0; seed < 10; seed += 1) {
        const plain = picture(["subject", "an old woman by the sea"], ["setting", "narrow street"]);
        const wanted = axis === "season" || axis === "wording" ? 3 : 4;
        const got = vary(plain, { axes: [axis], seed, lexicon: repertoire });
        expect(got.length, `${axis} ${seed}`).toBeGreaterThanOrEqual(wanted);
      }
    }
  });

  it("says nothing twice, and nothing that tells the hour or the season", () => {
    for (const facet of FACETS) {
      const meanings = repertoire(facet).map(meaningOf);
      expect(new Set(meanings).size).toBe(meanings.length);
      for (const text of repertoire(facet)) expect(text).not.toMatch(/sun|moon|night|dawn|dusk|snow|spring/);
    }
  });
});

describe("rewordings", () => {
  it("exchanges one word, keeping capitals and articles right", () => {
    expect(rewordings("An old forest")).toEqual([
      "An aged forest",
      "An elderly forest",
      "An old woodland",
      "An old woods",
    ]);
    expect(rewordings("a calm sea")).toContain("a calm ocean");
    expect(rewordings("a large xylophone")).toEqual(["a big xylophone", "a sizable xylophone"]);
    expect(rewordings("a big city")).toContain("a big urban landscape");
    expect(rewordings("a city")).toEqual(["a metropolis", "an urban landscape"]);
    expect(rewordings("xylophone")).toEqual([]);
  });
});

describe("permutations", () => {
  it("gives a set for each axis, the original first, commas escaped", () => {
    const comma = (facet: Facet): readonly string[] =>
      facet === "medium" ? ["ink, on {rice} paper"] : lexicon(facet);
    const [medium, light, ...others] = permutations(
      STREET,
      options(["light", "medium"], { lexicon: comma, count: 2 }),
    );
    expect(others).toEqual([]);
    expect(medium).toEqual({
      axis: "medium",
      termIds: ["medium/photograph"],
      options: ["photograph", "ink, on {rice} paper"],
      text: "{photograph, ink\\, on (rice) paper}",
    });
    expect(light?.options).toHaveLength(3);
    expect(light?.text).toMatch(/^\{soft light, [^{},]+, [^{},]+\}$/);
  });

  it("gives none for wording, and none where nothing can be chosen", () => {
    expect(permutations(STREET, options(["wording"]))).toEqual([]);
    expect(permutations(STREET, options(["style"], { lexicon: () => ["rococo"] }))).toEqual([]);
  });
});

const term: fc.Arbitrary<TermDraft> = fc.record({
  facet: fc.constantFrom(...FACETS),
  text: fc.oneof(
    fc.constantFrom(...Object.values(WORDS).flatMap((words) => words.split(","))),
    fc.constantFrom(
      ..."old woman,winter forest,snow,a street at night,moonlit sea,daylight,illustration,drawing,city at dusk,quiet room,fog".split(
        ",",
      ),
    ),
  ),
  polarity: fc.constantFrom("include" as const, "include" as const, "include" as const, "exclude" as const),
  pinned: fc.boolean(),
});
const scene: fc.Arbitrary<Blueprint> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .array(term, { maxLength: 16 })
      .map((terms) => createBlueprint({ frame: { width: 1, height: 1 }, terms })),
  },
  { weight: 1, arbitrary: anyBlueprint.map(normalise) },
);
const chosen: fc.Arbitrary<VaryOptions> = fc.record({
  axes: fc.subarray([...VARIATION_AXES], { minLength: 1 }),
  seed: fc.integer(),
  count: fc.integer({ min: 1, max: 5 }),
  keep: fc.subarray([...FACETS], { maxLength: 3 }),
  lexicon: fc.constant(lexicon),
  opposites: fc.constant(opposites),
});

/** Pairs of phrases that contradict each other, in words. */
function contradictions({ terms }: Blueprint): string[] {
  const said = terms.filter(({ polarity }) => polarity === "include");
  const placed = said.flatMap((one) =>
    standingsOf(one.facet, one.text).map(({ axis, pole }) => ({ axis, pole, text: one.text })),
  );
  const byAxis = placed.flatMap((x) =>
    placed.filter((y) => x.axis === y.axis && x.pole < y.pole).map((y) => `${x.text} / ${y.text}`),
  );
  const byWords = said.flatMap((x) =>
    said.filter((y) => opposites(x.text).includes(y.text)).map((y) => `${x.text} / ${y.text}`),
  );
  const excluded = new Set(
    terms.filter(({ polarity }) => polarity === "exclude").map(({ text }) => meaningOf(text)),
  );
  return [
    ...byAxis,
    ...byWords,
    ...said.filter(({ text }) => excluded.has(meaningOf(text))).map(({ text }) => text),
  ];
}

describe("vary, as laws", () => {
  it("keeps variations apart from the original and from each other by the stated distance", () => {
    fc.assert(
      fc.property(scene, chosen, (blueprint, how) => {
        const fixed = fixedTerms(blueprint, how);
        const variations = vary(blueprint, how);
        expect(variations.length).toBeLessThanOrEqual(how.count ?? 4);
        const all = [blueprint, ...variations.map((variation) => variation.blueprint)];
        all.forEach((x, i) => {
          for (const y of all.slice(i + 1)) {
            expect(distanceBetween(x, y, fixed)).toBeGreaterThanOrEqual(MIN_DISTANCE);
          }
        });
        for (const { blueprint: varied, distance, difference } of variations) {
          expect(distance).toBe(distanceBetween(blueprint, varied, fixed));
          expect(difference).not.toBe("");
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("leaves fixed terms as they are, makes no contradiction, and stays a valid blueprint", () => {
    fc.assert(
      fc.property(scene, chosen, (blueprint, how) => {
        const fixed = fixedTerms(blueprint, how);
        for (const { id, pinned, polarity, facet } of blueprint.terms) {
          if (pinned === true || polarity === "exclude" || how.keep?.includes(facet))
            expect(fixed).toContain(id);
        }
        const known = new Set(contradictions(blueprint));
        const stays = blueprint.terms.filter(({ id }) => fixed.has(id));
        for (const { blueprint: varied } of vary(blueprint, how)) {
          expect(varied.terms.filter(({ id }) => fixed.has(id))).toEqual(stays);
          expect(contradictions(varied).filter((pair) => !known.has(pair))).toEqual([]);
          expect(() => parseBlueprint(varied)).not.toThrow();
          for (const facet of how.keep ?? []) {
            expect(varied.terms.filter((one) => one.facet === facet)).toEqual(
              blueprint.terms.filter((one) => one.facet === facet),
            );
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("keeps a normal form normal", () => {
    fc.assert(
      fc.property(scene, chosen, (blueprint, how) => {
        for (const { blueprint: varied } of vary(normalise(blueprint), how)) {
          expect(normalise(varied).terms).toEqual(varied.terms);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
