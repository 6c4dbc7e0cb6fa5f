import { readFileSync } from "node:fs";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Raster } from "../../image/raster.js";
import { openSession } from "../onnx/session.js";
import type { Captioner } from "../types.js";
import { readValues } from "../weights/read-values.js";
import { readSafetensors } from "../weights/safetensors.js";
import { readBlipConfig } from "./config.js";
import { decoderGraph } from "./decoder-graph.js";
import { openBlip } from "./index.js";
import { preprocessBlip } from "./preprocess.js";
import { loadBlipTokenizer } from "./tokenizer.js";
import { visionGraph } from "./vision-graph.js";
import type { BlipSessions } from "./write-captions.js";
import { writeCaptions } from "./write-captions.js";

/** Made, with the answers of transformers, by tools/golden/blip/tiny.py. */
const MODELS = join(import.meta.dirname, "../../../test/fixtures/models");
const SIDE = 32;

interface Expected {
  readonly maxTokens: number;
  readonly greedy: readonly number[][];
  readonly beams: readonly number[][];
}

function expectedOf(model: string): Expected {
  return JSON.parse(readFileSync(join(MODELS, model, "expected.json"), "utf8")) as Expected;
}

/** Pictures of a fixture, which keeps them plane by plane. */
async function picturesOf(model: string): Promise<Raster[]> {
  const path = join(MODELS, model, "expected.safetensors");
  const { offset, shape } = (await readSafetensors(path)).get("pictures");
  const bytes = readFileSync(path).subarray(offset);
  const area = SIDE * SIDE;
  return Array.from({ length: shape[0] ?? 0 }, (_, picture) => {
    const data = Uint8Array.from({ length: 3 * area }, (__, index) => {
      const plane = picture * 3 + (index % 3);
      return bytes[plane * area + Math.floor(index / 3)] as number;
    });
    return { width: SIDE, height: SIDE, data };
  });
}

function pixelsOf(pictures: readonly Raster[]): Float32Array[] {
  return pictures.map((picture) => preprocessBlip(picture, SIDE));
}

describe.each(["blip-tiny", "blip-tiny-half"])("%s, against transformers", (model) => {
  const expected = expectedOf(model);
  let sessions: BlipSessions;
  let pictures: Raster[];

  beforeAll(async () => {
    const folder = join(MODELS, model);
    const config = await readBlipConfig(folder);
    const tensors = await readSafetensors(join(folder, "model.safetensors"));
    const vision = await openSession(visionGraph(tensors, config), folder, { threads: 1 });
    const text = await openSession(decoderGraph(tensors, config), folder, { threads: 1 });
    sessions = { config, vision, text };
    pictures = await picturesOf(model);
  });

  afterAll(async () => {
    await sessions.vision.close();
    await sessions.text.close();
  });

  test("what it sees", async () => {
    const pixels = Float32Array.from(pixelsOf(pictures).flatMap((picture) => [...picture]));
    const { vision } = sessions;
    const { embeddings } = await vision.run({
      pixels: vision.tensorOf(pixels, [pictures.length, 3, SIDE, SIDE]),
    });
    const ours = embeddings?.data as Float32Array;
    const theirs = await readValues(
      await readSafetensors(join(MODELS, model, "expected.safetensors")),
      "embeddings",
    );
    expect(ours).toHaveLength(theirs.length);
    const furthest = ours.reduce(
      (most, value, index) => Math.max(most, Math.abs(value - (theirs[index] as number))),
      0,
    );
    expect(furthest).toBeLessThan(2e-5);
  });

  test("the likeliest tokens", async () => {
    const options = { beams: 1, maxTokens: expected.maxTokens };
    expect(await writeCaptions(sessions, pixelsOf(pictures), options)).toEqual(expected.greedy);
  });

  test("three beams", async () => {
    const options = { beams: 3, maxTokens: expected.maxTokens };
    expect(await writeCaptions(sessions, pixelsOf(pictures), options)).toEqual(expected.beams);
  });

  test("a picture by itself as among others", async () => {
    for (const beams of [1, 3]) {
      const options = { beams, maxTokens: expected.maxTokens };
      const rows = await writeCaptions(sessions, pixelsOf(pictures.slice(4, 5)), options);
      expect(rows).toEqual([(beams === 1 ? expected.greedy : expected.beams)[4]]);
    }
  });
});

describe("a captioner", () => {
  const folder = join(MODELS, "blip-tiny");
  const { maxTokens, greedy, beams } = expectedOf("blip-tiny");
  let captioner: Captioner;
  let pictures: Raster[];

  beforeAll(async () => {
    captioner = await openBlip({ name: "blip-tiny", folder, weights: "model.safetensors" }, { threads: 1 });
    pictures = await picturesOf("blip-tiny");
  });

  afterAll(() => captioner.close());

  test("says what is in pictures, and how far it is", async () => {
    const tokenizer = await loadBlipTokenizer(folder);
    const told: [number, number][] = [];
    const onProgress = (done: number, total: number): number => told.push([done, total]);
    expect(await captioner.caption(pictures, { maxTokens, onProgress })).toEqual(
      greedy.map(tokenizer.decode),
    );
    expect(told).toEqual(pictures.map((_, index) => [index + 1, pictures.length]));
    expect(await captioner.caption(pictures, { maxTokens, beams: 3 })).toEqual(beams.map(tokenizer.decode));
    expect(await captioner.caption([])).toEqual([]);
  });

  test("stops between two steps when it is told to", async () => {
    const stop = new AbortController();
    const onProgress = (): void => stop.abort();
    await expect(captioner.caption(pictures, { signal: stop.signal, onProgress })).rejects.toMatchObject({
      code: "cancelled",
    });
    expect(await captioner.caption(pictures.slice(0, 1), { maxTokens })).toHaveLength(1);
  });

  test.each([{ maxTokens: 0 }, { maxTokens: 41 }, { maxTokens: 1.5 }, { beams: 0 }, { beams: 33 }])(
    "refuses %j",
    async (options) => {
      await expect(captioner.caption(pictures, options)).rejects.toMatchObject({ code: "invalid-option" });
    },
  );
});

describe("a folder that is not BLIP's", () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "imprompt-blip-"));
  });

  afterAll(() => rm(folder, { recursive: true }));

  const open = (): Promise<Captioner> => openBlip({ name: "x", folder, weights: "model.safetensors" });

  test("is refused with the reason", async () => {
    await expect(open()).rejects.toMatchObject({ code: "model-missing" });
    await cp(join(MODELS, "blip-tiny"), folder, { recursive: true });
    await writeFile(join(folder, "config.json"), '{ "model_type": "clip" }');
    await expect(open()).rejects.toMatchObject({ code: "model-corrupt", where: join(folder, "config.json") });
    await writeFile(
      join(folder, "config.json"),
      '{ "model_type": "blip", "vision_config": {}, "text_config": {} }',
    );
    await expect(open()).rejects.toMatchObject({ code: "model-corrupt" });
  });
});
