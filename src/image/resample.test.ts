import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Raster } from "./raster.js";
import { halve } from "./resample.js";

const rasters: fc.Arbitrary<Raster> = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
  .chain(([width, height]) =>
    fc
      .uint8Array({ minLength: width * height * 3, maxLength: width * height * 3 })
      .map((data) => ({ width, height, data })),
  );

function mirrored(source: Raster): Raster {
  const data = new Uint8Array(source.data.length);
  for (let y = 0; y < source.height; y++) {
    for (let x = 0; x < source.width; x++) {
      const from = (y * source.width + x) * 3;
      const to = (y * source.width + source.width - 1 - x) * 3;
      data.set(source.data.subarray(from, from + 3), to);
    }
  }
  return { ...source, data };
}

describe("halve", () => {
  it("takes the rounded mean of each block, a channel at a time", () => {
    const data = Uint8Array.of(0, 10, 255, 1, 20, 255, 2, 30, 255, 4, 41, 254);
    const half = halve({ width: 2, height: 2, data });
    expect(half).toEqual({ width: 1, height: 1, data: Uint8Array.of(2, 25, 255) });
  });

  it("halves a single row or column along its length only", () => {
    const row = halve({
      width: 4,
      height: 1,
      data: Uint8Array.of(0, 0, 0, 10, 10, 10, 20, 20, 20, 40, 40, 40),
    });
    expect(row).toEqual({ width: 2, height: 1, data: Uint8Array.of(5, 5, 5, 30, 30, 30) });
    const dot = { width: 1, height: 1, data: Uint8Array.of(7, 8, 9) };
    expect(halve(dot)).toEqual(dot);
  });

  it("never leaves the range of its source, and keeps a flat one flat", () => {
    fc.assert(
      fc.property(rasters, (source) => {
        const half = halve(source);
        expect(half.width).toBe(Math.max(1, Math.floor(source.width / 2)));
        expect(half.height).toBe(Math.max(1, Math.floor(source.height / 2)));
        expect(Math.max(...half.data)).toBeLessThanOrEqual(Math.max(...source.data));
        expect(Math.min(...half.data)).toBeGreaterThanOrEqual(Math.min(...source.data));
      }),
    );
  });

  it("commutes with mirroring when the width is even", () => {
    fc.assert(
      fc.property(rasters, (source) => {
        fc.pre(source.width % 2 === 0);
        expect(halve(mirrored(source))).toEqual(mirrored(halve(source)));
      }),
    );
  });
});
