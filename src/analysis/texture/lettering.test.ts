import { describe, expect, it } from "vitest";
import { Picture } from "../../image/picture.js";
import { lettering, looksLettered } from "./lettering.js";
import { standingPieces } from "./lettering-pieces.js";

type Tone = (x: number, y: number) => number;

function grey(width: number, height: number, tone: Tone): Picture {
  const data = new Uint8ClampedArray(width * height * 3);
  for (let y = 0, p = 0; y < height; y++) {
    for (let x = 0; x < width; x++, p += 3) data.fill(tone(x, y), p, p + 3);
  }
  return new Picture({ width, height, data });
}

/** Eight upright forms like E, 16 pixels high and 10 wide, from (60, 100) on. */
function isInk(x: number, y: number): boolean {
  const u = x - 60;
  const v = y - 100;
  if (u < 0 || v < 0 || v >= 16 || u >= 8 * 15) return false;
  const inLetter = u % 15;
  if (inLetter >= 10) return false;
  return inLetter < 3 || v < 3 || v >= 13 || (v >= 7 && v < 9);
}

const print: Tone = (x, y) => (isInk(x, y) ? 20 : 230);

describe("lettering", () => {
  it("sees a row of letters, dark on light and light on dark, and says nothing of it", () => {
    for (const tone of [print, (x: number, y: number) => 255 - print(x, y)]) {
      const picture = grey(384, 256, tone);
      expect(looksLettered(picture)).toBe(true);
      expect(lettering.phrase(lettering.measure(picture))).toEqual([]);
    }
  });

  it("sees it at twice the size and mirrored", () => {
    expect(looksLettered(grey(768, 512, (x, y) => print(x >> 1, y >> 1)))).toBe(true);
    expect(looksLettered(grey(384, 256, (x, y) => print(383 - x, y)))).toBe(true);
  });

  it("sees none on bare ground, in stripes and in waves", () => {
    const pictures: readonly Tone[] = [
      () => 200,
      (x) => (x % 12 < 6 ? 30 : 220),
      (x, y) => 128 + 100 * Math.sin(x / 9) * Math.sin(y / 23 + x / 40),
    ];
    expect(pictures.map((tone) => looksLettered(grey(384, 256, tone)))).toEqual([false, false, false]);
  });

  it("gives 0 where there is no row at all", () => {
    expect(lettering.measure(grey(64, 64, () => 90))).toEqual({ chance: 0, rows: 0 });
  });
});

describe("standingPieces", () => {
  it("gives each connected piece with its box, area and contrast, corners not connected", () => {
    const data = new Float32Array(40 * 40).fill(200);
    for (const i of [5 * 40 + 5, 5 * 40 + 6, 6 * 40 + 5, 7 * 40 + 6]) data[i] = 0;
    const [dark, light] = standingPieces({ width: 40, height: 40, data }, 12, 100);
    expect(light).toEqual([]);
    expect(dark.map(({ left, top, width, height, area }) => [left, top, width, height, area])).toEqual([
      [5, 5, 2, 2, 3],
      [6, 7, 1, 1, 1],
    ]);
    // the means of 18 x 18, 19 x 18 and 18 x 19 pixels, of which 4 are 0
    expect(dark[0]?.contrast).toBeCloseTo(200 * (1 - (4 / 324 + 4 / 342 + 4 / 342) / 3), 3);
  });
});
