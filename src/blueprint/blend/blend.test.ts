import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blueprint as anyBlueprint } from "../../../test/arbitraries.js";
import { standingsOf } from "../axes.js";
import type { TermDraft } from "../build.js";
import { createBlueprint } from "../build.js";
import { FACETS } from "../facets.js";
import { meaningOf } from "../meaning.js";
import { normalise } from "../normalise.js";
import { parseBlueprint } from "../schema.js";
import type { Blueprint, Swatch } from "../types.js";
import type { BlendInput, BlendMode } from "./blend.js";
import { blend } from "./blend.js";

function picture(terms: readonly TermDraft[], palette: readonly Swatch[] = [], width = 4): Blueprint {
  return createBlueprint({ frame: { width, height: 3 }, terms, palette });
}

const CAT = picture(
  [
    { facet: "subject", text: "ginger cat", confidence: 0.9 },
    { facet: "action", text: "sleeping", confidence: 0.8 },
    { facet: "lighting", text: "soft light", confidence: 0.9 },
    { facet: "medium", text: "photograph", confidence: 0.6 },
  ],
  [{ hex: "#ff0000", name: "red", share: 0.8 }],
);
const DRAGON = picture(
  [
    { facet: "subject", text: "dragon", confidence: 0.5 },
    { facet: "lighting", text: "hard light", confidence: 0.4 },
    { facet: "medium", text: "oil painting", confidence: 0.95 },
    { facet: "style", text: "baroque" },
    { facet: "style", text: "chiaroscuro" },
    { facet: "palette", text: "warm colors" },
  ],
  [{ hex: "#0000ff", name: "blue", share: 0.5 }],
  9,
);

function texts(blueprint: Blueprint): string[] {
  return blueprint.terms.map((term) => (term.polarity === "exclude" ? `!${term.text}` : term.text));
}

function blended(mode: BlendMode, ...inputs: BlendInput[]): ReturnType<typeof blend> {
  return blend(inputs.length > 0 ? inputs : [{ blueprint: CAT }, { blueprint: DRAGON }], mode);
}

describe("blend by facets", () => {
  const { blueprint, conflicts } = blended({
    mode: "facets",
    from: { subject: 0, lighting: 0, palette: 1, style: 1 },
  });

  it("takes each facet from the input named, and kin of a bucket along", () => {
    expect(texts(blueprint)).toEqual([
      "ginger cat",
      "sleeping",
      "soft light",
      "warm colors",
      "oil painting",
      "baroque",
      "chiaroscuro",
    ]);
    expect(conflicts).toEqual([]);
  });

  it("says of each phrase whom it is from", () => {
    expect(blueprint.terms[0]?.evidence).toEqual([{ source: "blend:A", note: "subject from A" }]);
    expect(blueprint.terms[5]?.evidence).toEqual([{ source: "blend:B", note: "style from B" }]);
  });

  it("takes the swatches with the palette and the frame of the first", () => {
    expect(blueprint.palette).toEqual(DRAGON.palette);
    expect(blueprint.frame).toEqual(CAT.frame);
  });

  it("does not let one input's exclusion strike what another shows", () => {
    const drawn = picture([
      { facet: "medium", text: "watercolor" },
      { facet: "subject", text: "no cats", polarity: "exclude" },
      { facet: "style", text: "photorealistic", polarity: "exclude" },
    ]);
    const mixed = blended({ mode: "auto" }, { blueprint: CAT }, { blueprint: drawn });
    expect(texts(mixed.blueprint)).not.toContain("!no cats");
    expect(texts(mixed.blueprint)).toContain("!photorealistic");
    expect(mixed.conflicts.map(({ kind }) => kind)).toEqual(["polarity"]);
  });
});

describe("blend by weight", () => {
  it("keeps all that agrees, and the surer of what does not", () => {
    const { blueprint, conflicts } = blended({ mode: "weight" });
    expect(texts(blueprint)).toContain("dragon");
    expect(texts(blueprint)).toContain("ginger cat");
    expect(texts(blueprint)).toContain("soft light");
    expect(texts(blueprint)).not.toContain("hard light");
    expect(texts(blueprint)).toContain("oil painting");
    expect(texts(blueprint)).not.toContain("photograph");
    expect(conflicts.map(({ kind, about }) => `${kind}: ${about}`)).toEqual([
      "subjects: the subject",
      "axis: medium",
      "axis: light quality",
    ]);
    expect(conflicts[2]).toMatchObject({
      kept: [{ text: "soft light", from: "A" }],
      lost: [{ text: "hard light", from: "B" }],
    });
  });

  it("makes the heavier input louder, by the root of its share over an even one", () => {
    const { blueprint } = blended({ mode: "weight" }, { blueprint: CAT, weight: 3 }, { blueprint: DRAGON });
    const weights = new Map(blueprint.terms.map(({ text, weight }) => [text, weight]));
    expect(weights.get("ginger cat")).toBeCloseTo(Math.sqrt(0.75 * 2), 3);
    expect(weights.get("dragon")).toBeCloseTo(Math.sqrt(0.25 * 2), 3);
    expect(blueprint.terms[0]?.evidence.at(-1)?.note).toBe("75 % of A");
  });

  it("lets the weight decide a conflict", () => {
    const heavy = blended({ mode: "weight" }, { blueprint: CAT }, { blueprint: DRAGON, weight: 9 });
    expect(texts(heavy.blueprint)).toContain("hard light");
  });

  it("mixes swatches by share: one that both have stays one", () => {
    const pink = picture([], [{ hex: "#ff0505", name: "scarlet", share: 0.4 }]);
    const { blueprint } = blended({ mode: "weight" }, { blueprint: CAT, weight: 3 }, { blueprint: pink });
    expect(blueprint.palette).toHaveLength(1);
    expect(blueprint.palette[0]).toMatchObject({ name: "red", share: 0.7 });
    expect(blended({ mode: "weight" }).blueprint.palette.map(({ share }) => share)).toEqual([0.4, 0.25]);
  });

  it("says a meaning once, with the mean weight, from both", () => {
    const loud = picture([{ facet: "lighting", text: "Soft lighting", weight: 2, confidence: 0.2 }]);
    const { blueprint } = blended({ mode: "weight" }, { blueprint: CAT }, { blueprint: loud });
    const light = blueprint.terms.find(({ facet }) => facet === "lighting");
    expect(light).toMatchObject({ text: "soft light", weight: 1.5, confidence: 0.9 });
    expect(light?.evidence.map(({ source }) => source)).toEqual(["blend:A", "blend:B"]);
  });

  it("keeps what is pinned, on both sides", () => {
    const [night, day] = ["night", "daylight"].map((text) =>
      picture([{ facet: "lighting", text, pinned: true }]),
    );
    if (night === undefined || day === undefined) throw new Error("unreachable");
    const { blueprint, conflicts } = blended({ mode: "weight" }, { blueprint: night }, { blueprint: day });
    expect(texts(blueprint).sort()).toEqual(["daylight", "night"]);
    expect(conflicts).toMatchObject([{ kind: "axis", about: "time of day", lost: [] }]);
  });
});

describe("blend of complementary strengths", () => {
  it("takes each facet from where it is surest and richest, an action with its subject", () => {
    const { blueprint } = blended({ mode: "auto" });
    expect(texts(blueprint)).toEqual([
      "ginger cat",
      "sleeping",
      "soft light",
      "warm colors",
      "oil painting",
      "baroque",
      "chiaroscuro",
    ]);
  });

  it("prefers several phrases that are less sure to a single one that is a little surer", () => {
    const rich = picture([
      { facet: "detail", text: "ornate carvings", confidence: 0.7 },
      { facet: "detail", text: "wet moss", confidence: 0.7 },
    ]);
    const poor = picture([{ facet: "detail", text: "cracked paint", confidence: 0.8 }]);
    const { blueprint } = blended({ mode: "auto" }, { blueprint: poor }, { blueprint: rich });
    expect(texts(blueprint)).toEqual(["ornate carvings", "wet moss"]);
    const heavy = blended({ mode: "auto" }, { blueprint: poor, weight: 2 }, { blueprint: rich });
    expect(texts(heavy.blueprint)).toEqual(["cracked paint"]);
  });
});

describe("blend refuses", () => {
  const one: BlendInput = { blueprint: CAT };
  it.each<[string, readonly BlendInput[], BlendMode]>([
    ["one input", [one], { mode: "auto" }],
    ["six inputs", [one, one, one, one, one, one], { mode: "auto" }],
    ["a weight of 0", [one, { ...one, weight: 0 }], { mode: "weight" }],
    ["a weight that is none", [one, { ...one, weight: Number.NaN }], { mode: "weight" }],
    ["an input that is not there", [one, one], { mode: "facets", from: { style: 2 } }],
  ])("%s", (_, inputs, mode) => {
    expect(() => blend(inputs, mode)).toThrow(expect.objectContaining({ code: "invalid-option" }));
  });
});

const swatch: fc.Arbitrary<Swatch> = fc.record({
  hex: fc.integer({ min: 0, max: 0xffffff }).map((rgb) => `#${rgb.toString(16).padStart(6, "0")}`),
  name: fc.constantFrom("red", "blue", "teal"),
  share: fc.double({ min: 0, max: 0.2, noNaN: true }),
});

const poled = fc.record({
  facet: fc.constantFrom(...FACETS),
  text: fc.constantFrom(
    ..."warm light,cool light,soft light,hard light,night,noon,golden hour,photo,oil painting,3d render,bokeh,deep focus,centered,minimalist,busy,vivid colors,muted colors,b&w,fox,cat".split(
      ",",
    ),
  ),
  confidence: fc.double({ min: 0, max: 1, noNaN: true }),
  polarity: fc.constantFrom("include" as const, "include" as const, "exclude" as const),
  pinned: fc.boolean(),
});

const input: fc.Arbitrary<Blueprint> = fc
  .tuple(
    fc.oneof(
      fc.array(poled, { maxLength: 12 }).map((terms) => picture(terms)),
      anyBlueprint,
    ),
    fc.array(swatch, { maxLength: 5 }),
  )
  .map(([blueprint, palette]) => ({ ...blueprint, palette }));

const mode: fc.Arbitrary<BlendMode> = fc.constantFrom<BlendMode>(
  { mode: "weight" },
  { mode: "auto" },
  { mode: "facets", from: {} },
  { mode: "facets", from: { subject: 1, style: 0, lighting: 1 } },
);

describe("blend, as laws", () => {
  it("by equal weights gives the same terms and palette in whatever order the inputs come", () => {
    const permuted = fc
      .array(input, { minLength: 2, maxLength: 5 })
      .chain((inputs) =>
        fc.tuple(fc.constant(inputs), fc.shuffledSubarray(inputs, { minLength: inputs.length })),
      );
    fc.assert(
      fc.property(permuted, ([inputs, shuffled]) => {
        const [x, y] = [inputs, shuffled].map((all) => {
          const { terms, palette } = blend(
            all.map((blueprint) => ({ blueprint })),
            { mode: "weight" },
          ).blueprint;
          return { terms: terms.map((term) => ({ ...term, evidence: [] })), palette };
        });
        expect(x).toEqual(y);
      }),
      { numRuns: 2000 },
    );
  });

  it("is a valid blueprint in normal form that says nothing of its own, and everything with its source", () => {
    fc.assert(
      fc.property(fc.array(input, { minLength: 2, maxLength: 5 }), mode, (inputs, chosen) => {
        const { blueprint } = blend(
          inputs.map((one) => ({ blueprint: one })),
          chosen,
        );
        expect(() => parseBlueprint(blueprint)).not.toThrow();
        expect(normalise(blueprint).terms.map(({ id }) => id)).toEqual(blueprint.terms.map(({ id }) => id));
        const given = new Set(inputs.flatMap((one) => one.terms.map(({ text }) => meaningOf(text))));
        for (const { text, evidence } of blueprint.terms) {
          expect(given).toContain(meaningOf(text));
          expect(evidence.at(-1)?.source).toMatch(/^blend:[A-E]$/);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("keeps every pinned phrase of a weighing, and has no contradiction between inputs but of pinned ones", () => {
    fc.assert(
      fc.property(fc.array(input, { minLength: 2, maxLength: 4 }), (inputs) => {
        const { blueprint } = blend(
          inputs.map((one) => ({ blueprint: one })),
          { mode: "weight" },
        );
        const kept = new Set(blueprint.terms.map(({ polarity, text }) => polarity + meaningOf(text)));
        for (const { pinned, polarity, text } of inputs.flatMap(({ terms }) => terms)) {
          if (pinned === true && meaningOf(text) !== "") expect(kept).toContain(polarity + meaningOf(text));
        }
        const said = blueprint.terms.filter(({ polarity }) => polarity === "include");
        for (const x of said) {
          for (const y of said) {
            if (x.pinned === true && y.pinned === true) continue;
            const letters = new Set(x.evidence.map(({ source }) => source));
            if (y.evidence.some(({ source }) => letters.has(source))) continue;
            for (const { axis, pole } of standingsOf(x.facet, x.text)) {
              const other = standingsOf(y.facet, y.text).find((standing) => standing.axis === axis);
              expect(other?.pole ?? pole).toBe(pole);
            }
          }
        }
      }),
      { numRuns: 2000 },
    );
  });
});
