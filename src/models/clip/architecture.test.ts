import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { TensorPlace, Tensors } from "../weights/tensors.js";
import { type ClipArchitecture, readArchitecture } from "./architecture.js";
import { layoutOf } from "./layout.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "imprompt-architecture-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

interface Published {
  readonly name: string;
  readonly embedding: number;
  readonly vision: {
    readonly width: number;
    readonly layers: number;
    readonly heads: number;
    readonly patch: number;
  };
  readonly text: { readonly width: number; readonly layers: number; readonly heads: number };
  readonly activation: string;
}

/** @source open_clip 3.3.0, model_configs/ViT-*.json; OpenAI's own models have quick GELU */
const PUBLISHED: readonly Published[] = [
  {
    name: "ViT-B-32/openai",
    embedding: 512,
    vision: { width: 768, layers: 12, heads: 12, patch: 32 },
    text: { width: 512, layers: 12, heads: 8 },
    activation: "quick-gelu",
  },
  {
    name: "ViT-L-14/openai",
    embedding: 768,
    vision: { width: 1024, layers: 24, heads: 16, patch: 14 },
    text: { width: 768, layers: 12, heads: 12 },
    activation: "quick-gelu",
  },
  {
    name: "ViT-H-14/laion2b_s32b_b79k",
    embedding: 1024,
    vision: { width: 1280, layers: 32, heads: 16, patch: 14 },
    text: { width: 1024, layers: 24, heads: 16 },
    activation: "gelu",
  },
  {
    name: "ViT-bigG-14/laion2b_s39b_b160k",
    embedding: 1280,
    vision: { width: 1664, layers: 48, heads: 16, patch: 14 },
    text: { width: 1280, layers: 32, heads: 20 },
    activation: "gelu",
  },
];

/** Tensors of these shapes that lie nowhere. */
function tensorsOf(shapes: { readonly [name: string]: readonly number[] }): Tensors {
  return {
    folder,
    names: Object.keys(shapes),
    has: (name) => name in shapes,
    get: (name): TensorPlace => ({
      type: "float32",
      shape: shapes[name] ?? [],
      file: "w",
      offset: 0,
      length: 0,
    }),
  };
}

function openClipTensors({ embedding, vision, text }: Published): Tensors {
  const blocks = (
    prefix: string,
    { width, layers }: { width: number; layers: number },
  ): [string, number[]][] =>
    Array.from({ length: layers }, (_, index) => [
      `${prefix}transformer.resblocks.${index}.ln_1.weight`,
      [width],
    ]);
  return tensorsOf({
    "visual.conv1.weight": [vision.width, 3, vision.patch, vision.patch],
    "visual.positional_embedding": [1 + Math.floor(224 / vision.patch) ** 2, vision.width],
    "visual.proj": [vision.width, embedding],
    "token_embedding.weight": [49408, text.width],
    positional_embedding: [77, text.width],
    text_projection: [text.width, embedding],
    ...Object.fromEntries([...blocks("visual.", vision), ...blocks("", text)]),
  });
}

function read(tensors: Tensors, name: string): Promise<ClipArchitecture> {
  return readArchitecture(tensors, layoutOf(tensors), name);
}

describe("readArchitecture", () => {
  it.each(PUBLISHED)("knows $name by shapes and name", async (model) => {
    const { vision, text, activation, embedding } = model;
    expect(await read(openClipTensors(model), model.name)).toMatchObject({
      embedding,
      vision: { ...vision, activation, imageSize: 224 },
      text: { ...text, activation, contextLength: 77, vocabulary: 49408 },
    });
  });

  it("believes open_clip's configuration before a name, and before that of another tool", async () => {
    const config = { quick_gelu: false, vision_cfg: { head_width: 128 }, text_cfg: { heads: 4 } };
    writeFileSync(join(folder, "open_clip_config.json"), JSON.stringify({ model_cfg: config }));
    writeFileSync(join(folder, "config.json"), JSON.stringify({ text_config: {}, vision_config: {} }));
    const found = await read(openClipTensors(PUBLISHED[1] as Published), "ViT-L-14/openai");
    expect(found).toMatchObject({
      vision: { heads: 8, activation: "gelu" },
      text: { heads: 4, activation: "gelu" },
    });
  });

  it("ignores a config.json that is not CLIP's", async () => {
    writeFileSync(
      join(folder, "config.json"),
      JSON.stringify({ architecture: "vit_large_patch14_clip_224" }),
    );
    const found = await read(openClipTensors(PUBLISHED[1] as Published), "ViT-L-14/openai");
    expect(found.vision).toMatchObject({ heads: 16, activation: "quick-gelu" });
  });

  it("finds a text tower that lies under a name of its own", async () => {
    const { names, get } = openClipTensors(PUBLISHED[3] as Published);
    const moved = (name: string): string =>
      /^(token|positional|text_|transformer)/.test(name) ? `text.${name}` : name;
    const tensors = tensorsOf(Object.fromEntries(names.map((name) => [moved(name), get(name).shape])));
    expect((await read(tensors, "x")).text).toMatchObject({ width: 1280, layers: 32 });
  });
});
