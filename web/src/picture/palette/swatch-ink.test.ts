import fc from "fast-check";
import { expect, it } from "vitest";
import { inkOn } from "./swatch-ink";

it("is black on light colors and white on dark ones", () => {
  expect(inkOn("#ffffff")).toBe("#000000");
  expect(inkOn("#20121f")).toBe("#ffffff");
  expect(inkOn("#83c7cd")).toBe("#000000");
  expect(inkOn("#0000ff")).toBe("#ffffff");
});

it("holds 4.5:1 on any color, by WCAG's own formula in eight bits", () => {
  const part = (value: number): number =>
    value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
  fc.assert(
    fc.property(fc.nat(255), fc.nat(255), fc.nat(255), (red, green, blue) => {
      const hex = `#${[red, green, blue].map((value) => value.toString(16).padStart(2, "0")).join("")}`;
      const light = 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue);
      const ratio = inkOn(hex) === "#000000" ? (light + 0.05) / 0.05 : 1.05 / (light + 0.05);
      expect(ratio).toBeGreaterThanOrEqual(4.5);
    }),
  );
});
