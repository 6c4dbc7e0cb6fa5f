import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fromHalf, toHalf } from "./half.js";

const golden = JSON.parse(
  readFileSync(new URL("../../../../tools/golden/phrases/phrases.json", import.meta.url), "utf8"),
) as { values: number[]; halfBits: number[] };

describe("half precision", () => {
  it("rounds as NumPy does, ties and edges included", () => {
    expect(Array.from(toHalf(Float32Array.from(golden.values)))).toEqual(golden.halfBits);
  });

  it("keeps every half that is a number through widening and back", () => {
    const all = Uint16Array.from({ length: 65_536 }, (_, bits) => bits);
    const wide = new Float32Array(all.length);
    fromHalf(all, wide);
    const back = toHalf(wide);
    const lost = [...all].filter((bits) => !Number.isNaN(wide[bits]) && back[bits] !== bits);
    expect(lost).toEqual([]);
    expect(wide.filter((value) => Number.isNaN(value))).toHaveLength(2 * 1023);
    expect(toHalf(Float32Array.of(Number.NaN))[0]).toBe(0x7e00);
  });

  it("writes from the place that is named", () => {
    const target = new Float32Array(3);
    fromHalf(Uint16Array.of(0x3c00, 0xc000), target, 1);
    expect([...target]).toEqual([0, 1, -2]);
  });
});
