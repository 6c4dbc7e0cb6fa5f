import sharp from "sharp";
import { afterAll, describe, expect, it } from "vitest";
import type { Raster } from "../../../image/raster.js";
import { pageOf } from "./page.js";
import { readWords } from "./read-words.js";
import { openTesseract } from "./tesseract.js";

describe("pageOf", () => {
  const raster = (width: number, height: number): Raster => ({
    width,
    height,
    data: new Uint8Array(width * height * 3).fill(200),
  });

  it("enlarges small pictures to letters that can be read, at most threefold, and no large one", () => {
    expect(pageOf(raster(600, 300))).toMatchObject({ width: 1200, height: 600 });
    expect(pageOf(raster(100, 50))).toMatchObject({ width: 300, height: 150 });
    expect(pageOf(raster(1400, 10))).toMatchObject({ width: 1400, height: 10 });
  });

  it("writes a portable graymap in BT.601 luma", () => {
    const red = { width: 1200, height: 1, data: new Uint8Array(3600) };
    red.data[0] = 255;
    const { bytes } = pageOf(red);
    expect(new TextDecoder().decode(bytes.subarray(0, 14))).toBe("P5\n1200 1\n255\n");
    expect([...bytes.subarray(14, 16)]).toEqual([76, 0]);
    expect(bytes).toHaveLength(14 + 1200);
  });
});

describe("readWords", () => {
  const word = (text: string, x0: number, y0: number): object => ({
    text,
    confidence: 91.26,
    bbox: { x0, y0, x1: x0 + 20, y1: y0 + 10 },
  });
  const blockOf = (top: number, ...words: readonly object[]): object => ({
    paragraphs: [{ lines: [{ bbox: { x0: 0, y0: top, x1: 100, y1: top + 10 }, words }] }],
  });

  it("counts lines from the top and gives regions of the unit square", () => {
    const page = {
      blocks: [blockOf(50, word("below", 10, 50)), blockOf(0, word("above", 0, 0), word(" ", 30, 0))],
    };
    const words = readWords(page as never, 200, 100);
    expect(words.map(({ text, line }) => [text, line])).toEqual([
      ["above", 0],
      ["below", 1],
    ]);
    expect(words[1]).toMatchObject({
      confidence: 91.3,
      region: { x: 0.05, y: 0.5, width: 0.1, height: 0.1 },
    });
  });

  it("keeps boxes inside the picture, and gives nothing of a page without blocks", () => {
    const [edge] = readWords({ blocks: [blockOf(0, word("edge", 190, 95))] } as never, 200, 100);
    expect(edge?.region).toEqual({ x: 0.95, y: 0.95, width: 0.05, height: 0.05 });
    expect(readWords({ blocks: null }, 10, 10)).toEqual([]);
  });
});

describe("openTesseract", async () => {
  const read = await openTesseract();
  afterAll(() => read?.close());

  const drawn = async (svg: string): Promise<Raster> => {
    const { data, info } = await sharp(Buffer.from(svg))
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { width: info.width, height: info.height, data };
  };
  // letters as strokes, so that the test needs no font of the machine: L, E, T
  const letters = (x: number): string =>
    `M${x} 60 V140 H${x + 45} M${x + 125} 60 H${x + 80} V140 H${x + 125} M${x + 80} 100 H${x + 118} M${x + 145} 60 H${x + 205} M${x + 175} 60 V140`;
  const page = (paths: string): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="500" height="200"><rect width="500" height="200" fill="#fff"/><path d="${paths}" stroke="#000" stroke-width="14" fill="none"/></svg>`;

  it("reads letters with their place, one picture after the other, and nothing where there is none", async () => {
    expect(read).toBeDefined();
    if (read === undefined) return;
    const [lettered, blank] = await Promise.all([
      read(await drawn(page(letters(100)))),
      read(await drawn(page(""))),
    ]);
    const word = lettered.find(({ text }) => text === "LET");
    expect(word?.confidence).toBeGreaterThan(60);
    expect(word?.region.x).toBeCloseTo(0.19, 1);
    expect(word?.region.height).toBeCloseTo(0.45, 1);
    expect(blank).toEqual([]);
  });

  it("answers for pictures that are hardly any", async () => {
    const dot = { width: 1, height: 1, data: new Uint8Array(3) };
    const sliver = { width: 3, height: 700, data: new Uint8Array(6300) };
    expect(await read?.(dot)).toEqual([]);
    expect(await read?.(sliver)).toEqual([]);
  });

  it("fails calmly once it is closed", async () => {
    await read?.close();
    await expect(read?.({ width: 40, height: 40, data: new Uint8Array(4800) })).rejects.toMatchObject({
      code: "engine-failed",
    });
  });
});
