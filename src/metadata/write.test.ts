import ExifReader from "exifreader";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { addExif, addPngTexts } from "./write.js";

const canvas = (channels: 3 | 4 = 3) =>
  sharp({ create: { width: 21, height: 13, channels, background: { r: 9, g: 80, b: 200, alpha: 0.5 } } });

describe("addPngTexts", () => {
  it("writes chunks that libpng's and ExifReader's checks accept", async () => {
    const png = addPngTexts(await canvas().png().toBuffer(), [
      { key: "parameters", text: "a fox" },
      { key: "prompt", text: "狐" },
      { key: "long", text: "z".repeat(5000), kind: "zTXt" },
    ]);
    const metadata = await sharp(png, { failOn: "warning" }).metadata();
    expect(metadata.comments).toEqual(
      expect.arrayContaining([
        { keyword: "parameters", text: "a fox" },
        { keyword: "prompt", text: "狐" },
        { keyword: "long", text: "z".repeat(5000) },
      ]),
    );
    expect(ExifReader.load(Buffer.from(png))["parameters"]?.description).toBe("a fox");
    await sharp(png).raw().toBuffer();
  });

  it("refuses other formats", async () => {
    const jpeg = await canvas().jpeg().toBuffer();
    expect(() => addPngTexts(jpeg, [])).toThrow(/PNG/);
  });
});

describe("addExif", () => {
  it.each([
    ["jpeg", 3, {}],
    ["webp", 3, {}],
    ["webp", 4, { lossless: true }],
    ["webp", 4, { lossless: false }],
  ] as const)(
    "keeps the %s (%i channels) decodable to the same pixels",
    async (format, channels, options) => {
      const plain = await canvas(channels).toFormat(format, options).toBuffer();
      const written = addExif(plain, { make: "Maker", userComment: "狐 fox", software: "soft" });
      expect(await sharp(written, { failOn: "warning" }).raw().toBuffer()).toEqual(
        await sharp(plain).raw().toBuffer(),
      );
      const tags = ExifReader.load(Buffer.from(written));
      expect(tags["Make"]?.description).toBe("Maker");
      expect(tags["Software"]?.description).toBe("soft");
      const comment: { readonly value?: unknown } = tags["UserComment"] ?? {};
      const bytes = Buffer.from(comment.value as number[]);
      expect(bytes.subarray(0, 8).toString("latin1")).toBe("UNICODE\0");
      expect(Buffer.from(bytes.subarray(8)).swap16().toString("utf16le")).toBe("狐 fox");
    },
  );

  it("refuses what a JPEG segment cannot hold, and formats without such a block", async () => {
    const jpeg = await canvas().jpeg().toBuffer();
    expect(() => addExif(jpeg, { userComment: "x".repeat(40_000) })).toThrow(/65,525/);
    expect(() => addExif(Buffer.from("GIF89a"), { make: "x" })).toThrow(/JPEG and WebP/);
  });
});
