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
import type { Blueprint } from "../types.js";
import { CONTRASTS } from "./contrasts.js";
import { IMPLICATIONS } from "./implications.js";
import type { NegateOptions } from "./negate.js";
import { negate } from "./negate.js";
import type { Purpose } from "./purposes.js";
import { PURPOSE_SETS, PURPOSES } from "./purposes.js";

const CONTRARIES = new Map([
  ["fog", ["clear air"]],
  ["golden hour", ["blue hour"]],
  ["soft light", ["hard light"]],
  ["photograph", ["painting"]],
]);
const opposites = (phrase: string): readonly string[] => CONTRARIES.get(meaningOf(phrase)) ?? [];

function picture(...terms: (readonly [Facet, string, number?])[]): Blueprint {
  const drafts = terms.map(([facet, text, confidence = 0.9]): TermDraft => ({ facet, text, confidence }));
  return createBlueprint({ frame: { width: 4, height: 3 }, terms: drafts });
}

function excludedBy(blueprint: Blueprint, options: Partial<NegateOptions>): string[] {
  const { added } = negate(blueprint, { purposes: [], derive: false, opposites, ...options });
  return added.map(({ text }) => text);
}

describe("negate", () => {
  it("takes a photograph away from cartoons and renders", () => {
    const texts = excludedBy(picture(["subject", "red fox"], ["medium", "photograph"]), { derive: true });
    expect(texts).toEqual(expect.arrayContaining(["cartoon", "3d render", "painting"]));
  });

  it("takes calm fog away from harsh sunlight, and tells why", () => {
    const { added } = negate(picture(["atmosphere", "calm fog"]), { purposes: [], derive: true, opposites });
    const sun = added.find(({ text }) => text === "harsh sunlight");
    expect(sun).toMatchObject({
      polarity: "exclude",
      facet: "lighting",
      confidence: 0.9,
      evidence: [{ source: "negative:derived", note: 'the picture shows "calm fog"' }],
    });
  });

  it("leaves harsh sunlight be where the sun shines through the fog", () => {
    const sunny = picture(["atmosphere", "fog"], ["lighting", "sunlight"]);
    expect(excludedBy(sunny, { derive: true })).not.toContain("harsh sunlight");
  });

  it("takes the vocabulary's opposites in", () => {
    expect(excludedBy(picture(["lighting", "Golden Hour light"]), { derive: true })).toContain("blue hour");
  });

  it("derives nothing from what is unsure, guessed or excluded", () => {
    const doubtful = createBlueprint({
      frame: { width: 1, height: 1 },
      terms: [
        { facet: "medium", text: "photograph", confidence: 0.5 },
        { facet: "lighting", text: "soft light", hypothesis: true },
        { facet: "atmosphere", text: "fog", polarity: "exclude" },
      ],
    });
    expect(excludedBy(doubtful, { derive: true })).toEqual([]);
    const pinned = picture(["medium", "photograph", 0.5]);
    const terms = pinned.terms.map((term) => ({ ...term, pinned: true }));
    expect(excludedBy({ ...pinned, terms }, { derive: true })).toContain("cartoon");
  });

  it.each<[Purpose, Facet, string, string]>([
    ["clean", "text", 'the words "OPEN"', "text"],
    ["clean", "setting", "street with neon signs", "text"],
    ["clean", "subject", "logo of a fox", "logo"],
    ["quality", "camera", "creamy bokeh", "blurry"],
    ["quality", "style", "glitch art", "jpeg artifacts"],
    ["quality", "medium", "pixel art", "low resolution"],
    ["anatomy", "subject", "six-armed demon", "extra limbs"],
    ["photorealism", "medium", "watercolor", "painting"],
    ["photorealism", "style", "anime screencap", "illustration"],
    ["photorealism", "subject", "a painting on a wall", "painting"],
    ["illustration", "medium", "raw photo", "photograph"],
    ["illustration", "camera", "film grain", "film grain"],
  ])("%s: does not exclude what %s %j shows", (purpose, facet, text, shown) => {
    const bare = excludedBy(picture(["subject", "cube"]), { purposes: [purpose] });
    const fitting = excludedBy(picture(["subject", "cube"], [facet, text]), { purposes: [purpose] });
    expect(bare).toContain(shown);
    expect(fitting).not.toContain(shown);
  });

  it("excludes bad hands where hands are shown", () => {
    expect(excludedBy(picture(["subject", "hands"]), { purposes: ["anatomy"] })).toContain("bad hands");
  });

  it("says nothing twice, in whatever way it is excluded already", () => {
    const marked = createBlueprint({
      frame: { width: 1, height: 1 },
      terms: [{ facet: "text", text: "no Watermark", polarity: "exclude" }],
    });
    const once = excludedBy(marked, { purposes: ["clean", "clean"] });
    expect(once).not.toContain("watermark");
    expect(new Set(once).size).toBe(once.length);
  });

  it("takes 'no people' for showing none", () => {
    const empty = picture(["setting", "deserted street"], ["subject", "no crowd"]);
    expect(excludedBy(empty, { derive: true })).toContain("crowd");
  });

  it("has no set that excludes a phrase of its own twice or that is idle", () => {
    for (const purpose of PURPOSES) {
      const texts = PURPOSE_SETS[purpose].excludes.map(({ text }) => text);
      expect(excludedBy(picture(["subject", "cube"]), { purposes: [purpose] })).toEqual(texts);
    }
  });
});

const SPOKEN = [
  ...PURPOSES.flatMap((purpose) => PURPOSE_SETS[purpose].excludes.map(({ text }) => text)),
  ...CONTRASTS.flatMap((row) => row.excludes.map(({ text }) => text)),
  ...IMPLICATIONS.flatMap((row) => row.implies),
  ..."photo,oil painting,pencil sketch,3d rendering,pixel art,vector logo,gouache,charcoal,soft light,diffused light,hard light,fog,misty,overcast,calm,night,moonlit,golden hour,sunset,black and white,b&w,vibrant colors,muted tones,minimalist,negative space,deserted,sharp focus,deep focus,bokeh,high key,low key,warm light,cold light,noon".split(
    ",",
  ),
];

const POLED =
  "golden hour,sunset,sunrise,magic hour,noon,midday,daytime,oil,gouache,acrylic,charcoal,graphite,cgi,polaroid,soft light,diffused glow,hard light,harsh glow,moonlight,midnight,bokeh,shallow depth of field,vivid,colorful".split(
    ",",
  );

const speaking: fc.Arbitrary<Blueprint> = fc
  .array(
    fc.record({
      facet: fc.constantFrom(...FACETS),
      text: fc.oneof(
        fc.constantFrom(...SPOKEN),
        fc
          .tuple(fc.constantFrom("a", "very", "old"), fc.constantFrom(...SPOKEN))
          .map((words) => words.join(" ")),
      ),
      confidence: fc.double({ min: 0, max: 1, noNaN: true }),
      polarity: fc.constantFrom("include" as const, "include" as const, "exclude" as const),
    }),
    { maxLength: 14 },
  )
  .map((terms) => createBlueprint({ frame: { width: 3, height: 2 }, terms }));

const options = fc.record({
  purposes: fc.subarray([...PURPOSES]),
  derive: fc.boolean(),
  opposites: fc.oneof(
    fc.constant(opposites),
    fc
      .shuffledSubarray([...new Set(SPOKEN)], { maxLength: 12 })
      .map((texts) => (): readonly string[] => texts),
  ),
});

describe("negate, as laws", () => {
  it("never excludes what the picture shows, by meaning, by words or by axis", () => {
    fc.assert(
      fc.property(speaking, options, (blueprint, chosen) => {
        const shown = blueprint.terms.filter(({ polarity }) => polarity === "include");
        for (const { facet, text } of negate(blueprint, chosen).added) {
          const poles = standingsOf(facet, text).map(({ axis, pole }) => `${axis}: ${pole}`);
          for (const term of shown) {
            expect(meaningOf(term.text)).not.toBe(meaningOf(text));
            expect(` ${meaningOf(term.text)} `).not.toContain(` ${meaningOf(text)} `);
            const own = standingsOf(term.facet, term.text).map(({ axis, pole }) => `${axis}: ${pole}`);
            expect(own.filter((pole) => poles.includes(pole))).toEqual([]);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("excludes no other phrase at a pole where the picture stands", () => {
    const terms = fc.array(
      fc.record({
        facet: fc.constantFrom<Facet>("lighting", "medium", "palette"),
        text: fc.constantFrom(...POLED),
      }),
      { minLength: 1, maxLength: 3 },
    );
    const contraries = fc.shuffledSubarray(POLED, { minLength: 8, maxLength: 12 });
    fc.assert(
      fc.property(terms, contraries, (drafts, texts) => {
        const blueprint = createBlueprint({ frame: { width: 1, height: 1 }, terms: drafts });
        const { added } = negate(blueprint, { purposes: [], derive: true, opposites: () => texts });
        const poles = (of: readonly TermDraft[]): string[] =>
          of.flatMap(({ facet, text }) =>
            standingsOf(facet, text).map(({ axis, pole }) => `${axis}: ${pole}`),
          );
        const shown = new Set(poles(blueprint.terms));
        expect(poles(added).filter((pole) => shown.has(pole))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it("only adds: what stood stands in its order, ids are unique, and a second time adds nothing", () => {
    fc.assert(
      fc.property(fc.oneof(speaking, anyBlueprint), options, (blueprint, chosen) => {
        const { blueprint: negated, added } = negate(blueprint, chosen);
        expect(negated.terms.filter((term) => !added.includes(term))).toEqual(blueprint.terms);
        expect(new Set(negated.terms.map(({ id }) => id)).size).toBe(negated.terms.length);
        expect(negate(negated, chosen).added).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it("keeps a normal form normal", () => {
    fc.assert(
      fc.property(speaking, options, (blueprint, chosen) => {
        const { blueprint: negated } = negate(normalise(blueprint), chosen);
        expect(normalise(negated).terms).toEqual(negated.terms);
      }),
      { numRuns: 2000 },
    );
  });
});
