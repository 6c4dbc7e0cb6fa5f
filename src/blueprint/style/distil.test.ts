import { differenceEuclidean, oklab, parse } from "culori";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blueprint as anyBlueprint } from "../../../test/arbitraries.js";
import type { TermDraft } from "../build.js";
import { createBlueprint } from "../build.js";
import { meaningOf } from "../meaning.js";
import type { Frame, Swatch } from "../types.js";
import type { StyleReference } from "./consensus.js";
import { distil } from "./distil.js";
import { mergeSwatches } from "./merge-swatches.js";
import { hexOfLab, labOfHex } from "./oklab.js";
import { medianOf, spreadOf } from "./spread.js";

function reference(
  name: string,
  terms: readonly TermDraft[],
  more: { palette?: readonly Swatch[]; frame?: Frame; measurements?: { [id: string]: number } } = {},
): StyleReference {
  const { palette = [], frame = { width: 4, height: 3 }, measurements } = more;
  const blueprint = createBlueprint({ frame, terms, palette });
  return { name, blueprint, ...(measurements === undefined ? {} : { measurements }) };
}

const WATERCOLOR: readonly TermDraft[] = [
  { facet: "medium", text: "watercolor", confidence: 0.8 },
  { facet: "palette", text: "muted colors", confidence: 0.9 },
];
const TEAL: Swatch = { hex: "#2a7f7f", name: "teal", share: 0.6 };
const SAND: Swatch = { hex: "#d8c39a", name: "sand", share: 0.4 };

function teal(name: string, extra: readonly TermDraft[] = [], contrast = 0.3): StyleReference {
  return reference(name, [...WATERCOLOR, ...extra], { palette: [TEAL, SAND], measurements: { contrast } });
}

describe("distil", () => {
  it("orders phrases by how many references say them, in their commonest wording", () => {
    const { phrases } = distil([
      reference("a", [
        { facet: "lighting", text: "Soft lighting" },
        { facet: "style", text: "rococo" },
      ]),
      reference("b", [
        { facet: "lighting", text: "soft light" },
        { facet: "style", text: "rococo" },
      ]),
      reference("c", [
        { facet: "atmosphere", text: "soft light", weight: 1.3 },
        { facet: "subject", text: "fox" },
      ]),
    ]);
    expect(phrases).toEqual([
      {
        facet: "lighting",
        text: "soft light",
        polarity: "include",
        share: 1,
        references: 3,
        weight: 1.1,
        confidence: 1,
      },
      {
        facet: "style",
        text: "rococo",
        polarity: "include",
        share: 0.6667,
        references: 2,
        weight: 1,
        confidence: 1,
      },
    ]);
  });

  it("keeps what is excluded apart from what is shown", () => {
    const { phrases } = distil([
      reference("a", [{ facet: "text", text: "watermark", polarity: "exclude" }]),
      reference("b", [{ facet: "text", text: "watermark", polarity: "exclude" }]),
      reference("c", [{ facet: "text", text: "watermark" }]),
    ]);
    expect(phrases.map(({ polarity, references }) => [polarity, references])).toEqual([["exclude", 2]]);
  });

  it("finds the colors that several share, merged", () => {
    const near: Swatch = { hex: "#2c8381", name: "cyan", share: 0.3 };
    const lone: Swatch = { hex: "#ff0000", name: "red", share: 0.5 };
    const { palette } = distil([
      reference("a", [], { palette: [TEAL, SAND] }),
      reference("b", [], { palette: [near, lone] }),
    ]);
    expect(palette).toHaveLength(1);
    expect(palette[0]).toMatchObject({ name: "teal", share: 0.45, references: 2 });
  });

  it("tells the spread of each figure", () => {
    const figures = [1, 2, 3, 10].map((sharpness, i) =>
      reference(`${i}`, [], { measurements: { sharpness } }),
    );
    const { measurements } = distil([
      ...figures,
      reference("x", [], { measurements: { sharpness: Number.NaN } }),
    ]);
    expect(measurements["sharpness"]).toEqual({
      count: 4,
      min: 1,
      median: 2.5,
      max: 10,
      mean: 4,
      deviation: Math.sqrt(12.5),
    });
  });

  it("takes the commonest frame", () => {
    const frames = [1, 2, 2].map((width, i) => reference(`${i}`, [], { frame: { width, height: 1 } }));
    expect(distil(frames).frame).toEqual({ width: 2, height: 1 });
  });

  it("names the one that is another medium, and says so", () => {
    const odd = reference("odd.png", [{ facet: "medium", text: "photograph" }], { palette: [TEAL] });
    const { outliers } = distil([teal("a"), teal("b"), teal("c"), odd, teal("d")]);
    expect(outliers.map(({ name }) => name)).toEqual(["odd.png"]);
    expect(outliers[0]?.reason).toBe('it lacks "muted colors", which all others say');
  });

  it("says what stands in the place of what is missing", () => {
    const odd = reference("odd", [
      { facet: "medium", text: "photograph" },
      { facet: "palette", text: "muted colors" },
    ]);
    const plain = [1, 2, 3, 4].map((i) => reference(`${i}`, WATERCOLOR));
    expect(distil([...plain, odd]).outliers[0]?.reason).toBe(
      'it lacks "watercolor", which all others say, and says "photograph"',
    );
  });

  it("names the one in other colors", () => {
    const red = reference("red", WATERCOLOR, { palette: [{ hex: "#ff0000", name: "red", share: 1 }] });
    const { outliers } = distil([teal("a"), teal("b"), teal("c"), red]);
    expect(outliers.map(({ name }) => name)).toEqual(["red"]);
    expect(outliers[0]?.reason).toContain("red most of all");
  });

  it("names the one whose figure is far off", () => {
    const some = [0.3, 0.31, 0.29, 0.3, 0.32].map((contrast, i) => teal(`${i}`, [], contrast));
    const { outliers } = distil([...some, teal("far", [], 0.95)]);
    expect(outliers.map(({ name }) => name)).toEqual(["far"]);
    expect(outliers[0]?.reason).toBe("its contrast is 0.95, the others' mean is 0.304");
  });

  it("finds the odd one among pictures each of which has some figure of its own", () => {
    const figures = (own: number, shift: number): { [id: string]: number } =>
      Object.fromEntries(
        Array.from({ length: 30 }, (_, at) => [`f${at}`, 0.5 + (at % 5) * 0.01 + (at === own ? 0.3 : shift)]),
      );
    const alike = [0, 1, 2, 3, 4].map((own) =>
      reference(`alike-${own}`, WATERCOLOR, {
        palette: [TEAL, SAND],
        measurements: figures(own, own * 0.01),
      }),
    );
    const odd = reference("odd", WATERCOLOR, {
      palette: [{ hex: "#ff2010", name: "red", share: 1 }],
      measurements: figures(-1, 0.4),
    });
    expect(distil([...alike, odd]).outliers.map(({ name }) => name)).toEqual(["odd"]);
    expect(distil(alike).outliers).toEqual([]);
  });

  it("names nobody among pictures alike, nor among three", () => {
    const subjects = ["fox", "cat", "barn", "sea"].map((text) => teal(text, [{ facet: "subject", text }]));
    expect(distil(subjects).outliers).toEqual([]);
    const odd = reference("odd", [{ facet: "medium", text: "photograph" }]);
    expect(distil([teal("a"), teal("b"), odd]).outliers).toEqual([]);
  });

  it.each([0, 1, 501])("refuses %s references", (count) => {
    const references = Array.from({ length: count }, (_, i) => teal(`${i}`));
    expect(() => distil(references)).toThrow(expect.objectContaining({ code: "invalid-option" }));
  });

  it("counts each reference once a meaning, in whatever order they come", () => {
    const several = fc.array(anyBlueprint, { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(several, (blueprints) => {
        const references = blueprints.map((one, i) => ({ name: `${i}`, blueprint: one }));
        const { frame: _, ...consensus } = distil(references);
        const { frame: __, ...reversed } = distil([...references].reverse());
        const named = ({ outliers, ...rest }: typeof consensus): unknown => ({
          ...rest,
          names: outliers.map(({ name }) => name).sort(),
        });
        expect(named(reversed)).toEqual(named(consensus));
        for (const { text, polarity, references: count } of consensus.phrases) {
          const sayers = blueprints.filter(({ terms }) =>
            terms.some((term) => term.polarity === polarity && meaningOf(term.text) === meaningOf(text)),
          );
          expect(sayers.length).toBe(count);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe("OKLab of swatches", () => {
  const hex = fc.integer({ min: 0, max: 0xffffff }).map((rgb) => `#${rgb.toString(16).padStart(6, "0")}`);

  it("agrees with culori, and comes back", () => {
    fc.assert(
      fc.property(hex, (color) => {
        const lab = labOfHex(color);
        const other = oklab(parse(color));
        expect(lab.l).toBeCloseTo(other?.l ?? -1, 5);
        expect(lab.a).toBeCloseTo(other?.a ?? -1, 5);
        expect(lab.b).toBeCloseTo(other?.b ?? -1, 5);
        expect(hexOfLab(lab)).toBe(color);
      }),
      { numRuns: 2000 },
    );
  });

  it("merges only colors that look alike, and keeps the sum of shares", () => {
    const palette = fc.array(
      fc.record({ hex, name: fc.constant("x"), share: fc.double({ min: 0, max: 0.2, noNaN: true }) }),
      { maxLength: 5 },
    );
    const differ = differenceEuclidean("oklab");
    fc.assert(
      fc.property(fc.array(palette, { minLength: 1, maxLength: 4 }), (palettes) => {
        const merged = mergeSwatches(palettes.map((swatches) => ({ swatches, weight: 1 })));
        const sum = (all: readonly { share: number }[]): number =>
          all.reduce((total, { share }) => total + share, 0);
        expect(sum(merged)).toBeCloseTo(sum(palettes.flat()) / palettes.length, 2);
        for (const { hex: color } of palettes.flat()) {
          // Each is within 0.08 of the color that its group began with, and so is the group's mean.
          expect(Math.min(...merged.map((one) => differ(one.hex, color)))).toBeLessThan(0.165);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe("spread", () => {
  it("takes the middle", () => {
    expect([medianOf([3, 1, 2]), medianOf([4, 1, 2, 3]), medianOf([])]).toEqual([2, 2.5, 0]);
    expect(spreadOf([Number.NaN])).toBeUndefined();
  });
});
