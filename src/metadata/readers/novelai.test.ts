import { describe, expect, it } from "vitest";
import type { Carrier, TextBlock } from "../carrier.js";
import { novelaiReader } from "./novelai.js";

const carrier = (...texts: readonly TextBlock[]): Carrier => ({
  format: "png",
  texts,
  xmp: null,
  exif: null,
  iptc: null,
  c2pa: null,
});
const png = (key: string, text: string): TextBlock => ({ container: "PNG tEXt", key, text });

const caption = (base: string, ...characters: readonly string[]) => ({
  caption: {
    base_caption: base,
    char_captions: characters.map((char_caption) => ({ char_caption, centers: [] })),
  },
});

describe("novelaiReader", () => {
  it("reads V1, whose prompt stands in Description", () => {
    const comment = JSON.stringify({
      steps: 28,
      sampler: "k_euler",
      seed: 3685370724,
      scale: 11,
      uc: "lowres",
    });
    const read = novelaiReader.read(
      carrier(
        png("Description", "{{fox}},  icon"),
        png("Software", "NovelAI"),
        png("Source", "Stable Diffusion 1D44365E"),
        png("Comment", comment),
      ),
    );
    expect(read).toMatchObject({
      tool: "NovelAI",
      prompt: "{{fox}},  icon",
      negative: "lowres",
      grammar: "novelai",
      parameters: {
        model: "Stable Diffusion 1D44365E",
        sampler: "k_euler",
        steps: 28,
        cfgScale: 11,
        seed: "3685370724",
      },
    });
    expect(read).not.toHaveProperty("characters");
  });

  it("reads V4 with its characters", () => {
    const comment = JSON.stringify({
      prompt: "2girls",
      uc: "lowres",
      seed: 1,
      v4_prompt: caption("2girls", "girl, fox ears", "girl, cat ears"),
      v4_negative_prompt: caption("lowres", "", "hat"),
    });
    expect(
      novelaiReader.read(carrier(png("Software", "NovelAI"), png("Comment", comment)))?.characters,
    ).toEqual([{ prompt: "girl, fox ears" }, { prompt: "girl, cat ears", negative: "hat" }]);
  });

  it("reads WebP's outer object, with and without a flat prompt", () => {
    const inner = JSON.stringify({
      v4_prompt: caption("a fox"),
      v4_negative_prompt: caption("fog"),
      seed: 5,
    });
    const text = JSON.stringify({ Comment: inner, Software: "NovelAI", Source: "NovelAI Diffusion V4.5" });
    expect(novelaiReader.read(carrier({ container: "EXIF", key: "UserComment", text }))).toMatchObject({
      prompt: "a fox",
      negative: "fog",
      location: "EXIF UserComment",
      parameters: { model: "NovelAI Diffusion V4.5" },
    });
  });

  it("leaves the comments of others alone", () => {
    expect(novelaiReader.read(carrier(png("Comment", "Created with GIMP")))).toBeNull();
    expect(novelaiReader.read(carrier(png("Comment", '{"prompt": "a fox"}')))).toBeNull();
    expect(novelaiReader.read(carrier(png("Software", "NovelAI"), png("Comment", "{broken")))).toBeNull();
  });
});
