import { expect, test } from "vitest";
import { joinRows, pickRows } from "./rows.js";

const ROWS = { shape: [3, 2], data: Float32Array.of(1, 2, 3, 4, 5, 6) };

test("rows are dropped, repeated and brought into another order", () => {
  expect(pickRows(ROWS, [2, 0, 2])).toEqual({ shape: [3, 2], data: Float32Array.of(5, 6, 1, 2, 5, 6) });
  expect(pickRows(ROWS, [1])).toEqual({ shape: [1, 2], data: Float32Array.of(3, 4) });
  expect(pickRows(ROWS, [])).toEqual({ shape: [0, 2], data: new Float32Array() });
});

test("the first rows are not copied", () => {
  expect(pickRows(ROWS, [0, 1, 2]).data).toBe(ROWS.data);
  expect(pickRows(ROWS, [0, 1]).data.buffer).toBe(ROWS.data.buffer);
});

test("rows without numbers stay rows", () => {
  const empty = { shape: [2, 4, 0], data: new Float32Array() };
  expect(pickRows(empty, [1, 1, 0])).toEqual({ shape: [3, 4, 0], data: new Float32Array() });
});

test("rows of several tensors follow one another", () => {
  expect(joinRows([ROWS, { shape: [1, 2], data: Float32Array.of(7, 8) }])).toEqual({
    shape: [4, 2],
    data: Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8),
  });
  expect(joinRows([ROWS])).toBe(ROWS);
});
