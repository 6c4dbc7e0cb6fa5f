import { describe, expect, it } from "vitest";
import { Picture } from "./picture.js";
import type { Raster } from "./raster.js";

function checked(width: number, height: number): Raster {
  return { width, height, data: Uint8Array.from({ length: width * height * 3 }, (_, i) => (i * 37) % 256) };
}

describe("Picture", () => {
  it("says how much of the file's resolution is left", () => {
    expect(new Picture(checked(64, 48), { width: 256, height: 192 }).scale).toBe(0.25);
    expect(new Picture(checked(64, 48)).scale).toBe(1);
    expect(new Picture(checked(64, 48), { width: 32, height: 24 }).scale).toBe(1);
  });

  it("halves until the long side fits, and makes each size once", () => {
    const picture = new Picture(checked(100, 40));
    expect(picture.raster(100)).toBe(picture.full);
    const small = picture.raster(30);
    expect([small.width, small.height]).toEqual([25, 10]);
    expect(picture.raster(30)).toBe(small);
  });

  it("shares colour planes between sizes that come out the same", () => {
    const picture = new Picture(checked(100, 40));
    expect(picture.lab(30)).toBe(picture.lab(25));
    const plane = picture.lightness(30);
    expect([plane.width, plane.height, plane.data.length]).toEqual([25, 10, 250]);
    expect(plane.data).toBe(picture.lab(30).l);
  });

  it("makes a shared value once, even when it is undefined", () => {
    const picture = new Picture(checked(4, 4));
    let made = 0;
    const make = (): undefined => {
      made++;
    };
    picture.once("nothing", make);
    picture.once("nothing", make);
    expect(made).toBe(1);
  });
});
