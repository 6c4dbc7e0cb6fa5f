import { oklab } from "culori";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LINEAR_OF_BYTE, toOklab } from "./oklab.js";

function labOf(red: number, green: number, blue: number): [number, number, number] {
  const { l, a, b } = toOklab({ width: 1, height: 1, data: Uint8Array.of(red, green, blue) });
  return [l[0] as number, a[0] as number, b[0] as number];
}

describe("LINEAR_OF_BYTE", () => {
  it("meets the sRGB curve at its ends and on both of its branches", () => {
    expect(LINEAR_OF_BYTE[0]).toBe(0);
    expect(LINEAR_OF_BYTE[255]).toBe(1);
    expect(LINEAR_OF_BYTE[10]).toBeCloseTo(10 / 255 / 12.92, 7);
    expect(LINEAR_OF_BYTE[188]).toBeCloseTo(0.5029, 4); // the byte nearest to half the light
  });
});

describe("toOklab", () => {
  // CSS Color 4 prints these colours to the third decimal as oklab() of the sRGB primaries.
  it.each([
    ["white", [255, 255, 255], [1, 0, 0]],
    ["black", [0, 0, 0], [0, 0, 0]],
    ["red", [255, 0, 0], [0.628, 0.225, 0.126]],
    ["lime", [0, 255, 0], [0.866, -0.234, 0.179]],
    ["blue", [0, 0, 255], [0.452, -0.032, -0.312]],
    ["yellow", [255, 255, 0], [0.968, -0.071, 0.199]],
  ] as const)("gives the published values of %s", (_, [red, green, blue], expected) => {
    labOf(red, green, blue).forEach((value, i) => expect(value).toBeCloseTo(expected[i] as number, 3));
  });

  it("agrees with culori within 1e-5 everywhere", () => {
    const byte = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(byte, byte, byte, (red, green, blue) => {
        const exact = oklab({ mode: "rgb", r: red / 255, g: green / 255, b: blue / 255 });
        const ours = labOf(red, green, blue);
        expect(Math.abs(ours[0] - exact.l)).toBeLessThan(1e-5);
        expect(Math.abs(ours[1] - exact.a)).toBeLessThan(1e-5);
        expect(Math.abs(ours[2] - exact.b)).toBeLessThan(1e-5);
      }),
      { numRuns: 2000 },
    );
  });

  it("keeps pixels in their places", () => {
    const data = Uint8Array.of(255, 255, 255, 0, 0, 0, 255, 0, 0, 0, 0, 255);
    const planes = toOklab({ width: 2, height: 2, data });
    expect([planes.width, planes.height]).toEqual([2, 2]);
    expect(Array.from(planes.l, (value) => Math.round(value * 1000))).toEqual([1000, 0, 628, 452]);
  });
});
