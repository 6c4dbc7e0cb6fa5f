import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { DecodedImage } from "../../decoded.js";
import { decodeImage } from "../index.js";
import { heifSummary } from "./heif-boxes.js";

const fixture = (name: string): Buffer =>
  readFileSync(new URL(`../../../../test/fixtures/${name}.heic`, import.meta.url));

const RED = [224, 48, 32];
const GREEN = [32, 160, 64];
const BLUE = [32, 64, 208];
const YELLOW = [240, 192, 32];

/** Colours of the middles of the quarters: top left, top right, bottom left, bottom right. */
function quarters(image: DecodedImage): number[][] {
  const { width, height, data } = image.raster;
  return [1, 3].flatMap((y) =>
    [1, 3].map((x) => {
      const from = (Math.floor((height * y) / 4) * width + Math.floor((width * x) / 4)) * 3;
      return [...data.subarray(from, from + 3)];
    }),
  );
}

function expectQuarters(image: DecodedImage, ...wanted: readonly number[][]): void {
  quarters(image).forEach((colour, i) =>
    colour.forEach((value, c) => expect(Math.abs(value - (wanted[i]?.[c] as number))).toBeLessThanOrEqual(6)),
  );
}

describe("decodeHeic", () => {
  it("reads a picture", async () => {
    const image = await decodeImage(fixture("tiny"));
    expectQuarters(image, RED, GREEN, BLUE, YELLOW);
    expect({ ...image, raster: undefined }).toEqual({
      format: "heic",
      width: 96,
      height: 64,
      raster: undefined,
      transparent: false,
      frames: 1,
      depth: 8,
      grey: false,
      warnings: [],
    });
  });

  it("turns once what both the container and EXIF say to turn", async () => {
    const image = await decodeImage(fixture("tiny-rotated"));
    expect([image.width, image.height]).toEqual([64, 96]);
    expectQuarters(image, BLUE, RED, YELLOW, GREEN);
  });

  it("brings Display P3 to sRGB", async () => {
    expectQuarters(await decodeImage(fixture("tiny-p3")), RED, GREEN, BLUE, YELLOW);
  });

  it("keeps transparency", async () => {
    const image = await decodeImage(fixture("tiny-alpha"), { ground: "#000000" });
    expect(image.transparent).toBe(true);
    expectQuarters(image, [0, 0, 0], GREEN, BLUE, YELLOW);
  });

  it("reads other HEVC brands and shrinks", async () => {
    const bytes = fixture("tiny");
    bytes.write("heix", 8, "latin1");
    const image = await decodeImage(bytes, { workingSize: 48 });
    expect([image.width, image.raster.width, image.raster.height]).toEqual([96, 48, 32]);
  });

  it("refuses a size above the limit before decoding, whichever item states it", async () => {
    const bytes = fixture("tiny");
    const size = bytes.indexOf("ispe") + 8;
    bytes.writeUInt32BE(60_000, size);
    bytes.writeUInt32BE(60_000, size + 4);
    await expect(decodeImage(bytes)).rejects.toMatchObject({ code: "input-too-large" });
  });

  it("refuses a file cut at any place", async () => {
    const bytes = fixture("tiny");
    for (let k = 1; k < 12; k++) {
      const cut = bytes.subarray(0, Math.floor((bytes.length * k) / 12));
      await expect(decodeImage(cut)).rejects.toMatchObject({
        code: expect.stringMatching(/^input-/) as string,
      });
    }
  });

  it("says that it is damaged when the decoder fails, and stops when time is up", async () => {
    const bytes = fixture("tiny");
    bytes.fill(0xff, bytes.indexOf("mdat") + 8);
    await expect(decodeImage(bytes)).rejects.toMatchObject({ code: "input-corrupt" });
    await expect(decodeImage(fixture("tiny"), { timeoutMs: 5 })).rejects.toMatchObject({
      code: "decode-timeout",
    });
  });
});

describe("heifSummary", () => {
  it("says what the container says", () => {
    expect(heifSummary(fixture("tiny"))).toMatchObject({
      width: 96,
      height: 64,
      largest: 6144,
      depth: 8,
      cutShort: false,
    });
    expect(heifSummary(fixture("tiny-p3"))?.icc?.length).toBeGreaterThan(100);
    expect(heifSummary(fixture("tiny").subarray(0, 450))?.cutShort).toBe(true);
  });

  it("is null where there is no picture", () => {
    expect(heifSummary(Buffer.from("\0\0\0\x10ftypheic\0\0\0\0", "latin1"))).toBeNull();
    expect(heifSummary(new Uint8Array(0))).toBeNull();
  });
});
