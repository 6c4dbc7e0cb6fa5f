import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../../base/random.js";
import type { Observation } from "../../blueprint/observation.js";
import { Picture } from "../../image/picture.js";
import { ciede2000 } from "./ciede2000.js";
import { cielabOfHex } from "./color-conversion.js";
import { COLOR_NAMES } from "./color-names.js";
import { paletteMeasurements, paletteOf } from "./index.js";
import { nearestName } from "./nearest-name.js";

type Rgb = readonly [number, number, number];
type Paint = (u: number, v: number) => Rgb;

function paint(width: number, height: number, color: Paint): Picture {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      data.set(color((x + 0.5) / width, (y + 0.5) / height).map(Math.round), (y * width + x) * 3);
  return new Picture({ width, height, data });
}

function rgbOf(hex: string): Rgb {
  const packed = Number.parseInt(hex.slice(1), 16);
  return [packed >> 16, (packed >> 8) & 255, packed & 255];
}

/** Vertical stripes of the given colors and widths. */
function stripes(colors: readonly (readonly [string, number])[]): Paint {
  return (u) => {
    let edge = 0;
    for (const [hex, share] of colors) {
      edge += share;
      if (u < edge) return rgbOf(hex);
    }
    return rgbOf((colors.at(-1) as readonly [string, number])[0]);
  };
}

function mirrored(color: Paint): Paint {
  return (u, v) => color(1 - u, v);
}

function spoken(picture: Picture): readonly Observation[] {
  return paletteMeasurements.flatMap((measurement) => [...measurement.phrase(measurement.measure(picture))]);
}

function texts(picture: Picture): readonly string[] {
  return spoken(picture).map((observation) => observation.text);
}

/** Gray ramp with waves, 0..1, for prints in one ink. */
const wave = (u: number, v: number): number =>
  0.5 + 0.3 * Math.sin(7 * u + 2 * v) + 0.18 * Math.cos(11 * v - 3 * u);
const between = (from: Rgb, to: Rgb, t: number): Rgb =>
  [0, 1, 2].map((c) => (from[c] as number) + ((to[c] as number) - (from[c] as number)) * t) as unknown as Rgb;

const SCENES: { readonly [name: string]: Paint } = {
  gray: (u, v) => between([10, 10, 10], [245, 245, 245], wave(u, v)),
  sepia: (u, v) => {
    const t = wave(u, v);
    return t < 0.5
      ? between([28, 16, 8], [140, 104, 64], 2 * t)
      : between([140, 104, 64], [246, 230, 200], 2 * t - 1);
  },
  duotone: (u, v) => between([20, 24, 110], [255, 170, 60], wave(u, v)),
  "warm scene": (u, v) => between([150, 40, 20], [250, 190, 90], wave(v, 2 * u)),
  "cool scene": (u, v) => between([10, 60, 120], [120, 190, 230], wave(u, v)),
  "teal and orange": stripes([
    ["#0f7d83", 0.5],
    ["#f07c1e", 0.5],
  ]),
  "red, green and blue": stripes([
    ["#d8261c", 0.34],
    ["#f2d11c", 0.33],
    ["#1c4bd8", 0.33],
  ]),
  pastel: stripes([
    ["#f6cfd8", 0.25],
    ["#cfe6f6", 0.25],
    ["#d6f2d2", 0.25],
    ["#f7efc6", 0.25],
  ]),
  earth: (u, v) => between([92, 66, 40], [190, 160, 118], wave(v, u)),
  muted: (u, v) => between([120, 100, 100], [120, 140, 158], wave(u, v)),
};

describe("paletteOf", () => {
  const known = [
    ["#c0392b", 0.4],
    ["#f5e6c8", 0.25],
    ["#1f4e79", 0.2],
    ["#2e8b57", 0.15],
  ] as const;

  test.each([
    [64, 48],
    [300, 200],
    [768, 512],
  ])("finds a known palette within ΔE2000 3 at %i x %i", (width, height) => {
    const swatches = paletteOf(paint(width, height, stripes(known)));
    expect(swatches).toHaveLength(known.length);
    known.forEach(([hex, share], i) => {
      const swatch = swatches[i] as (typeof swatches)[number];
      expect(ciede2000(cielabOfHex(swatch.hex), cielabOfHex(hex))).toBeLessThan(3);
      expect(swatch.share).toBeCloseTo(share, 1);
    });
  });

  test("keeps a small accent", () => {
    const picture = paint(192, 128, (u, v) =>
      u > 0.45 && u < 0.55 && v > 0.4 && v < 0.6 ? [220, 20, 60] : [120, 122, 125],
    );
    expect(paletteOf(picture).map((swatch) => swatch.name)).toContain("crimson");
  });

  test("gives one swatch for one color, and names it", () => {
    expect(paletteOf(paint(40, 40, () => [0, 128, 128]))).toEqual([
      { hex: "#008080", name: "teal", share: 1 },
    ]);
  });

  test("any picture gives 1 to 8 swatches of the table's names whose shares add up to 1, largest first", () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 60 }),
        (seed, width, height) => {
          const random = seededRandom(seed);
          const swatches = paletteOf(
            paint(width, height, () => [255 * random(), 255 * random() ** 2, 255 * random()]),
          );
          expect(swatches.length).toBeGreaterThan(0);
          expect(swatches.length).toBeLessThanOrEqual(8);
          expect(swatches.reduce((sum, swatch) => sum + swatch.share, 0)).toBeCloseTo(1, 2);
          expect(swatches.map((swatch) => swatch.share)).toEqual(
            swatches.map((swatch) => swatch.share).toSorted((a, b) => b - a),
          );
          for (const swatch of swatches) {
            expect(swatch.hex).toMatch(/^#[0-9a-f]{6}$/);
            expect(COLOR_NAMES).toHaveProperty([swatch.name]);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

test("each name is nearest to its own value, and no two are the same color", () => {
  for (const [name, hex] of Object.entries(COLOR_NAMES)) expect(nearestName(hex)).toBe(name);
});

describe("terms", () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ["gray", ["black and white"], ["sepia tones", "muted colors"]],
    ["sepia", ["sepia tones"], ["black and white", "warm tones"]],
    ["duotone", ["duotone"], ["sepia tones", "black and white"]],
    ["warm scene", ["warm tones"], ["cool tones", "sepia tones"]],
    ["cool scene", ["cool tones"], ["warm tones"]],
    [
      "teal and orange",
      ["complementary color scheme"],
      ["warm tones", "cool tones", "monochromatic color scheme"],
    ],
    ["red, green and blue", ["triadic color scheme", "vibrant colors"], ["complementary color scheme"]],
    ["pastel", ["pastel colors"], ["vibrant colors", "muted colors"]],
    ["earth", ["muted earth tones"], ["vibrant colors", "cool tones"]],
    ["muted", ["muted colors"], ["vibrant colors", "pastel colors"]],
  ])("%s", (name, expected, unwanted) => {
    const said = texts(paint(240, 180, SCENES[name] as Paint));
    for (const text of expected) expect(said).toContain(text);
    for (const text of unwanted) expect(said).not.toContain(text);
  });

  test("names the colors that make the picture", () => {
    const picture = paint(
      200,
      150,
      stripes([
        ["#008080", 0.45],
        ["#ff8c00", 0.35],
        ["#000000", 0.2],
      ]),
    );
    expect(texts(picture)).toContain("teal, orange and black color palette");
  });

  test.each(Object.keys(SCENES))("%s: mirroring changes no figure and no term", (name) => {
    const scene = SCENES[name] as Paint;
    const one = paint(192, 128, scene);
    const other = paint(192, 128, mirrored(scene));
    for (const measurement of paletteMeasurements)
      expect(measurement.measure(other)).toEqual(measurement.measure(one));
  });

  test.each(Object.keys(SCENES))("%s: the size of the picture changes no term", (name) => {
    const scene = SCENES[name] as Paint;
    const whole = texts(paint(400, 300, scene));
    for (const scale of [0.5, 0.7, 1.5]) expect(texts(paint(400 * scale, 300 * scale, scene))).toEqual(whole);
  });

  test("every observation stands in the palette facet, sure between 0.5 and 1, with its figure and its note", () => {
    for (const scene of Object.values(SCENES)) {
      for (const { facet, confidence, evidence } of spoken(paint(160, 120, scene))) {
        expect(facet).toBe("palette");
        expect(confidence).toBeGreaterThan(0.5);
        expect(confidence).toBeLessThanOrEqual(1);
        expect(evidence.source).toMatch(/^analysis:/);
        expect(Number.isFinite(evidence.score)).toBe(true);
        expect(evidence.note).not.toBe("");
      }
    }
  });
});
