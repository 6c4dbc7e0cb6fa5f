import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../base/random.js";
import { clarityOf, clarityWarning } from "./clarity.js";
import { confidenceOf } from "./confidence.js";
import { expectedGreatest, normalQuantile, spreadOf } from "./normal.js";

/** Box-Muller. */
function normals(count: number, seed: number): Float64Array {
  const random = seededRandom(seed);
  return Float64Array.from(
    { length: count },
    () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()),
  );
}

describe("normalQuantile", () => {
  // Published table: NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.1 (cumulative normal distribution).
  it.each([
    [0.5, 0],
    [0.8413, 1],
    [0.97725, 2],
    [0.99865, 3],
    [0.1587, -1],
  ])("puts %s at %s", (p, z) => {
    expect(normalQuantile(p)).toBeCloseTo(z, 2);
  });
});

describe("expectedGreatest", () => {
  // Expected greatest of n standard normal numbers: Harter, "Expected values of normal order statistics", 1961.
  it.each([
    [10, 1.5388],
    [100, 2.5076],
    [400, 2.968],
  ])("of %s is about %s", (count, value) => {
    expect(Math.abs(expectedGreatest(count) - value)).toBeLessThan(0.02);
  });

  it("of one is its mean", () => {
    expect(expectedGreatest(1)).toBe(0);
    expect(expectedGreatest(0)).toBe(0);
  });
});

describe("confidenceOf", () => {
  const rivals = { mean: 0.2, deviation: 0.02, count: 500 };

  it("never falls as the score rises, and falls as rivals come nearer", () => {
    fc.assert(
      fc.property(
        fc.float({ min: -1, max: 1, noNaN: true }),
        fc.float({ min: 0, max: 1, noNaN: true }),
        (score, more) => {
          expect(confidenceOf(score + more, rivals)).toBeGreaterThanOrEqual(confidenceOf(score, rivals));
          const nearer = { ...rivals, mean: rivals.mean + 0.01 };
          expect(confidenceOf(score, nearer)).toBeLessThanOrEqual(confidenceOf(score, rivals));
        },
      ),
    );
  });

  it("is unsure of what chance would give, and sure of what it would not", () => {
    const best = rivals.mean + rivals.deviation * expectedGreatest(rivals.count);
    expect(confidenceOf(best, rivals)).toBeLessThan(0.4);
    expect(confidenceOf(best + 2 * rivals.deviation, rivals)).toBeGreaterThan(0.8);
    expect(confidenceOf(1, rivals)).toBe(0.95);
    expect(confidenceOf(-1, rivals)).toBe(0.05);
  });

  it("asks for more among more rivals", () => {
    expect(confidenceOf(0.28, { ...rivals, count: 5000 })).toBeLessThan(
      confidenceOf(0.28, { ...rivals, count: 50 }),
    );
  });

  it("says little where nothing spreads", () => {
    expect(confidenceOf(0.3, { mean: 0.3, deviation: 0, count: 1 })).toBeLessThan(0.5);
  });
});

describe("clarityOf", () => {
  it("calls mere chance weak, and tells so", () => {
    const weak = clarityOf(normals(10_000, 1).map((value) => 0.2 + 0.02 * value));
    expect(weak.weak).toBe(true);
    expect(weak.lead).toBeCloseTo(weak.chance, 0);
    expect(clarityWarning(weak)).toMatchObject({ code: "engine-limited" });
  });

  it("finds what stands out", () => {
    const scores = normals(10_000, 2).map((value) => 0.2 + 0.02 * value);
    for (let i = 0; i < 12; i++) scores[i * 700] = 0.33;
    const clear = clarityOf(scores);
    expect(clear).toMatchObject({ weak: false, best: 0.33 });
    expect(clarityWarning(clear)).toBeUndefined();
  });

  it("is content with one that stands out by far", () => {
    const scores = normals(10_000, 4).map((value) => 0.2 + 0.02 * value);
    scores[77] = 0.32;
    expect(clarityOf(scores).weak).toBe(false);
  });

  it("does not judge a short list", () => {
    expect(clarityOf(normals(99, 3)).weak).toBe(false);
    expect(clarityOf([])).toMatchObject({ best: 0, weak: false });
  });
});

describe("spreadOf", () => {
  it("is mean and sample deviation, of all or of some", () => {
    expect(spreadOf([2, 4, 4, 4, 5, 5, 7, 9])).toMatchObject({ mean: 5, count: 8 });
    expect(spreadOf([2, 4, 4, 4, 5, 5, 7, 9]).deviation).toBeCloseTo(2.138, 3);
    expect(spreadOf([1, 100, 3], [0, 2])).toMatchObject({ mean: 2, count: 2 });
    expect(spreadOf([])).toEqual({ mean: 0, deviation: 0, count: 0 });
  });
});
