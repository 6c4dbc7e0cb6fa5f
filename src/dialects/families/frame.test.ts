import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FrameSpec } from "../capabilities.js";
import { chooseFrame, ratioOf } from "./frame.js";

const source = { date: "2026-11", from: "this test" };
const RATIOS: FrameSpec = {
  kind: "ratios",
  ratios: ["auto", "1:1", "3:2", "16x9", "2:3"],
  parameter: "aspect",
  source,
};
const ANY: FrameSpec = { kind: "any-ratio", min: 1 / 4, max: 4, parameter: "ar", source };
const SIZES: FrameSpec = {
  kind: "sizes",
  sizes: [
    [1024, 1024],
    [1792, 1024],
    [1024, 1792],
  ],
  source,
};
const FREE: FrameSpec = {
  kind: "any-size",
  multiple: 64,
  minSide: 256,
  maxSide: 1024,
  area: 512 * 512,
  source,
};

function chosen(width: number, height: number, spec: FrameSpec): unknown[] {
  const { parameters, warnings } = chooseFrame({ width, height }, spec, "t");
  return [...Object.values(parameters), ...warnings.map(({ code }) => code)];
}

describe("chooseFrame", () => {
  it("takes the nearest listed ratio and tells when it is off by more than 3 %", () => {
    expect(chosen(6000, 4000, RATIOS)).toEqual(["3:2"]);
    expect(chosen(1920, 1080, RATIOS)).toEqual(["16x9"]);
    expect(chosen(1400, 1000, RATIOS)).toEqual(["3:2", "ratio-approximated"]);
    expect(chosen(1010, 1000, RATIOS)).toEqual(["1:1"]);
  });

  it("measures by logarithm, so that tall and wide are alike", () => {
    expect(chosen(1000, 1240, { ...RATIOS, ratios: ["1:1", "2:3"] })[0]).toBe(
      chosen(1240, 1000, { ...RATIOS, ratios: ["1:1", "3:2"] })[0] === "3:2" ? "2:3" : "1:1",
    );
  });

  it("writes the usual ratio that is meant, else the simplest", () => {
    expect(chosen(1920, 1080, ANY)).toEqual(["16:9"]);
    expect(chosen(4032, 3024, ANY)).toEqual(["4:3"]);
    expect(chosen(1023, 769, ANY)).toEqual(["4:3"]);
    expect(chosen(2560, 1080, ANY)).toEqual(["21:9"]);
    expect(chosen(1344, 768, ANY)).toEqual(["16:9"]);
    expect(chosen(9000, 1000, ANY)).toEqual(["4:1", "ratio-approximated"]);
    expect(chosen(1, 20_000, ANY)).toEqual(["1:4", "ratio-approximated"]);
  });

  it("takes the nearest listed size", () => {
    expect(chosen(1920, 1080, SIZES)).toEqual([1792, 1024]);
    expect(chosen(3000, 2000, SIZES)).toEqual([1792, 1024, "ratio-approximated"]);
    expect(chosen(900, 1000, SIZES)).toEqual([1024, 1024, "ratio-approximated"]);
  });

  it("makes a size on multiples near the trained area", () => {
    expect(chosen(512, 512, FREE)).toEqual([512, 512]);
    expect(chosen(3000, 2000, FREE)).toEqual([576, 384]);
    expect(chosen(8000, 2000, FREE)).toEqual([1024, 256]);
  });

  it("keeps every size inside the rules", () => {
    const side = fc.integer({ min: 1, max: 50_000 });
    fc.assert(
      fc.property(side, side, (width, height) => {
        const { parameters } = chooseFrame({ width, height }, FREE, "t");
        for (const name of ["width", "height"]) {
          const made = Number(parameters[name]);
          expect(made % 64).toBe(0);
          expect(made).toBeGreaterThanOrEqual(256);
          expect(made).toBeLessThanOrEqual(1024);
        }
      }),
    );
  });

  it("reads ratios and sizes, but no words", () => {
    expect([ratioOf("16:9"), ratioOf("3x4"), ratioOf("auto"), ratioOf("1:0")]).toEqual([
      16 / 9,
      0.75,
      undefined,
      undefined,
    ]);
  });
});
