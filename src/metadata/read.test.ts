import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { readMetadata } from "./read.js";
import { writeHiddenText } from "./stealth/index.js";
import { addExif, addPngTexts } from "./write.js";

const WIDTH = 64;
const HEIGHT = 64;
let png: Uint8Array;
let pixels: Uint8Array;

beforeAll(async () => {
  const image = sharp({ create: { width: WIDTH, height: HEIGHT, channels: 4, background: "#345" } });
  png = await image.clone().png().toBuffer();
  pixels = new Uint8Array(await image.clone().raw().toBuffer());
});

const A1111 = "a fox\nNegative prompt: fog\nSteps: 20, Sampler: Euler a, Seed: 7";
const graph = JSON.stringify({
  "1": { class_type: "KSampler", inputs: { positive: ["2", 0], negative: ["3", 0], seed: 1, steps: 4 } },
  "2": { class_type: "CLIPTextEncode", inputs: { text: "a graph's fox" } },
  "3": { class_type: "CLIPTextEncode", inputs: { text: "a graph's fog" } },
});

const hiddenIn = (text: string) => ({
  width: WIDTH,
  height: HEIGHT,
  data: writeHiddenText({ width: WIDTH, height: HEIGHT, data: pixels }, text, {
    channel: "alpha",
    compressed: true,
  }).data,
});

describe("readMetadata", () => {
  it("is empty for a plain picture", async () => {
    expect(await readMetadata(png)).toEqual({
      recovered: null,
      provenance: null,
      description: { keywords: [] },
      camera: {},
      warnings: [],
    });
  });

  it("prefers the text that the tool wrote to the graph beside it", async () => {
    const both = addPngTexts(png, [
      { key: "prompt", text: graph },
      { key: "parameters", text: A1111 },
    ]);
    expect((await readMetadata(both)).recovered).toMatchObject({
      prompt: "a fox",
      raw: { prompt: { "1": {} } },
    });
    const alone = addPngTexts(png, [{ key: "prompt", text: graph }]);
    expect((await readMetadata(alone)).recovered).toMatchObject({ tool: "ComfyUI", prompt: "a graph's fox" });
  });

  it("reads JPEG and WebP alike", async () => {
    for (const format of ["jpeg", "webp"] as const) {
      const file = addExif(await sharp(png).toFormat(format).toBuffer(), { userComment: A1111 });
      expect((await readMetadata(file)).recovered).toMatchObject({
        prompt: "a fox",
        location: "EXIF UserComment",
      });
    }
  });

  it("looks into the pixels only when no text told a prompt, and only when it may", async () => {
    let decoded = 0;
    const readPixels = async () => {
      decoded += 1;
      return hiddenIn(A1111);
    };
    const told = addPngTexts(png, [{ key: "parameters", text: "said openly\nSteps: 1, Seed: 1" }]);
    expect((await readMetadata(told, { readPixels })).recovered?.prompt).toBe("said openly");
    expect((await readMetadata(png, { readPixels, hidden: "never" })).recovered).toBeNull();
    const jpeg = await sharp(png).jpeg().toBuffer();
    expect((await readMetadata(jpeg, { readPixels })).recovered).toBeNull();
    expect(decoded).toBe(0);
    expect((await readMetadata(png, { readPixels })).recovered).toMatchObject({
      prompt: "a fox",
      location: "alpha channel",
    });
    expect((await readMetadata(jpeg, { readPixels, hidden: "always" })).recovered?.prompt).toBe("a fox");
    expect(decoded).toBe(2);
  });

  it("warns when the pixels cannot be read or hold nothing known", async () => {
    const broken = await readMetadata(png, { readPixels: () => Promise.reject(new Error("no pixels")) });
    expect(broken.warnings).toEqual([expect.objectContaining({ code: "metadata-ignored" })]);
    const odd = await readMetadata(png, { readPixels: async () => hiddenIn('{"parameters": "[1,2"}') });
    expect(odd.recovered ?? odd.warnings[0]).toBeTruthy();
  });

  it("warns of a generation text that nobody understands", async () => {
    const { recovered, warnings } = await readMetadata(
      addPngTexts(png, [{ key: "invokeai_metadata", text: "{cut off" }]),
    );
    expect(recovered).toBeNull();
    expect(warnings).toEqual([
      {
        code: "metadata-ignored",
        message: "a generation text was not understood",
        where: "PNG tEXt invokeai_metadata",
      },
    ]);
  });

  it("does not repeat the prompt as a caption", async () => {
    const comment = JSON.stringify({ uc: "fog", seed: 1 });
    const texts = [
      { key: "Title", text: "NovelAI generated image" },
      { key: "Description", text: "a fox" },
      { key: "Software", text: "NovelAI" },
      { key: "Comment", text: comment },
    ];
    expect(await readMetadata(addPngTexts(png, texts))).toMatchObject({
      recovered: { tool: "NovelAI", prompt: "a fox", negative: "fog" },
      description: { keywords: [] },
    });
    const photo = addPngTexts(png, [{ key: "Description", text: "my garden" }]);
    expect((await readMetadata(photo)).description).toEqual({ caption: "my garden", keywords: [] });
  });
});
