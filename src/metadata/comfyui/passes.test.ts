import { describe, expect, it } from "vitest";
import type { Recovered } from "../types.js";
import { comfyuiReader } from "./index.js";

type Nodes = { readonly [id: string]: readonly [type: string, inputs: object] };

function readRun(nodes: Nodes): Recovered {
  const graph = Object.fromEntries(
    Object.entries(nodes).map(([id, [type, inputs]]) => [id, { class_type: type, inputs }]),
  );
  const texts = [{ container: "PNG tEXt", key: "prompt", text: JSON.stringify(graph) }];
  const found = comfyuiReader.read({ format: "png", texts, xmp: null, exif: null, iptc: null, c2pa: null });
  if (found === null) throw new Error("not read");
  return found;
}

const WORDS: Nodes = {
  fox: ["CLIPTextEncode", { text: "a fox", clip: ["ckpt", 1] }],
  owl: ["CLIPTextEncode", { text: "an owl", clip: ["ckpt", 1] }],
  bad: ["CLIPTextEncode", { text: "blurry", clip: ["ckpt", 1] }],
  ckpt: ["CheckpointLoaderSimple", { ckpt_name: "own.safetensors" }],
  empty: ["EmptyLatentImage", { width: 768, height: 512, batch_size: 1 }],
};
const SETTINGS = { seed: 7, steps: 20, cfg: 6.5, sampler_name: "euler", scheduler: "karras", denoise: 1 };

function sampled(
  more: Nodes,
  positive: readonly [string, number],
  negative: readonly [string, number] = ["bad", 0],
) {
  return readRun({
    ...WORDS,
    ...more,
    k: ["KSampler", { ...SETTINGS, model: ["ckpt", 0], positive, negative, latent_image: ["empty", 0] }],
    out: ["SaveImage", { images: ["k", 0] }],
  });
}

describe("several samplers", () => {
  const two: Nodes = {
    ...WORDS,
    base: [
      "KSampler",
      {
        ...SETTINGS,
        model: ["ckpt", 0],
        positive: ["fox", 0],
        negative: ["bad", 0],
        latent_image: ["empty", 0],
      },
    ],
    up: ["LatentUpscale", { samples: ["base", 0], width: 1536, height: 1024 }],
    again: [
      "KSampler",
      {
        ...SETTINGS,
        seed: 8,
        denoise: 0.5,
        model: ["ckpt", 0],
        positive: ["owl", 0],
        negative: ["bad", 0],
        latent_image: ["up", 0],
      },
    ],
    out: ["SaveImage", { images: ["again", 0] }],
  };

  it("joins their distinct words and takes the settings of the first of the chain", () => {
    const found = readRun(two);
    expect([found.prompt, found.negative]).toEqual(["a fox\nan owl", "blurry"]);
    expect(found.parameters).toMatchObject({ seed: "7", size: { width: 768, height: 512 } });
    expect(found.parameters.denoisingStrength).toBeUndefined();
    expect(found.confidence).toBeLessThan(1);
    expect(found.note).toContain("2 samplers");
    expect(found.raw["passes"]).toMatchObject([
      { node: "base", prompt: "a fox" },
      { node: "again", prompt: "an owl", parameters: { denoisingStrength: 0.5 } },
    ]);
  });

  it("ignores samplers that feed no picture", () => {
    const idle = [
      "KSampler",
      { ...SETTINGS, positive: ["owl", 0], negative: ["bad", 0], latent_image: ["empty", 0] },
    ] as const;
    const found = sampled({ idle }, ["fox", 0]);
    expect(found.prompt).toBe("a fox");
  });

  const detailer = (image: string) =>
    ["FaceDetailer", { ...SETTINGS, image: [image, 0], positive: ["owl", 0], negative: ["bad", 0] }] as const;

  it("hears a detailer only where nothing else sampled", () => {
    const both = readRun({
      ...WORDS,
      k: [
        "KSampler",
        { ...SETTINGS, positive: ["fox", 0], negative: ["bad", 0], latent_image: ["empty", 0] },
      ],
      d: detailer("k"),
      out: ["SaveImage", { images: ["d", 0] }],
    });
    expect(both.prompt).toBe("a fox");
    const alone = readRun({
      ...WORDS,
      i: ["LoadImage", { image: "x.png" }],
      d: detailer("i"),
      out: ["SaveImage", { images: ["d", 0] }],
    });
    expect([alone.prompt, alone.negative]).toEqual(["an owl", "blurry"]);
  });

  it("gives the words of a graph without a sampler, as a guess", () => {
    const found = readRun({
      p: ["PrimitiveString", { value: "a heron at dusk" }],
      a: ["HostedImageModel", { prompt: ["p", 0], negative_prompt: "text", aspect_ratio: "1:1" }],
      out: ["SaveImage", { images: ["a", 0], filename_prefix: "x" }],
    });
    expect([found.prompt, found.negative]).toEqual(["a heron at dusk", "text"]);
    expect(found.confidence).toBe(0.5);
    expect(found.note).toContain("no sampler");
  });

  it("reads a node that is loader, encoder and sampler in one", () => {
    const found = readRun({
      a: [
        "AllInOne",
        { prompt: "a heron", negative_prompt: "text", steps: 8, cfg: 2, seed: 5, width: 640, height: 480 },
      ],
      out: ["SaveImage", { images: ["a", 0] }],
    });
    expect([found.prompt, found.negative]).toEqual(["a heron", "text"]);
    expect(found.parameters).toMatchObject({
      steps: 8,
      cfgScale: 2,
      seed: "5",
      size: { width: 640, height: 480 },
    });
  });
});

describe("settings", () => {
  it("follows primitives, LoRAs, the VAE and the skipped layers", () => {
    const found = readRun({
      ...WORDS,
      w: ["PrimitiveInt", { value: 896 }],
      empty: ["EmptyLatentImage", { width: ["w", 0], height: 640 }],
      skip: ["CLIPSetLastLayer", { stop_at_clip_layer: -2, clip: ["ckpt", 1] }],
      fox: ["CLIPTextEncode", { text: "a fox", clip: ["skip", 0] }],
      one: [
        "LoraLoader",
        { lora_name: "one.safetensors", strength_model: 0.7, model: ["ckpt", 0], clip: ["ckpt", 1] },
      ],
      two: [
        "Power Lora Loader",
        {
          lora_1: { on: true, lora: "two", strength: 0.4 },
          lora_2: { on: false, lora: "off", strength: 1 },
          model: ["one", 0],
        },
      ],
      k: [
        "KSampler",
        {
          ...SETTINGS,
          denoise: 0.6,
          model: ["two", 0],
          positive: ["fox", 0],
          negative: ["bad", 0],
          latent_image: ["empty", 0],
        },
      ],
      v: ["VAELoader", { vae_name: "own.vae" }],
      d: ["VAEDecode", { samples: ["k", 0], vae: ["v", 0] }],
      out: ["SaveImage", { images: ["d", 0] }],
    });
    expect(found.parameters).toEqual({
      model: "own.safetensors",
      vae: "own.vae",
      sampler: "euler",
      scheduler: "karras",
      steps: 20,
      cfgScale: 6.5,
      seed: "7",
      size: { width: 896, height: 640 },
      clipSkip: 2,
      denoisingStrength: 0.6,
      loras: [
        { name: "one.safetensors", weight: 0.7 },
        { name: "two", weight: 0.4 },
      ],
    });
  });

  it("leaves a VAE that comes with the model unnamed", () => {
    const found = sampled({ d: ["VAEDecode", { samples: ["k", 0], vae: ["ckpt", 2] }] }, ["fox", 0]);
    expect(found.parameters.vae).toBeUndefined();
  });
});
