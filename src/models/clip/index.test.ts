import {
  appendFileSync,
  copyFileSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Raster } from "../../image/raster.js";
import type { Clip, Matrix } from "../types.js";
import { type Packed, packSafetensors, unpackSafetensors } from "../weights/safetensors.fixture.js";
import { openClip } from "./index.js";

interface Expected {
  readonly texts: readonly { readonly text: string; readonly embedding: number[] }[];
  readonly images: readonly number[][];
}

const FIXTURES = fileURLToPath(new URL("../../../test/fixtures/models/", import.meta.url));
const HF = { folder: join(FIXTURES, "clip-tiny-hf"), weights: "model.safetensors", size: 32 };
const OPEN = { folder: join(FIXTURES, "clip-tiny-open"), weights: "open_clip_model.safetensors", size: 40 };

function expectedOf(folder: string): Expected {
  return JSON.parse(readFileSync(join(folder, "expected.json"), "utf8"));
}

function open(folder: string, weights: string, name = "tiny"): Promise<Clip> {
  return openClip({ name, folder, weights, fingerprint: "f" }, { threads: 1 });
}

/** The picture that tools/golden/clip/tiny.py makes. */
function picture(index: number, size: number): Raster {
  const data = new Uint8Array(size * size * 3);
  for (let at = 0; at < data.length; at++) {
    const [c, x, y] = [at % 3, Math.floor(at / 3) % size, Math.floor(at / 3 / size)] as const;
    data[at] = (x * (7 + index) + y * (13 - 3 * index) + c * 29 + Math.floor((x * y) / (index + 2))) % 256;
  }
  return { width: size, height: size, data };
}

const rowOf = ({ data, width }: Matrix, row: number): number[] =>
  Array.from(data.subarray(row * width, (row + 1) * width));

function lowestCosine(found: Matrix, expected: readonly (readonly number[])[]): number {
  expect(found.rows).toBe(expected.length);
  const cosines = expected.map((row, index) => {
    const own = rowOf(found, index);
    return row.reduce((sum, value, at) => sum + value * (own[at] as number), 0);
  });
  return Math.min(...cosines);
}

function largestDifference(a: Matrix, b: Matrix): number {
  expect(a.data.length).toBe(b.data.length);
  return a.data.reduce((most, value, at) => Math.max(most, Math.abs(value - (b.data[at] as number))), 0);
}

describe.each([HF, OPEN])("$weights", ({ folder, weights, size }) => {
  const { texts, images } = expectedOf(folder);
  let clip: Clip;
  beforeEach(async () => {
    clip = await open(folder, weights);
  });
  afterEach(() => clip.close());

  it("embeds texts as PyTorch does", async () => {
    const found = await clip.embedTexts(texts.map(({ text }) => text));
    expect(
      lowestCosine(
        found,
        texts.map(({ embedding }) => embedding),
      ),
    ).toBeGreaterThan(0.99999);
  });

  it("embeds pictures as PyTorch does", async () => {
    const found = await clip.embedImages(images.map((_, index) => picture(index, size)));
    expect(lowestCosine(found, images)).toBeGreaterThan(0.99999);
  });

  it("says what it is", () => {
    expect(clip).toMatchObject({
      name: "tiny",
      fingerprint: "f",
      contextLength: 77,
      width: images[0]?.length,
    });
    expect(clip.logitScale).toBeCloseTo(100, 0);
    expect(clip.countTokens("")).toBe(2);
  });
});

describe("embedTexts", () => {
  let clip: Clip;
  beforeEach(async () => {
    clip = await open(HF.folder, HF.weights);
  });
  afterEach(() => clip.close());

  const stem = "a quiet harbour at dawn with fishing boats";
  const phrases = [
    "oil painting",
    "oil painting on canvas",
    "oil",
    "pencil drawing",
    "warm light",
    "soft colours",
  ];
  /** Enough of them for several runs. */
  const many = Array.from(
    { length: 400 },
    (_, index) => `${phrases[index % 6]} ${index}, ${phrases[index % 5]}`,
  );

  async function oneByOne(texts: readonly string[]): Promise<Matrix> {
    const rows: number[] = [];
    for (const text of texts) {
      const fresh = await open(HF.folder, HF.weights);
      rows.push(...(await fresh.embedTexts([text])).data);
      await fresh.close();
    }
    return { rows: texts.length, width: clip.width, data: Float32Array.from(rows) };
  }

  it("answers alike for texts together, one after another, and as a prompt grows", async () => {
    let prompt = stem;
    for (const phrase of phrases.slice(0, 3)) {
      const texts = phrases.map((other) => `${prompt}, ${other}`);
      expect(largestDifference(await clip.embedTexts(texts), await oneByOne(texts))).toBeLessThan(1e-5);
      prompt += `, ${phrase}`;
    }
  });

  it("answers alike for many candidates of one prompt and for some of them", async () => {
    const texts = many.map((phrase) => `${stem}, ${phrase}`);
    const all = await clip.embedTexts(texts);
    const places = [0, 133, 399];
    const some = await oneByOne(places.map((place) => texts[place] as string));
    places.forEach((place, row) => {
      const difference = rowOf(all, place).map((value, at) =>
        Math.abs(value - (rowOf(some, row)[at] as number)),
      );
      expect(Math.max(...difference)).toBeLessThan(1e-5);
    });
  });

  it("answers alike for candidates of two prompts and for some of them", async () => {
    const texts = many
      .slice(0, 120)
      .map((phrase, index) => `${index % 2 === 0 ? stem : `an ${stem}`}, ${phrase}`);
    const all = await clip.embedTexts(texts);
    const places = [0, 1, 64, 119];
    const some = await oneByOne(places.map((place) => texts[place] as string));
    places.forEach((place, row) => {
      const difference = rowOf(all, place).map((value, at) =>
        Math.abs(value - (rowOf(some, row)[at] as number)),
      );
      expect(Math.max(...difference)).toBeLessThan(1e-5);
    });
  });

  it("keeps the order of texts and answers repeated ones each time", async () => {
    const found = await clip.embedTexts(["warm light", "oil", "warm light"]);
    expect(rowOf(found, 0)).toEqual(rowOf(found, 2));
    expect(rowOf(found, 0)).not.toEqual(rowOf(found, 1));
    const alone = await clip.embedTexts(["oil"]);
    expect(rowOf(found, 1).map((value) => value.toFixed(4))).toEqual(
      rowOf(alone, 0).map((value) => value.toFixed(4)),
    );
  });

  it("answers nothing for no texts", async () => {
    expect((await clip.embedTexts([])).rows).toBe(0);
  });

  it("tells progress up to all texts, repeated ones counted", async () => {
    const told: number[] = [];
    await clip.embedTexts([...many, "oil", "oil"], { onProgress: (done, total) => told.push(done, total) });
    const done = told.filter((_, index) => index % 2 === 0);
    expect(done.length).toBeGreaterThan(1);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(told.slice(-2)).toEqual([402, 402]);
  });

  it("stops between runs when it is cancelled, and goes on well afterwards", async () => {
    const cancel = new AbortController();
    const runs: number[] = [];
    const stopped = clip.embedTexts(many, {
      signal: cancel.signal,
      onProgress: (done) => {
        runs.push(done);
        cancel.abort();
      },
    });
    await expect(stopped).rejects.toMatchObject({ code: "cancelled" });
    expect(runs.length).toBe(1);
    await expect(clip.embedImages([picture(0, 32)], { signal: cancel.signal })).rejects.toMatchObject({
      code: "cancelled",
    });
    const { embedding, text } = expectedOf(HF.folder).texts[0] as Expected["texts"][number];
    expect(lowestCosine(await clip.embedTexts([text]), [embedding])).toBeGreaterThan(0.99999);
  });
});

describe("openClip", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "imprompt-clip-"));
    cpSync(HF.folder, folder, { recursive: true });
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const text = ["a quiet harbour, oil painting"];

  async function embed(weights: string): Promise<number[]> {
    const clip = await open(folder, weights);
    const found = [...(await clip.embedTexts(text)).data, ...(await clip.embedImages([picture(1, 32)])).data];
    await clip.close();
    return found;
  }

  /** Float32 tensors with the upper half of their bits alone, kept wide or narrow. */
  function shorten({ shape, bytes }: Packed, narrow: boolean): Packed {
    const bits = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
    const upper = Uint16Array.from(bits, (value) => value >>> 16);
    if (narrow) return { dtype: "BF16", shape, bytes: new Uint8Array(upper.buffer) };
    return {
      dtype: "F32",
      shape,
      bytes: new Uint8Array(Uint32Array.from(upper, (half) => half * 0x10000).buffer),
    };
  }

  it("reads bfloat16 as the float32 that it stands for", async () => {
    const tensors = Object.entries(unpackSafetensors(join(folder, HF.weights)));
    for (const narrow of [true, false]) {
      const short = Object.fromEntries(tensors.map(([name, tensor]) => [name, shorten(tensor, narrow)]));
      writeFileSync(join(folder, `${narrow}.safetensors`), packSafetensors(short));
    }
    expect(await embed("true.safetensors")).toEqual(await embed("false.safetensors"));
  });

  it("reads shards", async () => {
    const tensors = Object.entries(unpackSafetensors(join(folder, HF.weights)));
    const half = tensors.length >> 1;
    writeFileSync(join(folder, "1.safetensors"), packSafetensors(Object.fromEntries(tensors.slice(0, half))));
    writeFileSync(join(folder, "2.safetensors"), packSafetensors(Object.fromEntries(tensors.slice(half))));
    const map = tensors.map(([name], index) => [name, index < half ? "1.safetensors" : "2.safetensors"]);
    writeFileSync(
      join(folder, "m.safetensors.index.json"),
      JSON.stringify({ weight_map: Object.fromEntries(map) }),
    );
    expect(await embed("m.safetensors.index.json")).toEqual(await embed(HF.weights));
  });

  it("computes with 8 bits when it is asked to, near float32 and under a fingerprint of its own", async () => {
    const files = { name: "tiny", folder, weights: HF.weights, fingerprint: "f" };
    const clip = await openClip(files, { threads: 1, precision: "int8" });
    const { texts, images } = expectedOf(folder);
    const foundTexts = await clip.embedTexts(texts.map((of) => of.text));
    const foundImages = await clip.embedImages(images.map((_, index) => picture(index, HF.size)));
    const textCosine = lowestCosine(
      foundTexts,
      texts.map(({ embedding }) => embedding),
    );
    for (const cosine of [textCosine, lowestCosine(foundImages, images)]) {
      expect(cosine).toBeGreaterThan(0.998);
      expect(cosine).toBeLessThan(0.99999);
    }
    expect(clip.fingerprint).not.toBe("f");
    await clip.close();
  });

  it("takes the activation from the configuration", async () => {
    const quick = await embed(HF.weights);
    const config = readFileSync(join(folder, "config.json"), "utf8");
    writeFileSync(join(folder, "config.json"), config.replaceAll("quick_gelu", "gelu"));
    expect(await embed(HF.weights)).not.toEqual(quick);
  });

  it("refuses what is not a CLIP that it knows", async () => {
    const tensors = unpackSafetensors(join(folder, HF.weights));
    const { logit_scale: scale, ...others } = tensors;
    const refused = (): Promise<unknown> => open(folder, "bad.safetensors");
    for (const content of [{ logit_scale: scale as Packed }, others]) {
      writeFileSync(join(folder, "bad.safetensors"), packSafetensors(content));
      await expect(refused()).rejects.toMatchObject({ code: "model-corrupt" });
    }
    copyFileSync(join(folder, HF.weights), join(folder, "bad.safetensors"));
    for (const config of [
      "{",
      '{"text_config": {"hidden_act": "relu"}, "vision_config": {}}',
      '{"text_config": {"num_attention_heads": 7}, "vision_config": {}}',
    ]) {
      writeFileSync(join(folder, "config.json"), config);
      await expect(refused(), config).rejects.toMatchObject({ code: "model-corrupt" });
    }
  });

  it("refuses a tokenizer of another model", async () => {
    rmSync(join(folder, "vocab.json"));
    appendFileSync(join(folder, "merges.txt"), "q u\n");
    await expect(open(folder, HF.weights)).rejects.toMatchObject({ code: "model-corrupt" });
  });

  it("says when there is no tokenizer", async () => {
    rmSync(join(folder, "merges.txt"));
    await expect(open(folder, HF.weights)).rejects.toMatchObject({ code: "model-missing" });
  });
});
