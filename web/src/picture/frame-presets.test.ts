import { expect, it } from "vitest";
import { FRAME_PRESETS, presetOf, reframe } from "./frame-presets";

it.each(FRAME_PRESETS)("%s is met exactly, at nearly the area there was", (ratio) => {
  const before = { width: 1344, height: 768 };
  const after = reframe(before, ratio);
  expect(presetOf(after)).toBe(ratio);
  expect(Math.abs((after.width * after.height) / (1344 * 768) - 1)).toBeLessThan(0.03);
});

it("keeps at least a pixel, and knows no preset where there is none", () => {
  expect(reframe({ width: 1, height: 1 }, "21:9")).toEqual({ width: 21, height: 9 });
  expect(presetOf({ width: 1344, height: 768 })).toBeUndefined();
});
