import { describe, expect, it } from "vitest";
import { seededRandom } from "../../base/random.js";
import type { Observation } from "../../blueprint/observation.js";
import { Picture } from "../../image/picture.js";
import type { Raster } from "../../image/raster.js";
import { textureMeasurements } from "../texture/index.js";
import { compositionMeasurements } from "./index.js";

type Color = readonly [number, number, number];

const MEASUREMENTS = [...compositionMeasurements, ...textureMeasurements];

/** Figures that speak of left and right, or of the codec's grid, which starts at the left. */
const SIDED = new Set(["x", "rows", "axis", "tilt", "angle", "point", "box", "blockiness", "onGrid"]);

/** Smooth value noise, 0..1, the same at any size. */
function cloud(seed: number, cells: number): (x: number, y: number) => number {
  const random = seededRandom(seed);
  const grid = Array.from({ length: (cells + 2) ** 2 }, () => random());
  return (x, y) => {
    const u = Math.floor(x * cells);
    const v = Math.floor(y * cells);
    const fx = x * cells - u;
    const fy = y * cells - v;
    const at = (i: number, j: number): number => grid[(v + j) * (cells + 2) + u + i] as number;
    return (at(0, 0) * (1 - fx) + at(1, 0) * fx) * (1 - fy) + (at(0, 1) * (1 - fx) + at(1, 1) * fx) * fy;
  };
}

const grain = cloud(4, 140);
const soft = cloud(9, 5);

const SCENES: Readonly<Record<string, (x: number, y: number) => Color>> = {
  disc: (x, y) => (Math.hypot((x - 0.34) * 1.5, y - 0.6) < 0.15 ? [190, 40, 30] : [225 - 20 * y, 228, 225]),
  sea: (x, y) =>
    y < 0.7 ? [120 + 90 * y, 160 + 60 * y, 225] : [30 + 60 * grain(x, y), 70 + 60 * grain(x, y), 90],
  road: (x, y) => {
    const turn = Math.floor((Math.atan2((y - 0.4) / 1.5, x - 0.4) / Math.PI) * 9 + 40.3);
    const tone = (turn % 2 === 0 ? 60 : 175) + 15 * Math.sin(70 * Math.hypot((x - 0.4) * 1.5, y - 0.4));
    return [tone, tone, tone];
  },
  drawing: (x, y) => {
    if (Math.hypot((x - 0.3) * 1.5, y - 0.5) < 0.3) return [230, 80, 40];
    return Math.hypot((x - 0.72) * 1.5, y - 0.45) < 0.25 ? [40, 90, 200] : [250, 240, 220];
  },
  lines: (x, y) => {
    const ring = Math.abs(Math.hypot((x - 0.5) * 1.5, y - 0.5) - 0.38) < 0.006;
    return ring || Math.abs(Math.hypot((x - 0.42) * 1.5, y - 0.4) - 0.12) < 0.006
      ? [10, 10, 10]
      : [255, 255, 255];
  },
  bokeh: (x, y) => {
    const focus = Math.hypot((x - 0.45) * 1.5, y - 0.5) < 0.28;
    const tone = focus
      ? grain(x, y) > 0.5
        ? 240
        : 30
      : 128 + 90 * Math.sin(40 * x + 9 * soft(x, y)) * Math.cos(26 * y);
    return [tone, tone, 0.8 * tone];
  },
  crowd: (x, y) => {
    const tone = 255 * (grain(x, y) > 0.5 ? 0.9 : 0.15);
    return [tone, tone, tone];
  },
};

/** Each pixel the mean of 2 x 2 samples of the scene, as a camera would see it. */
function render(color: (x: number, y: number) => Color, width: number, height: number): Raster {
  const data = new Uint8ClampedArray(width * height * 3);
  for (let y = 0, p = 0; y < height; y++) {
    for (let x = 0; x < width; x++, p += 3) {
      const sum = [0, 0, 0];
      for (let k = 0; k < 4; k++) {
        const sample = color((x + ((k % 2) + 0.5) / 2) / width, (y + ((k >> 1) + 0.5) / 2) / height);
        sample.forEach((value, channel) => {
          sum[channel] = (sum[channel] as number) + value / 4;
        });
      }
      data.set(sum, p);
    }
  }
  return { width, height, data };
}

function mirror({ width, height, data }: Raster): Raster {
  const result = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = 3 * (y * width + width - 1 - x);
      result.set(data.subarray(from, from + 3), 3 * (y * width + x));
    }
  }
  return { width, height, data: result };
}

const terms = (picture: Picture): readonly string[] =>
  MEASUREMENTS.flatMap((one): readonly Observation[] => one.phrase(one.measure(picture))).map(
    ({ text }) => text,
  );

const swapped = (text: string): string =>
  text.replace(/left|right/, (side) => (side === "left" ? "right" : "left"));

function contradicts(said: readonly string[]): boolean {
  const all = said.join("; ");
  return (
    (/busy/.test(all) && /minimal|negative space/.test(all)) ||
    (/flat/.test(all) && /deep|depth of field/.test(all))
  );
}

describe.each(Object.entries(SCENES))("%s", (_name, color) => {
  it("says the same at any size", () => {
    const said = terms(new Picture(render(color, 480, 320)));
    expect(said.length).toBeGreaterThan(0);
    expect(contradicts(said)).toBe(false);
    for (const [width, height] of [
      [360, 240],
      [768, 512],
    ] as const) {
      expect(terms(new Picture(render(color, width, height)))).toEqual(said);
    }
    expect(terms(new Picture(render(color, 768, 512), { width: 3840, height: 2560 }))).toEqual(said);
  });

  it("says the same of its mirror image, left and right swapped", () => {
    const raster = render(color, 480, 320);
    const straight = new Picture(raster);
    const mirrored = new Picture(mirror(raster));
    expect(terms(mirrored)).toEqual(terms(straight).map(swapped));
    for (const one of MEASUREMENTS) {
      const figures = one.measure(straight) as Readonly<Record<string, unknown>>;
      const others = one.measure(mirrored) as Readonly<Record<string, unknown>>;
      for (const [key, value] of Object.entries(figures)) {
        if (SIDED.has(key)) continue;
        if (typeof value === "number") {
          const slack = key === "rays" ? 1 : 0.01 + 0.05 * Math.abs(value);
          expect(Math.abs((others[key] as number) - value), `${one.id}.${key}`).toBeLessThanOrEqual(slack);
        } else expect(others[key], `${one.id}.${key}`).toEqual(value);
      }
      if (typeof figures.x === "number") expect(others.x).toBeCloseTo(1 - figures.x, 2);
      if (typeof figures.tilt === "number") expect(others.tilt).toBeCloseTo(-figures.tilt, 1);
    }
  });
});
