import fc from "fast-check";
import { expect, it } from "vitest";
import { arrowEnds } from "./arrow-ends";

it("starts near the side that the light comes from and points along it, inside any picture", () => {
  const side = fc.integer({ min: 100, max: 1000 });
  const turn = fc.double({ min: 0, max: 2 * Math.PI, noNaN: true });
  fc.assert(
    fc.property(side, side, turn, (width, height, angle) => {
      const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
      const { from, to } = arrowEnds({ kind: "arrow", dx, dy, sure: true }, { width, height });
      for (const { x, y } of [from, to]) expect(x >= 0 && x <= width && y >= 0 && y <= height).toBe(true);
      const length = Math.hypot(to.x - from.x, to.y - from.y);
      expect((to.x - from.x) * dx + (to.y - from.y) * dy).toBeCloseTo(length, 6);
      expect(length).toBeGreaterThanOrEqual(0.3 * Math.min(width, height));
      expect((from.x - width / 2) * dx + (from.y - height / 2) * dy).toBeLessThan(0);
    }),
  );
});
