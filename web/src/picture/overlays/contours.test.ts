import fc from "fast-check";
import { expect, it } from "vitest";
import type { Grid } from "./contours";
import { areaOf, contours, smooth } from "./contours";

/** Twice the area with its sign: positive when the loop runs counter-clockwise as seen on the screen. */
const turn = (loop: readonly { readonly x: number; readonly y: number }[]): number =>
  loop.reduce((sum, { x, y }, i) => {
    const next = loop[(i + 1) % loop.length] ?? { x, y };
    return sum + (next.x * y - x * next.y);
  }, 0);

it("goes around a peak halfway to its neighbors", () => {
  const [loop, ...others] = contours(
    [
      [0, 0, 0],
      [0, 1, 0],
      [0, 0, 0],
    ],
    0.5,
  );
  expect(others).toEqual([]);
  expect(loop?.map(({ x, y }) => [x.toFixed(3), y.toFixed(3)]).toSorted()).toEqual([
    ["0.333", "0.500"],
    ["0.500", "0.333"],
    ["0.500", "0.667"],
    ["0.667", "0.500"],
  ]);
});

it("closes along the border what touches it, and finds a hole", () => {
  expect(contours([[1]], 0.5)).toHaveLength(1);
  const ring: Grid = Array.from({ length: 5 }, (_, y) =>
    Array.from({ length: 5 }, (__, x) => (x === 2 && y === 2 ? 0 : x % 4 === 0 || y % 4 === 0 ? 0 : 1)),
  );
  const loops = contours(ring, 0.5);
  expect(loops.map((loop) => Math.sign(turn(loop))).toSorted((a, b) => a - b)).toEqual([-1, 1]);
  expect(contours([[0.2]], 0.5)).toEqual([]);
  expect(contours([], 0.5)).toEqual([]);
});

it("parts or joins a saddle by the middle of the four", () => {
  const saddle = (middle: number): Grid => [
    [1, middle],
    [middle, 1],
  ];
  expect(contours(saddle(0), 0.6)).toHaveLength(2);
  expect(contours(saddle(0.5), 0.6)).toHaveLength(1);
});

it("makes closed loops inside the picture of any grid, and none is lost", () => {
  const row = fc.array(fc.integer({ min: 0, max: 15 }), { minLength: 6, maxLength: 6 });
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 1, max: 15 }),
      (grid, level) => {
        const loops = contours(grid, level);
        expect(loops.length > 0).toBe(grid.flat().some((value) => value >= level));
        for (const loop of loops) {
          expect(loop.length).toBeGreaterThanOrEqual(4);
          for (const { x, y } of loop) {
            expect(x >= 0 && x <= 1 && y >= 0 && y <= 1).toBe(true);
          }
        }
      },
    ),
  );
});

it("cuts corners and never leaves the loop", () => {
  const square = [
    { x: 0, y: 0 },
    { x: 1, y: 0 },
    { x: 1, y: 1 },
    { x: 0, y: 1 },
  ];
  const round = smooth(square);
  expect(areaOf(square)).toBe(1);
  expect(areaOf(round.toReversed())).toBeLessThan(1);
  expect(areaOf(round)).toBeGreaterThan(0.8);
  expect(round).toHaveLength(16);
  expect(Math.max(...round.map(({ x, y }) => Math.hypot(x - 0.5, y - 0.5)))).toBeLessThan(0.6);
  expect(Math.min(...round.map(({ x }) => x))).toBe(0);
});
