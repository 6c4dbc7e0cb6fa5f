import { describe, expect, it } from "vitest";
import { seededRandom } from "../../base/random.js";
import { Picture } from "../../image/picture.js";
import { CANONICAL_SIDE, canonicalRaster } from "./canonical.js";

type Color = readonly [number, number, number];

function picture(width: number, height: number, color: (x: number, y: number) => Color): Picture {
  const data = new Uint8Array(width * height * 3);
  for (let i = 0; i < width * height; i++) data.set(color(i % width, Math.floor(i / width)), i * 3);
  return new Picture({ width, height, data });
}

const SIDE = CANONICAL_SIDE;

describe("canonicalRaster", () => {
  it("gives a picture of its own size back", () => {
    const random = seededRandom(1);
    const shown = picture(SIDE, SIDE, () => [255 * random(), 255 * random(), 255 * random()]);
    expect([...canonicalRaster(shown).data]).toEqual([...shown.full.data]);
  });

  it("averages whole blocks, and squashes the two axes apart from one another", () => {
    const random = seededRandom(2);
    const shown = picture(SIDE * 3, SIDE * 2, () => [255 * random(), 255 * random(), 255 * random()]);
    const { data } = canonicalRaster(shown);
    for (const [x, y] of [
      [0, 0],
      [5, 90],
      [SIDE - 1, SIDE - 1],
    ] as const) {
      let sum = 0;
      for (let k = 0; k < 6; k++) {
        const at = (2 * y + Math.floor(k / 3)) * SIDE * 3 + 3 * x + (k % 3);
        sum += shown.full.data[at * 3 + 1] as number;
      }
      expect(Math.abs((data[(y * SIDE + x) * 3 + 1] as number) - sum / 6)).toBeLessThanOrEqual(0.51);
    }
  });

  it("keeps the mean where the factor is not whole", () => {
    const shown = picture(301, 477, (x, y) => [x % 256, y % 256, (x + y) % 256]);
    const mean = ({ data }: { readonly data: ArrayLike<number> }, channel: number): number => {
      let sum = 0;
      for (let i = channel; i < data.length; i += 3) sum += data[i] as number;
      return sum / (data.length / 3);
    };
    for (const channel of [0, 1, 2]) {
      expect(Math.abs(mean(canonicalRaster(shown), channel) - mean(shown.full, channel))).toBeLessThan(0.3);
    }
  });

  it("enlarges a ramp to a ramp, through the old samples", () => {
    const shown = picture(SIDE / 4, 1, (x) => [8 * x, 0, 255]);
    const { data } = canonicalRaster(shown);
    for (let x = 8; x < SIDE - 8; x++) {
      expect(Math.abs((data[x * 3] as number) - 8 * ((x + 0.5) / 4 - 0.5))).toBeLessThanOrEqual(0.51);
      expect(data[(SIDE * 70 + x) * 3 + 2]).toBe(255);
    }
  });

  it("takes a picture of one pixel, and of one column", () => {
    expect(new Set(canonicalRaster(picture(1, 1, () => [7, 7, 7])).data)).toEqual(new Set([7]));
    expect(new Set(canonicalRaster(picture(1, 2000, () => [9, 9, 9])).data)).toEqual(new Set([9]));
  });
});
