import { differenceCiede2000 } from "culori";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Cielab, ciede2000 } from "./ciede2000.js";
import { cielabOfHex } from "./color-conversion.js";

const lab = (l: number, a: number, b: number): Cielab => ({ l, a, b });

// Sharma, Wu, Dalal 2005, table 1: pairs 1, 4, 7, 9, 13, 17, 19, 25, 34
test.each([
  [lab(50, 2.6772, -79.7751), lab(50, 0, -82.7485), 2.0425],
  [lab(50, -1.3802, -84.2814), lab(50, 0, -82.7485), 1],
  [lab(50, 0, 0), lab(50, -1, 2), 2.3669],
  [lab(50, 2.49, -0.001), lab(50, -2.49, 0.0009), 7.1792],
  [lab(50, -0.001, 2.49), lab(50, 0.0009, -2.49), 4.8045],
  [lab(50, 2.5, 0), lab(73, 25, -18), 27.1492],
  [lab(50, 2.5, 0), lab(56, -27, -3), 31.903],
  [lab(60.2574, -34.0099, 36.2677), lab(60.4626, -34.1751, 39.4387), 1.2644],
  [lab(2.0776, 0.0795, -1.135), lab(0.9033, -0.0636, -0.5514), 0.9082],
])("the published pair %#", (one, other, expected) => {
  expect(ciede2000(one, other)).toBeCloseTo(expected, 4);
  expect(ciede2000(other, one)).toBeCloseTo(expected, 4);
});

test("agrees with culori on any two sRGB colors, conversion included", () => {
  const reference = differenceCiede2000();
  const hex = fc
    .integer({ min: 0, max: 0xffffff })
    .map((packed) => `#${packed.toString(16).padStart(6, "0")}`);
  fc.assert(
    fc.property(hex, hex, (one, other) => {
      expect(ciede2000(cielabOfHex(one), cielabOfHex(other))).toBeCloseTo(reference(one, other), 1);
    }),
    { numRuns: 500 },
  );
});
