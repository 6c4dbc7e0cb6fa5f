import fc from "fast-check";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { readRgba } from "./read-rgba.js";

const pictures = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }))
  .chain(([width, height]) =>
    fc
      .uint8Array({ minLength: width * height * 4, maxLength: width * height * 4 })
      .map((data) => ({ width, height, data })),
  );

describe("readRgba", () => {
  it("gives PNG and lossless WebP back to the bit, colour under full transparency included", async () => {
    await fc.assert(
      fc.asyncProperty(pictures, async ({ width, height, data }) => {
        const picture = sharp(data, { raw: { width, height, channels: 4 } });
        for (const bytes of [
          await picture.clone().png().toBuffer(),
          await picture.clone().webp({ lossless: true, exact: true }).toBuffer(),
        ]) {
          const read = await readRgba(bytes);
          expect([read.width, read.height]).toEqual([width, height]);
          expect(Buffer.from(read.data).equals(Buffer.from(data))).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("leaves profile and orientation alone", async () => {
    const data = Uint8Array.from({ length: 6 * 4 * 3 }, (_, i) => (i * 53) % 256);
    const plain = sharp(data, { raw: { width: 6, height: 4, channels: 3 } });
    const tagged = await plain.clone().withIccProfile("p3").withMetadata({ orientation: 6 }).png().toBuffer();
    const stored = await sharp(tagged, { ignoreIcc: true }).raw().toBuffer();
    const read = await readRgba(tagged);
    expect([read.width, read.height]).toEqual([6, 4]);
    for (let i = 0; i < 24; i++) {
      expect([...read.data.subarray(i * 4, i * 4 + 3)]).toEqual([...stored.subarray(i * 3, i * 3 + 3)]);
      expect(read.data[i * 4 + 3]).toBe(255);
    }
  });

  it("repeats grey and keeps the high byte of 16 bits", async () => {
    const grey = await sharp(Uint8Array.of(7, 200), { raw: { width: 2, height: 1, channels: 1 } })
      .toColourspace("b-w")
      .png()
      .toBuffer();
    expect([...(await readRgba(grey)).data]).toEqual([7, 7, 7, 255, 200, 200, 200, 255]);
    const deep = await sharp(Uint16Array.of(0x1234, 0xfedc, 0x00ff), {
      raw: { width: 1, height: 1, channels: 3 },
    })
      .toColourspace("rgb16")
      .png()
      .toBuffer();
    expect([...(await readRgba(deep)).data]).toEqual([0x12, 0xfe, 0x00, 255]);
  });

  it("keeps the limits of decodeImage", async () => {
    const bytes = await sharp({ create: { width: 20, height: 10, channels: 3, background: "#123" } })
      .png()
      .toBuffer();
    await expect(readRgba(bytes, { maxPixels: 199 })).rejects.toMatchObject({ code: "input-too-large" });
    await expect(readRgba(bytes.subarray(0, 60))).rejects.toMatchObject({ code: "input-corrupt" });
    await expect(readRgba(new Uint8Array(0))).rejects.toMatchObject({ code: "input-empty" });
    const jpeg = await sharp(bytes).jpeg().toBuffer();
    await expect(readRgba(jpeg)).rejects.toMatchObject({ code: "input-unsupported" });
  });
});
