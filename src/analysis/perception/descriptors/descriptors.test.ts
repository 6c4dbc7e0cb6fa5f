import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../base/random.js";
import { Picture } from "../../../image/picture.js";
import { DESCRIPTOR_BLOCKS, DESCRIPTOR_LENGTH, describePixels } from "./index.js";

type Color = readonly [number, number, number];

function painted(width: number, height: number, color: (x: number, y: number) => Color): Picture {
  const data = new Uint8Array(width * height * 3);
  for (let i = 0; i < width * height; i++) data.set(color(i % width, Math.floor(i / width)), i * 3);
  return new Picture({ width, height, data });
}

const grey = (width: number, height: number, tone: (x: number, y: number) => number): Picture =>
  painted(width, height, (x, y) => {
    const level = tone(x, y);
    return [level, level, level];
  });

function noisy(width: number, height: number, seed: number, strength = 255): Picture {
  const random = seededRandom(seed);
  return grey(width, height, () => 128 + strength * (random() - 0.5));
}

function blockOf(picture: Picture, name: string): Float32Array {
  const block = DESCRIPTOR_BLOCKS.find((each) => each.name === name);
  if (block === undefined) throw new Error(`no block is called ${name}`);
  return Float32Array.from(block.measure(picture));
}

const at = (values: ArrayLike<number>, index: number): number => values[index] as number;

describe("describePixels", () => {
  it("has blocks of the lengths that they promise, with names of their own", () => {
    const picture = noisy(200, 120, 3);
    for (const { length, measure } of DESCRIPTOR_BLOCKS) expect(measure(picture)).toHaveLength(length);
    expect(new Set(DESCRIPTOR_BLOCKS.map(({ name }) => name)).size).toBe(DESCRIPTOR_BLOCKS.length);
    expect(describePixels(picture)).toHaveLength(DESCRIPTOR_LENGTH);
  });

  it("is finite for pictures that hardly are any", () => {
    const sizes = [
      [1, 1],
      [2, 1],
      [1, 2000],
      [2000, 1],
      [3, 3],
      [7, 9],
      [40, 300],
    ] as const;
    for (const [width, height] of sizes) {
      const flats = [0, 128, 255].map((tone) => grey(width, height, () => tone));
      for (const picture of [...flats, noisy(width, height, 4)]) {
        const values = describePixels(picture);
        const wrong = values.findIndex((value) => !Number.isFinite(value) || Math.abs(value) > 20);
        expect({ width, height, wrong }).toEqual({ width, height, wrong: -1 });
      }
    }
  });

  it("gives the same numbers again, whatever was asked of the picture before, finite for any pixels", () => {
    const pictures = fc
      .record({ width: fc.integer({ min: 1, max: 40 }), height: fc.integer({ min: 1, max: 40 }) })
      .chain(({ width, height }) => {
        const size = width * height * 3;
        return fc.uint8Array({ minLength: size, maxLength: size }).map((data) => ({ width, height, data }));
      });
    fc.assert(
      fc.property(pictures, (raster) => {
        const first = describePixels(new Picture(raster));
        const warmed = new Picture(raster);
        for (const { measure } of DESCRIPTOR_BLOCKS.toReversed()) measure(warmed);
        expect(describePixels(warmed)).toEqual(first);
        expect(first.every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  it("hardly changes when a smooth picture is twice the size", () => {
    const waves = (size: number): Picture =>
      painted(size, size, (x, y) => {
        const [u, v] = [x / size, y / size];
        return [128 + 100 * Math.sin(9 * u + 4 * v), 120 + 90 * Math.cos(7 * v), 60 + 140 * u];
      });
    const [small, large] = [320, 640].map((size) => waves(size)) as [Picture, Picture];
    const canonical = [
      "color-layout",
      "hue-histogram",
      "oriented-energy",
      "mirror",
      "row-bands",
      "coherence",
    ];
    for (const name of canonical) {
      const [one, two] = [blockOf(small, name), blockOf(large, name)];
      const apart = one.reduce((most, value, i) => Math.max(most, Math.abs(value - at(two, i))), 0);
      expect({ name, close: apart < 0.15 }).toEqual({ name, close: true });
    }
  });
});

describe("color", () => {
  const corner = painted(160, 160, (x, y) => (x < 40 && y >= 120 ? [255, 0, 0] : [255, 255, 255]));

  it("lays the picture out on a grid, left to right and top to bottom", () => {
    const layout = blockOf(corner, "color-layout");
    const lightness = Array.from({ length: 16 }, (_, cell) => at(layout, 2 * cell));
    expect(lightness[12]).toBeCloseTo(0.628, 2); // OKLab of pure red, by its author's table
    expect(lightness.filter((value) => value > 0.99)).toHaveLength(15);
    expect(at(layout, 32 + 24)).toBeCloseTo(5 * 0.225, 1);
    expect(at(layout, 64 + 24)).toBeCloseTo(5 * 0.126, 1);
  });

  it("counts lightness, chroma and hue", () => {
    const lightness = blockOf(corner, "lightness-histogram");
    expect(at(lightness, 15)).toBeCloseTo(Math.sqrt(15 / 16), 2);
    expect(at(lightness, 10)).toBeCloseTo(Math.sqrt(1 / 16), 2);
    expect(at(blockOf(corner, "chroma-histogram"), 10)).toBeCloseTo(0.25, 2);
    const hues = blockOf(corner, "hue-histogram");
    expect(at(hues, 1)).toBeCloseTo(1, 2); // red: 29 degrees
    expect(at(hues, 18)).toBeCloseTo(1, 2);
    const two = painted(64, 64, (x) => (x < 32 ? [200, 60, 40] : [40, 140, 200]));
    expect(at(blockOf(two, "hue-histogram"), 18)).toBeLessThan(0.4);
    expect(blockOf(noisy(64, 64, 1), "hue-histogram").every((value) => value === 0)).toBe(true);
  });

  it("knows white, black and grey", () => {
    const neutrals = blockOf(
      painted(128, 128, (x) => (x < 32 ? [255, 255, 255] : x < 64 ? [0, 0, 0] : [0, 0, 220])),
      "neutrals",
    );
    expect([0, 1, 8].map((index) => at(neutrals, index) ** 2)).toEqual([
      expect.closeTo(0.25, 2),
      expect.closeTo(0.25, 2),
      expect.closeTo(0.5, 2),
    ]);
  });

  it("sees one tint in a toned print and many in a color picture, both unlike grey", () => {
    const plain = blockOf(noisy(100, 100, 5), "greyness");
    expect([...plain]).toEqual([1, 1, 1, 0, 0, 0, 0]);
    const toned = blockOf(
      painted(100, 100, (x, y) => {
        const level = 60 + ((x * 7 + y * 3) % 120);
        return [level + 30, level, level - 20];
      }),
      "greyness",
    );
    expect(at(toned, 0)).toBe(0);
    expect(at(toned, 3)).toBeGreaterThan(1.5);
    expect(at(toned, 5)).toBe(0);
  });
});

describe("structure", () => {
  it("sorts stripes by direction and scale", () => {
    const energyOf = (picture: Picture, level: number, orientation: number): number =>
      at(blockOf(picture, "oriented-energy"), level * 128 + 8 * 5 + orientation);
    const upright = grey(128, 128, (x) => (x % 8 < 4 ? 40 : 200));
    const level = grey(128, 128, (_, y) => (y % 8 < 4 ? 40 : 200));
    expect(energyOf(upright, 0, 0)).toBeGreaterThan(10 * energyOf(upright, 0, 4));
    expect(energyOf(level, 0, 4)).toBeGreaterThan(10 * energyOf(level, 0, 0));
    const broad = grey(128, 128, (x) => 128 + 100 * Math.sin((2 * Math.PI * x) / 64));
    expect(energyOf(broad, 3, 0)).toBeGreaterThan(2 * energyOf(broad, 0, 0));
    expect(energyOf(upright, 3, 0)).toBeLessThan(energyOf(upright, 0, 0));
  });

  it("measures edges, long level ones above all", () => {
    const boxes = blockOf(
      grey(320, 240, (x, y) => (x > 40 && x < 280 && y > 60 && y < 180 ? 20 : 240)),
      "edges",
    );
    const [level, upright, onRuns] = [23, 24, 25].map((index) => at(boxes, index)) as [
      number,
      number,
      number,
    ];
    expect(level + upright).toBeGreaterThan(0.95);
    expect(level).toBeGreaterThan(1.5 * upright);
    expect(onRuns).toBeGreaterThan(0.9);
    expect(at(boxes, 27)).toBeGreaterThan(0.7);
    const disc = blockOf(
      grey(320, 240, (x, y) => (Math.hypot(x - 160, y - 120) < 90 ? 20 : 240)),
      "edges",
    );
    expect(at(disc, 25)).toBeLessThan(0.25);
    expect(at(disc, 23)).toBeLessThan(0.25);
  });

  it("finds strokes of their own width, dark on light only where they are", () => {
    const lines = (dark: boolean): Float32Array =>
      blockOf(
        grey(320, 240, (_, y) => ((y % 20 === 0 ? dark : !dark) ? 10 : 245)),
        "strokes",
      );
    const [ink, chalk] = [lines(true), lines(false)];
    expect(at(ink, 2)).toBeCloseTo(Math.sqrt(0.05), 1);
    expect(at(ink, 3)).toBe(0);
    expect(at(ink, 4)).toBe(1);
    expect(at(chalk, 2)).toBe(0);
    expect(at(chalk, 3)).toBeCloseTo(Math.sqrt(0.05), 1);
  });

  it("tells hatching from noise by its coherence", () => {
    const hatched = blockOf(
      grey(320, 240, (x, y) => 128 + 90 * Math.sin((x + y) / 2)),
      "coherence",
    );
    const rough = blockOf(noisy(320, 240, 6), "coherence");
    expect(at(hatched, 6)).toBeGreaterThan(0.9);
    expect(at(rough, 6)).toBeLessThan(0.5);
    expect(at(hatched, 7)).toBe(1);
  });

  it("has one local pattern in a flat picture and many in noise", () => {
    const flat = blockOf(
      grey(320, 240, () => 90),
      "local-binary-patterns",
    );
    expect([...flat].filter((value) => value > 0)).toEqual([1, 1, 1]);
    const rough = blockOf(noisy(320, 240, 7), "local-binary-patterns").subarray(0, 59);
    expect(at(rough, 58)).toBeGreaterThan(0.6);
    expect([...rough].filter((value) => value > 0)).toHaveLength(59);
  });

  it("falls off with frequency for a smooth picture and not for noise", () => {
    const smooth = blockOf(
      grey(128, 128, (x, y) => 128 + 60 * Math.sin(x / 9) + 60 * Math.sin(y / 11)),
      "spectrum",
    );
    const rough = blockOf(noisy(64, 64, 8), "spectrum");
    for (const orientation of [0, 2]) {
      expect(at(smooth, 16 + 2 * orientation)).toBeLessThan(-0.5);
      expect(Math.abs(at(rough, 16 + 2 * orientation))).toBeLessThan(0.25);
    }
  });

  it("sees mirror images", () => {
    const halves = grey(128, 128, (x, y) => Math.abs(x - 63.5) * 3 + y / 4);
    const [sides, ends] = blockOf(halves, "mirror");
    expect(sides).toBeGreaterThan(0.99);
    expect(ends).toBeLessThan(0.95);
  });

  it("measures texture and light by bands from top to bottom", () => {
    const random = seededRandom(9);
    const bands = blockOf(
      grey(256, 256, (_, y) => (y < 128 ? 255 - y : 60 + 80 * random())),
      "row-bands",
    );
    expect(at(bands, 0)).toBeLessThan(0.3 * at(bands, 7));
    expect(at(bands, 24)).toBeGreaterThan(at(bands, 31));
    expect(at(bands, 48)).toBeCloseTo(-1, 2);
  });

  it("has two tones in print and a bell in noise", () => {
    const print = blockOf(
      grey(256, 256, (x, y) => (((x >> 4) + (y >> 4)) % 2 === 0 ? 0 : 255)),
      "local-contrast",
    );
    expect(at(print, 12)).toBeGreaterThan(0.95);
    const random = seededRandom(10);
    const bell = grey(128, 128, () => 128 + 60 * (random() + random() + random() + random() - 2));
    expect(at(blockOf(bell, "local-contrast"), 12)).toBeLessThan(0.45);
  });

  it("knows color edges from those of light", () => {
    const light = grey(128, 128, (x) => (x % 16 < 8 ? 90 : 160));
    const color = painted(128, 128, (x) => (x % 16 < 8 ? [210, 90, 90] : [60, 140, 140]));
    expect(at(blockOf(light, "local-contrast"), 14)).toBeLessThan(-3);
    expect(at(blockOf(color, "local-contrast"), 14)).toBeGreaterThan(0);
  });

  it("is sharp in the middle where the rim is blurred", () => {
    const focused = blockOf(
      grey(320, 320, (x, y) =>
        Math.hypot(x - 160, y - 160) < 80 ? 255 * ((x >> 1) % 2) : 128 + 100 * Math.sin(x / 8),
      ),
      "focus",
    );
    expect(at(focused, 6)).toBeGreaterThan(2 * at(focused, 7));
  });
});

describe("traces in the pixels", () => {
  it("counts equal neighbours and colors", () => {
    const flat = blockOf(
      painted(256, 256, (x, y) => (x < 128 ? [200, 30, 30] : y < 128 ? [30, 30, 200] : [255, 255, 255])),
      "repeats",
    );
    expect(at(flat, 2)).toBeGreaterThan(0.97);
    expect(at(flat, 5)).toBeGreaterThan(0.97);
    expect(at(flat, 6)).toBeCloseTo(Math.log2(3) / 4, 5);
    expect([10, 11].map((index) => at(flat, index))).toEqual([expect.closeTo(0.5, 2), expect.closeTo(1, 5)]);
    const rough = blockOf(noisy(256, 256, 11), "repeats");
    expect(at(rough, 2)).toBeLessThan(0.01);
    expect(at(rough, 6)).toBeCloseTo(2, 1); // 256 greys
  });

  it("tells hard edges from soft ones", () => {
    const hard = blockOf(
      grey(256, 256, (x) => (x % 32 < 16 ? 30 : 220)),
      "steps",
    );
    const soft = blockOf(
      grey(256, 256, (x) => 125 + 95 * Math.sin((2 * Math.PI * x) / 12)),
      "steps",
    );
    expect(at(hard, 24)).toBe(1);
    expect(at(soft, 24)).toBeLessThan(0.3);
    expect(at(hard, 18)).toBeGreaterThan(at(soft, 18) + 0.5);
  });

  it("measures grain by its strength, and detail of color against it", () => {
    const [weak, strong] = [8, 40].map((strength) => blockOf(noisy(256, 256, 12, strength), "residual")) as [
      Float32Array,
      Float32Array,
    ];
    expect(at(strong, 13)).toBeGreaterThan(at(weak, 13) + 1);
    expect(at(strong, 14)).toBeLessThan(-3);
    const random = seededRandom(13);
    const speckled = painted(256, 256, () => [128 + 40 * random(), 128 + 40 * random(), 128 + 40 * random()]);
    expect(at(blockOf(speckled, "residual"), 14)).toBeGreaterThan(0);
  });

  it("finds the grid of enlarged pixels and of codec blocks", () => {
    const random = seededRandom(14);
    const tones = Array.from({ length: 4096 }, () => 255 * random());
    const traces = blockOf(
      grey(320, 320, (x, y) => tones[(Math.floor(y / 5) * 64 + Math.floor(x / 5)) % 4096] as number),
      "grid-traces",
    );
    expect(at(traces, 3)).toBeGreaterThan(0.8); // lag 5
    expect(at(traces, 2)).toBeLessThan(0.1);
    const blocks = blockOf(
      grey(320, 320, (x, y) => 100 + (tones[(y >> 3) * 64 + (x >> 3)] as number) / 12 + 3 * random()),
      "grid-traces",
    );
    expect(at(blocks, 30)).toBeGreaterThan(0.5);
    expect(Math.abs(at(blockOf(noisy(320, 320, 15), "grid-traces"), 30))).toBeLessThan(0.05);
  });
});
