import type { Sharp } from "sharp";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { ImpromptError } from "../../base/error.js";
import type { DecodedImage } from "../decoded.js";
import { decodeImage } from "./index.js";

type Colour = readonly [number, number, number];
const RED: Colour = [224, 48, 32];
const GREEN: Colour = [32, 160, 64];
const BLUE: Colour = [32, 64, 208];
const YELLOW: Colour = [240, 192, 32];

/** Red, green over blue, yellow: 24 x 16, each quarter flat. */
function quarters(): Sharp {
  const data = new Uint8Array(24 * 16 * 3);
  for (let y = 0; y < 16; y++) {
    for (let x = 0; x < 24; x++) {
      data.set(y < 8 ? (x < 12 ? RED : GREEN) : x < 12 ? BLUE : YELLOW, (y * 24 + x) * 3);
    }
  }
  return sharp(data, { raw: { width: 24, height: 16, channels: 3 } });
}

function at(image: DecodedImage, x: number, y: number): Colour {
  const { width, data } = image.raster;
  const from = (y * width + x) * 3;
  return [data[from] as number, data[from + 1] as number, data[from + 2] as number];
}

function expectNear(actual: Colour, wanted: Colour, tolerance: number): void {
  actual.forEach((value, c) =>
    expect(Math.abs(value - (wanted[c] as number))).toBeLessThanOrEqual(tolerance),
  );
}

function expectQuarters(image: DecodedImage, tolerance: number): void {
  expect([image.width, image.height]).toEqual([24, 16]);
  expectNear(at(image, 3, 3), RED, tolerance);
  expectNear(at(image, 20, 3), GREEN, tolerance);
  expectNear(at(image, 3, 12), BLUE, tolerance);
  expectNear(at(image, 20, 12), YELLOW, tolerance);
}

async function failure(bytes: Uint8Array, options = {}): Promise<ImpromptError> {
  const error: unknown = await decodeImage(bytes, { name: "shot.png", ...options }).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ImpromptError)) throw new Error(`expected an ImpromptError, not ${String(error)}`);
  expect(error.where).toBe("shot.png");
  if (error.code !== "cancelled") expect(error.hint).toMatch(/\.$/);
  expect(error.sentence).not.toContain("\n");
  return error;
}

describe("decodeImage, formats", () => {
  it.each([
    ["png", 0],
    ["gif", 4],
    ["tiff", 0],
  ] as const)("reads %s", async (format, tolerance) => {
    const bytes = await quarters().toFormat(format, { compression: "lzw" }).toBuffer();
    const image = await decodeImage(bytes);
    expect(image.format).toBe(format);
    expectQuarters(image, tolerance);
  });

  it("reads JPEG, lossless WebP and AVIF", async () => {
    const jpeg = await decodeImage(
      await quarters().jpeg({ quality: 95, chromaSubsampling: "4:4:4" }).toBuffer(),
    );
    expectQuarters(jpeg, 6);
    expectQuarters(await decodeImage(await quarters().webp({ lossless: true }).toBuffer()), 0);
    expectQuarters(await decodeImage(await quarters().avif({ quality: 95 }).toBuffer()), 12);
    expect([jpeg.depth, jpeg.grey, jpeg.frames, jpeg.transparent]).toEqual([8, false, 1, false]);
    expect(jpeg.warnings).toEqual([]);
  });

  it("reads a CMYK JPEG through its inks", async () => {
    const image = await decodeImage(await quarters().toColourspace("cmyk").jpeg({ quality: 98 }).toBuffer());
    expect(image.format).toBe("jpeg");
    // Print inks reach less than the screen: only the hue order is certain.
    const [r, g, b] = at(image, 3, 3);
    expect(r).toBeGreaterThan(180);
    expect(Math.max(g, b)).toBeLessThan(90);
    expectNear(at(image, 20, 12), YELLOW, 40);
  });

  it("reads 16-bit PNG by its high byte", async () => {
    const data = Uint16Array.from({ length: 8 * 8 * 3 }, (_, i) => (i % 3 === 0 ? 0x8040 : 0x10ff));
    const bytes = await sharp(data, { raw: { width: 8, height: 8, channels: 3 } })
      .toColourspace("rgb16")
      .png()
      .toBuffer();
    const image = await decodeImage(bytes);
    expect(image.depth).toBe(16);
    expectNear(at(image, 4, 4), [0x80, 0x10, 0x10], 1);
  });

  it("reads grey, 1-bit and palette PNG", async () => {
    const grey = await decodeImage(await quarters().toColourspace("b-w").png().toBuffer());
    expect(grey.grey).toBe(true);
    const [r, g, b] = at(grey, 3, 3);
    expect([g, b]).toEqual([r, r]);
    const bits = await quarters().greyscale().threshold(100).png({ palette: true, colours: 2 }).toBuffer();
    const oneBit = await decodeImage(bits);
    expect(oneBit.depth).toBe(1);
    expect(at(oneBit, 20, 12)).toEqual([255, 255, 255]);
    expect(at(oneBit, 3, 12)).toEqual([0, 0, 0]);
    expectQuarters(await decodeImage(await quarters().png({ palette: true, dither: 0 }).toBuffer()), 4);
  });

  it("takes the first frame of an animation and says so", async () => {
    const frames = await sharp(
      [await quarters().png().toBuffer(), await quarters().negate().png().toBuffer()],
      {
        join: { animated: true },
      },
    )
      .gif()
      .toBuffer();
    const image = await decodeImage(frames);
    expect(image.frames).toBe(2);
    expectQuarters(image, 6);
    expect(image.warnings).toEqual([
      { code: "image-approximated", message: "only the first of 2 frames was read" },
    ]);
  });

  it("brings other colour profiles to sRGB", async () => {
    const bytes = await quarters().withIccProfile("p3").png().toBuffer();
    const stored = await sharp(bytes, { ignoreIcc: true }).raw().toBuffer();
    expect(stored[0]).not.toBe(RED[0]);
    expectQuarters(await decodeImage(bytes), 2);
  });
});

describe("decodeImage, orientation", () => {
  // Where the stored top left corner is shown, by EXIF orientation 1 to 8.
  const shown = ["top left", "top right", "bottom right", "bottom left"] as const;
  const stored = [0, 1, 2, 3, 0, 1, 2, 3];

  it.each([1, 2, 3, 4, 5, 6, 7, 8])("applies %i", async (orientation) => {
    const bytes = await quarters()
      .jpeg({ quality: 95, chromaSubsampling: "4:4:4" })
      .withMetadata({ orientation })
      .toBuffer();
    const image = await decodeImage(bytes);
    const turned = orientation >= 5;
    expect([image.width, image.height]).toEqual(turned ? [16, 24] : [24, 16]);
    expect([image.raster.width, image.raster.height]).toEqual([image.width, image.height]);
    const corner = shown[stored[orientation - 1] as number] as string;
    const x = corner.endsWith("left") ? 2 : image.width - 3;
    const y = corner.startsWith("top") ? 2 : image.height - 3;
    expectNear(at(image, x, y), RED, 8);
  });
});

describe("decodeImage, size and ground", () => {
  it("shrinks to the working size, keeps the ratio, never enlarges", async () => {
    const bytes = await quarters().resize(600, 400, { kernel: "nearest" }).png().toBuffer();
    const small = await decodeImage(bytes, { workingSize: 90 });
    expect([small.width, small.height]).toEqual([600, 400]);
    expect([small.raster.width, small.raster.height, small.raster.data.length]).toEqual([90, 60, 16200]);
    const whole = await decodeImage(bytes);
    expect([whole.raster.width, whole.raster.height]).toEqual([600, 400]);
  });

  it("lays transparent pixels on the ground", async () => {
    const data = new Uint8Array(8 * 8 * 4).map((_, i) => (i % 4 === 3 ? (i < 128 ? 0 : 128) : 100));
    const bytes = await sharp(data, { raw: { width: 8, height: 8, channels: 4 } })
      .png()
      .toBuffer();
    const white = await decodeImage(bytes);
    expect(white.transparent).toBe(true);
    expect(at(white, 4, 1)).toEqual([255, 255, 255]);
    expect(at(white, 4, 6)).toEqual([177, 177, 177]); // 100 * 128/255 + 255 * 127/255
    const red = await decodeImage(bytes, { ground: "#ff0000" });
    expect(at(red, 4, 1)).toEqual([255, 0, 0]);
    expect(at(red, 4, 6)).toEqual([177, 50, 50]);
  });

  it("does not call an alpha channel that is full everywhere transparent", async () => {
    const image = await decodeImage(await quarters().ensureAlpha().png().toBuffer());
    expect(image.transparent).toBe(false);
    expectQuarters(image, 0);
  });

  it("refuses options out of range", async () => {
    const bytes = await quarters().png().toBuffer();
    for (const option of [
      { workingSize: 8 },
      { maxPixels: 0 },
      { timeoutMs: Number.NaN },
      { ground: "white" },
    ]) {
      await expect(decodeImage(bytes, option)).rejects.toMatchObject({
        code: "invalid-option",
        where: Object.keys(option)[0],
      });
    }
  });
});

describe("decodeImage, failures", () => {
  it("says what a file is that is no picture, or one that it cannot read", async () => {
    expect((await failure(new Uint8Array(0))).code).toBe("input-empty");
    const html = await failure(Buffer.from("<!doctype html><title>404</title>"));
    expect(html.code).toBe("input-unsupported");
    expect(html.message).toContain("a web page (HTML)");
    expect((await failure(Uint8Array.of(1, 2, 3, 4))).code).toBe("input-unsupported");
  });

  it("goes by the bytes, not by the name", async () => {
    const image = await decodeImage(await quarters().jpeg().toBuffer(), { name: "picture.png" });
    expect(image.format).toBe("jpeg");
  });

  it.each(["jpeg", "png", "webp", "avif", "gif", "tiff"] as const)(
    "refuses %s cut at any place",
    async (format) => {
      const noise = { type: "gaussian", mean: 128, sigma: 40 } as const;
      const picture = sharp({ create: { width: 96, height: 64, channels: 3, background: "#888", noise } });
      const bytes = await picture.toFormat(format).toBuffer();
      for (let k = 1; k <= 18; k++) {
        const error = await failure(bytes.subarray(0, Math.ceil((bytes.length * k) / 20)));
        expect(["input-corrupt", "input-unsupported"]).toContain(error.code);
      }
    },
  );

  it("says that a picture cut in the middle is cut short", async () => {
    const noise = { type: "gaussian", mean: 128, sigma: 40 } as const;
    const bytes = await sharp({ create: { width: 96, height: 64, channels: 3, background: "#888", noise } })
      .jpeg()
      .toBuffer();
    const error = await failure(bytes.subarray(0, bytes.length >> 1));
    expect(error.sentence).toBe(
      "shot.png: this JPEG is cut short: its end is missing. Download or copy it again.",
    );
  });

  it("refuses a pixel bomb by its header alone", async () => {
    const bomb = Buffer.from(await quarters().png().toBuffer());
    bomb.writeUInt32BE(60_000, 16);
    bomb.writeUInt32BE(50_000, 20);
    const { crc32 } = await import("node:zlib");
    bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29);
    const error = await failure(bomb);
    expect(error.code).toBe("input-too-large");
    expect(error.message).toContain("60000 x 50000 (3000 megapixels), above the limit of 100 megapixels");
    const small = await failure(await quarters().png().toBuffer(), { maxPixels: 24 * 16 - 1 });
    expect(small.code).toBe("input-too-large");
    await decodeImage(await quarters().png().toBuffer(), { maxPixels: 24 * 16 });
  });

  it("stops when it is told to, and when time is up", async () => {
    const bytes = await sharp({ create: { width: 6000, height: 6000, channels: 3, background: "#777" } })
      .png({ compressionLevel: 1 })
      .toBuffer();
    expect((await failure(bytes, { signal: AbortSignal.abort() })).code).toBe("cancelled");
    expect((await failure(bytes, { timeoutMs: 1 })).code).toBe("decode-timeout");
    const controller = new AbortController();
    const running = failure(bytes, { signal: controller.signal });
    controller.abort();
    expect((await running).code).toBe("cancelled");
  });
});
