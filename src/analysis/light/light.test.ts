import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../../base/random.js";
import type { Observation } from "../../blueprint/observation.js";
import { Picture } from "../../image/picture.js";
import { paletteMeasurements } from "../palette/index.js";
import { direction } from "./direction.js";
import { haze } from "./haze.js";
import { lightMeasurements } from "./index.js";
import { key } from "./key.js";

type Rgb = readonly [number, number, number];
type Paint = (u: number, v: number) => Rgb;

function paint(width: number, height: number, color: Paint): Picture {
  const data = new Uint8ClampedArray(width * height * 3);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      data.set(color((x + 0.5) / width, (y + 0.5) / height), (y * width + x) * 3);
  return new Picture({ width, height, data });
}

const mix = (from: Rgb, to: Rgb, t: number): Rgb => {
  const part = Math.min(1, Math.max(0, t));
  const channel = (c: 0 | 1 | 2): number => from[c] + (to[c] - from[c]) * part;
  return [channel(0), channel(1), channel(2)];
};
/** 1 within the radius, falling to 0 over the glow around it; the aspect ratio is that of the scenes below. */
const disc = (u: number, v: number, x: number, y: number, radius: number, glow: number): number =>
  Math.min(1, Math.max(0, 1 - (Math.hypot(u - x, (v - y) * 0.7) - radius) / glow));
/** A few waves that no mirror or size disturbs, -1 to 1. */
const ripple = (u: number, v: number): number => Math.sin(23 * u + 5 * v) * Math.cos(31 * v - 7 * u);
const shift = ([r, g, b]: Rgb, by: number): Rgb => [r + by, g + by, b + by];

const lamps =
  (sky: Rgb, lamp: Rgb, from: number): Paint =>
  (u, v) => {
    let color = shift(mix(sky, mix(sky, [0, 0, 0], 0.6), v), 3 * ripple(u, v));
    for (let i = 0; i < 12; i++)
      color = mix(color, lamp, disc(u, v, 0.06 + 0.08 * i, from + 0.06 * (i % 4), 0.008, 0.02));
    return color;
  };

const SCENES: { readonly [name: string]: Paint } = {
  "lit from the left": (u, v) => shift(mix([225, 215, 200], [45, 42, 40], u), 9 * ripple(u, v)),
  sunset: (u, v) => {
    if (v > 0.6 + 0.03 * Math.sin(9 * u)) return shift([20, 12, 10], 4 * ripple(u, v));
    const sky = shift(mix([150, 70, 30], [250, 165, 70], v / 0.6), 6 * ripple(u, v));
    return mix(sky, [255, 245, 190], disc(u, v, 0.5, 0.48, 0.05, 0.08));
  },
  "city at night": lamps([14, 14, 20], [255, 235, 190], 0.45),
  dusk: lamps([52, 84, 150], [255, 205, 130], 0.62),
  neon: (u, v) => {
    let color: Rgb = shift([16, 9, 30], 3 * ripple(u, v));
    const tubes: readonly (readonly [number, number, Rgb])[] = [
      [0.2, 0.3, [255, 20, 160]],
      [0.75, 0.25, [0, 230, 255]],
      [0.5, 0.5, [255, 30, 180]],
      [0.3, 0.75, [20, 210, 255]],
      [0.8, 0.7, [255, 90, 20]],
    ];
    for (const [x, y, light] of tubes) {
      color = mix(color, mix(color, light, 0.3), disc(u, v, x, y, 0.02, 0.22));
      color = mix(color, light, disc(u, v, x, y, 0.03, 0.02));
    }
    return color;
  },
  fog: (u, v) => {
    const veil: Rgb = [205, 208, 210];
    const trunk = Math.exp(-(((u - 0.3) / 0.05) ** 2)) + Math.exp(-(((u - 0.7) / 0.04) ** 2));
    return mix(veil, [120, 122, 124], 0.7 * v * v + 0.5 * trunk * v);
  },
  silhouette: (u, v) => {
    const hill = 0.62 + 0.1 * Math.sin(5 * u + 1);
    if (v > hill) return shift([10, 10, 12], 2 * ripple(u, v));
    return shift(mix([150, 180, 215], [255, 250, 235], v / hill), 5 * ripple(u, v));
  },
  "low key": (u, v) =>
    shift(mix([14, 13, 12], [200, 170, 140], disc(u, v, 0.4, 0.5, 0.08, 0.16)), 3 * ripple(u, v)),
  "high key": (u, v) =>
    shift(mix([236, 234, 232], [196, 190, 186], disc(u, v, 0.5, 0.5, 0.1, 0.3)), 5 * ripple(u, v)),
  overcast: (u, v) =>
    shift([150, 154, 160], 24 * Math.sin(4 * u + 2 * v) * Math.cos(5 * v) + 4 * ripple(u, v)),
  "lamp light": (u, v) => {
    const t = 0.35 + 0.3 * v + 0.3 * Math.sin(9 * u) * Math.cos(7 * v);
    const wall = mix([60, 32, 12], [225, 150, 70], t);
    return [wall[0], wall[1] + 26 * ripple(v, u), wall[2] - 20 * ripple(u, v)];
  },
  moonlit: (u, v) => {
    const t = 0.5 + 0.5 * Math.sin(9 * u) * Math.cos(7 * v);
    return mix([12, 26, 58], v > 0.5 ? [70, 92, 160] : [60, 110, 150], t);
  },
};

/** Squares of flat color, as a sprite sheet or a chart has them: nothing about light may be said of these. */
const FLAT: { readonly [name: string]: Paint } = {
  sprite: (u, v) => {
    const colors: readonly Rgb[] = [
      [255, 150, 40],
      [250, 200, 60],
      [40, 20, 10],
      [255, 120, 30],
    ];
    return colors[(Math.floor(u * 12) * 7 + Math.floor(v * 8) * 3) % 4] as Rgb;
  },
  page: (u, v) =>
    v > 0.1 && v < 0.9 && u > 0.1 && u < 0.9 && Math.floor(v * 40) % 3 === 0 ? [30, 30, 30] : [255, 255, 255],
  "dark window": (u, v) => (u < 0.2 || v < 0.08 ? [50, 50, 54] : [30, 30, 30]),
};

function spoken(picture: Picture): readonly Observation[] {
  return lightMeasurements.flatMap((measurement) => [...measurement.phrase(measurement.measure(picture))]);
}

function texts(picture: Picture): readonly string[] {
  return spoken(picture).map(({ text }) => text);
}

describe("terms", () => {
  test.each<[string, readonly string[]]>([
    ["lit from the left", ["light from the left"]],
    ["sunset", ["golden hour light"]],
    ["city at night", ["artificial lights at night", "low-key lighting"]],
    ["dusk", ["blue hour"]],
    ["neon", ["neon lighting", "low-key lighting"]],
    ["fog", ["foggy atmosphere"]],
    ["silhouette", ["backlit silhouette"]],
    ["low key", ["low-key lighting"]],
    ["high key", ["bright, high-key tones"]],
    ["overcast", ["soft diffused light", "low contrast"]],
    ["lamp light", ["warm light"]],
    ["moonlit", ["cool light"]],
  ])("%s", (name, expected) => {
    const said = texts(paint(384, 268, SCENES[name] as Paint));
    for (const text of expected) expect(said).toContain(text);
  });

  test.each(Object.keys(FLAT))("a flat %s has no light to speak of", (name) => {
    expect(texts(paint(384, 256, FLAT[name] as Paint))).toEqual([]);
  });

  test.each(Object.keys(SCENES))("%s: the size of the picture changes no term", (name) => {
    const scene = SCENES[name] as Paint;
    const whole = texts(paint(380, 266, scene));
    for (const scale of [0.5, 0.7, 2])
      expect(texts(paint(Math.round(380 * scale), Math.round(266 * scale), scene))).toEqual(whole);
  });

  test.each(Object.keys(SCENES))("%s: mirroring swaps left and right and changes nothing else", (name) => {
    const scene = SCENES[name] as Paint;
    const one = paint(192, 134, scene);
    const other = paint(192, 134, (u, v) => scene(1 - u, v));
    const swap: Readonly<Record<string, string>> = { left: "right", right: "left", unclear: "unclear" };
    for (const measurement of lightMeasurements) {
      if (measurement.id === direction.id) continue;
      expect(measurement.measure(other)).toEqual(measurement.measure(one));
    }
    const straight = direction.measure(one);
    expect(direction.measure(other)).toEqual({
      ...straight,
      from: swap[straight.from],
      brighter: straight.brighter.replace(/left|right/u, (side) => swap[side] ?? side),
      across: -straight.across + 0,
    });
  });

  test("every observation has its facet, its figure, its note and a region inside the picture", () => {
    for (const scene of Object.values(SCENES)) {
      for (const { facet, confidence, evidence } of spoken(paint(192, 134, scene))) {
        expect(["lighting", "atmosphere"]).toContain(facet);
        expect(confidence).toBeGreaterThan(0.5);
        expect(confidence).toBeLessThanOrEqual(1);
        expect(evidence.source).toMatch(/^analysis:/);
        expect(Number.isFinite(evidence.score)).toBe(true);
        expect(evidence.note).not.toBe("");
        const { x, y, width, height } = evidence.region ?? { x: 0, y: 0, width: 1, height: 1 };
        expect(Math.min(x, y, 1 - x - width, 1 - y - height)).toBeGreaterThanOrEqual(0);
      }
    }
  });
});

/** Words that deny one another. */
const OPPOSITES: readonly (readonly [RegExp, RegExp])[] = [
  [/low-key/, /high-key/],
  [/high contrast/, /low contrast/],
  [/warm (light|tones)|golden|sunset/, /cool (light|tones)|blue hour/],
  [/golden|sunset/, /night|blue hour/],
  [/vibrant|neon/, /muted|pastel/],
  [/black and white|sepia/, /warm|cool|golden|sunset|blue hour|neon|vibrant|muted|pastel/],
];

test("no picture is told two things that deny one another", () => {
  const blob = fc.record({
    x: fc.double({ min: 0, max: 1, noNaN: true }),
    y: fc.double({ min: 0, max: 1, noNaN: true }),
    size: fc.double({ min: 0.01, max: 0.6, noNaN: true }),
    color: fc.tuple(
      fc.integer({ min: 0, max: 255 }),
      fc.integer({ min: 0, max: 255 }),
      fc.integer({ min: 0, max: 255 }),
    ),
  });
  const ground = fc.tuple(
    fc.integer({ min: 0, max: 255 }),
    fc.integer({ min: 0, max: 255 }),
    fc.integer({ min: 0, max: 255 }),
  );
  fc.assert(
    fc.property(ground, ground, fc.array(blob, { maxLength: 9 }), (top, bottom, blobs) => {
      const picture = paint(96, 64, (u, v) =>
        blobs.reduce<Rgb>(
          (color, { x, y, size, color: light }) => mix(color, light, disc(u, v, x, y, size / 2, size)),
          shift(mix(top, bottom, v), 4 * ripple(u, v)),
        ),
      );
      const all = [...lightMeasurements, ...paletteMeasurements];
      const said = all.flatMap((measurement) =>
        measurement.phrase(measurement.measure(picture)).map(({ text }) => text),
      );
      for (const [one, other] of OPPOSITES)
        expect(
          said.some((text) => one.test(text)) && said.some((text) => other.test(text)),
          said.join(", "),
        ).toBe(false);
    }),
    { numRuns: 300 },
  );
});

test("figures: a mean, a veil and a fall-off that are known", () => {
  // OKLab lightness of sRGB gray 119 is the cube root of its luminance 0.1845
  expect(key.measure(paint(50, 40, () => [119, 119, 119])).mean).toBeCloseTo(Math.cbrt(0.1845), 2);
  expect(haze.measure(paint(120, 80, () => [102, 200, 200])).veil).toBeCloseTo(0.4, 4);
  const ramp = direction.measure(paint(192, 128, (u) => [255 * u, 255 * u, 255 * u]));
  expect(ramp.across).toBeGreaterThan(0.8);
  expect(ramp.explained).toBeGreaterThan(0.95);
  expect(ramp.down).toBe(0);
});

test.each([
  ["right", 1, 0],
  ["bottom-right", 1, 1],
  ["bottom", 0, 1],
  ["bottom-left", -1, 1],
  ["left", -1, 0],
  ["top-left", -1, -1],
  ["top", 0, -1],
  ["top-right", 1, -1],
  ["even", 0.05, 0.05],
] as const)("the picture is brighter at: %s", (side, across, down) => {
  const tone = (u: number, v: number): number => 128 + 60 * across * (u - 0.5) + 60 * down * (v - 0.5);
  const wash = paint(160, 160, (u, v) => [tone(u, v), tone(u, v), tone(u, v)]);
  expect(direction.measure(wash).brighter).toBe(side);
});

test("any size down to one pixel is measured without a wrong number", () => {
  const random = seededRandom(7);
  for (const [width, height] of [
    [1, 1],
    [1, 9],
    [9, 1],
    [2, 2],
    [3, 5],
    [13, 700],
  ] as const) {
    const picture = paint(width, height, () => [255 * random(), 255 * random(), 255 * random()]);
    for (const measurement of [...lightMeasurements, ...paletteMeasurements])
      expect(JSON.stringify(measurement.measure(picture))).not.toMatch(/null|NaN/);
  }
});
