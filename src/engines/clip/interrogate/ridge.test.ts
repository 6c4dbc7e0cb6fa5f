import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../base/random.js";
import { ridge } from "./ridge.js";

function rows(count: number, width: number, seed: number): Float32Array[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => Float32Array.from({ length: width }, () => random() - 0.5));
}

const line = (row: Float32Array): number => row.reduce((sum, value, i) => sum + value * (i - 1), 3);

describe("ridge", () => {
  it("finds a straight line again where it is hardly held back", () => {
    const guess = ridge(rows(40, 4, 1), rows(40, 4, 1).map(line), 1e-9);
    for (const row of rows(10, 4, 2)) expect(guess(row)).toBeCloseTo(line(row), 4);
  });

  it("answers the mean where it is held back entirely, and for one value", () => {
    const values = rows(5, 3, 3).map(line);
    const mean = values.reduce((sum, value) => sum + value, 0) / 5;
    expect(ridge(rows(5, 3, 3), values, 1e12)(Float32Array.of(9, 9, 9))).toBeCloseTo(mean, 6);
    expect(ridge([Float32Array.of(1, 0)], [7], 1)(Float32Array.of(0, 1))).toBe(7);
    const between = ridge(rows(5, 3, 3), values, 1)(Float32Array.of(9, 9, 9));
    expect(Math.abs(between - mean)).toBeGreaterThan(0.1);
  });

  it("takes rows that repeat", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), (count) => {
        const row = Float32Array.of(0.6, 0.8);
        const guess = ridge(
          Array.from({ length: count }, () => row),
          Array.from({ length: count }, (_, i) => i),
          1,
        );
        return Math.abs(guess(row) - (count - 1) / 2) < 1e-9;
      }),
    );
  });
});
