import { describe, expect, it } from "vitest";
import type { Box } from "./navigate";
import { boxAfter, boxBeyond } from "./navigate";

function box(id: string, left: number, top: number, width = 40): Box {
  return { id, left, top, right: left + width, bottom: top + 28 };
}

/** Two lines of one row, then a row of its own with a gap. */
const A = box("a", 0, 0);
const B = box("b", 44, 0, 100);
const C = box("c", 0, 32);
const D = box("d", 150, 70);
const ALL = [A, B, C, D];

describe("boxBeyond", () => {
  it("goes to the next line only, to what is nearest from left to right", () => {
    expect(boxBeyond(ALL, A, "down")?.id).toBe("c");
    expect(boxBeyond(ALL, B, "down")?.id).toBe("c");
    expect(boxBeyond(ALL, D, "up")?.id).toBe("c");
    expect(boxBeyond(ALL, C, "up")?.id).toBe("a");
  });

  it("prefers of two that stand above or below the one in line", () => {
    const wide = box("wide", 0, 32, 200);
    expect(boxBeyond([A, B, wide], wide, "up")?.id).toBe("b");
  });

  it("stops at the first and last line", () => {
    expect(boxBeyond(ALL, B, "up")).toBeUndefined();
    expect(boxBeyond(ALL, D, "down")).toBeUndefined();
  });
});

describe("boxAfter", () => {
  it("finds the chip that a point stands before, line by line", () => {
    const row = [A, B, C];
    expect(boxAfter(row, 5, 10)).toBe("a");
    expect(boxAfter(row, 35, 10)).toBe("b");
    expect(boxAfter(row, 300, 10)).toBe("c");
    expect(boxAfter(row, 35, 40)).toBeNull();
    expect(boxAfter(row, 5, -5)).toBe("a");
    expect(boxAfter([], 5, 5)).toBeNull();
  });
});
