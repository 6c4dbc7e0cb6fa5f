import { mkdir, mkdtemp, rm, unlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Raster } from "../../image/raster.js";
import { createGraphBuilder, type GraphBuilder, type Value } from "../onnx/graph-builder.js";
import { openFlorence } from "./index.js";

/**
 * A machine with Florence-2's four graphs, inputs and outputs that says "a red wall" of a red picture, and "a large
 * red wall" when it is asked for detail. Each token is an axis; the next one is where the last one and the picture
 * point to.
 */
const WORDS = ["<s>", "<pad>", "</s>", "<unk>", "a", "red", "green", "blue", "wall", "large", "detail"];
const COLORS = ["red", "green", "blue"] as const;
const AXES = WORDS.length;
const at = (word: string): number => WORDS.indexOf(word);
const NEXT: readonly (readonly [string, string, number])[] = [
  ["</s>", "a", 20],
  ...COLORS.flatMap((color): [string, string, number][] => [
    ["a", color, 10],
    ["large", color, 20],
    [color, "wall", 20],
  ]),
  ["a", "large", 10],
  ["wall", "</s>", 20],
];

function matrix(rows: number, entries: readonly (readonly [number, number, number])[]): Float32Array {
  const data = new Float32Array(rows * AXES);
  for (const [row, column, value] of entries) data[row * AXES + column] = value;
  return data;
}

function graph(name: string, build: (builder: GraphBuilder) => void): Uint8Array {
  const builder = createGraphBuilder(name, {
    folder: "",
    names: [],
    has: () => false,
    get: (tensor) => {
      throw new Error(tensor);
    },
  });
  build(builder);
  return builder.finish();
}

const embeds = (builder: GraphBuilder, name: string): Value =>
  builder.input(name, "float32", ["b", "s", AXES]);

const GRAPHS: Readonly<Record<string, Uint8Array>> = {
  embed_tokens: graph("embed_tokens", (builder) => {
    const ids = builder.input("input_ids", "int64", ["b", "s"]);
    const table = builder.constant(
      matrix(
        AXES,
        WORDS.map((_, i) => [i, i, 1]),
      ),
      [AXES, AXES],
    );
    builder.output("inputs_embeds", builder.op("Gather", [table, ids]), "float32", ["b", "s", AXES]);
  }),
  vision_encoder: graph("vision_encoder", (builder) => {
    const pixels = builder.input("pixel_values", "float32", ["b", 3, "h", "w"]);
    const mean = builder.op("ReduceMean", [pixels], { axes: [2, 3], keepdims: 0 });
    const words = builder.constant(
      matrix(
        3,
        COLORS.map((color, i) => [i, at(color), 1]),
      ),
      [3, AXES],
    );
    const features = builder.op("Unsqueeze", [builder.op("MatMul", [mean, words]), builder.ints(1)]);
    builder.output("image_features", features, "float32", ["b", 1, AXES]);
  }),
  encoder_model: graph("encoder_model", (builder) => {
    builder.input("attention_mask", "int64", ["b", "s"]);
    builder.output("last_hidden_state", embeds(builder, "inputs_embeds"), "float32", ["b", "s", AXES]);
  }),
  decoder_model_merged: graph("decoder_model_merged", (builder) => {
    const tokens = embeds(builder, "inputs_embeds");
    const seen = embeds(builder, "encoder_hidden_states");
    const past = ["decoder.key", "decoder.value", "encoder.key", "encoder.value"].map(
      (part): [string, Value] => [
        part,
        builder.input(`past_key_values.0.${part}`, "float32", ["b", 1, `past ${part}`, AXES]),
      ],
    );
    const next = matrix(
      AXES,
      NEXT.map(([from, to, value]) => [at(from), at(to), value]),
    );
    const shown: [number, number, number][] = COLORS.map((color) => [at(color), at(color), 1]);
    const push = matrix(AXES, [...shown, [at("detail"), at("large"), 50]]);
    const from = builder.op("MatMul", [tokens, builder.constant(next, [AXES, AXES])]);
    const sum = builder.op("ReduceSum", [seen, builder.ints(1)], { keepdims: 1 });
    const toward = builder.op("MatMul", [sum, builder.constant(push, [AXES, AXES])]);
    const allowed = builder.op("Cast", [builder.op("Greater", [from, builder.scalar(0)])], { to: 1 });
    const logits = builder.op("Add", [from, builder.op("Mul", [toward, allowed])]);
    builder.output("logits", logits, "float32", ["b", "s", AXES]);
    const now = builder.op("Unsqueeze", [tokens, builder.ints(1)]);
    for (const [part, value] of past) {
      const present = builder.op("Concat", [value, now], { axis: 2 });
      builder.output(`present.0.${part}`, present, "float32", ["b", 1, `all ${part}`, AXES]);
    }
  }),
};

const SPECIAL = WORDS.slice(0, 4);
const JSON_FILES: Readonly<Record<string, unknown>> = {
  "config.json": {
    model_type: "florence2",
    is_encoder_decoder: true,
    text_config: {
      model_type: "florence2_language",
      d_model: AXES,
      encoder_layers: 1,
      decoder_layers: 1,
      encoder_attention_heads: 1,
      decoder_attention_heads: 1,
    },
  },
  "generation_config.json": {
    bos_token_id: 0,
    pad_token_id: 1,
    eos_token_id: 2,
    decoder_start_token_id: 2,
    num_beams: 3,
  },
  "preprocessor_config.json": {
    size: { width: 8, height: 8 },
    image_mean: [0.485, 0.456, 0.406],
    image_std: [0.229, 0.224, 0.225],
    do_center_crop: false,
  },
  "tokenizer_config.json": {
    tokenizer_class: "PreTrainedTokenizerFast",
    unk_token: "<unk>",
    pad_token: "<pad>",
  },
  "tokenizer.json": {
    version: "1.0",
    added_tokens: SPECIAL.map((content, id) => ({ id, content, special: true, normalized: false })),
    normalizer: { type: "Lowercase" },
    pre_tokenizer: { type: "BertPreTokenizer" },
    post_processor: null,
    decoder: { type: "WordPiece", prefix: "##", cleanup: true },
    model: {
      type: "WordPiece",
      unk_token: "<unk>",
      continuing_subword_prefix: "##",
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(WORDS.map((word, id) => [word, id])),
    },
  },
};

const scratch = await mkdtemp(join(tmpdir(), "florence-"));
let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(scratch, "model-"));
  await mkdir(join(folder, "onnx"));
  for (const [name, bytes] of Object.entries(GRAPHS))
    await writeFile(join(folder, "onnx", `${name}.onnx`), bytes);
  for (const [name, content] of Object.entries(JSON_FILES))
    await writeFile(join(folder, name), JSON.stringify(content));
});
afterAll(() => rm(scratch, { recursive: true }));

function flat(color: readonly [number, number, number]): Raster {
  return { width: 12, height: 10, data: Uint8Array.from({ length: 360 }, (_, i) => color[i % 3] as number) };
}
const red = flat([200, 10, 20]);
const blue = flat([10, 20, 200]);
const open = (detail: "caption" | "detailed" = "caption") =>
  openFlorence({ name: "florence-2-base", folder }, { detail });

describe("captions", () => {
  test("follow the picture, in order, and are told as they come", async () => {
    const captioner = await open();
    const told: string[] = [];
    const onProgress = (done: number, total: number): void => void told.push(`${done}/${total}`);
    expect(await captioner.caption([red, blue, red], { onProgress })).toEqual([
      "a red wall",
      "a blue wall",
      "a red wall",
    ]);
    expect(told).toEqual(["1/3", "2/3", "3/3"]);
    await captioner.close();
  });

  test("follow the question", async () => {
    const captioner = await open("detailed");
    expect(await captioner.caption([blue])).toEqual(["a large blue wall"]);
    await captioner.close();
  });

  test("end at the number of tokens", async () => {
    const captioner = await open();
    expect(await captioner.caption([red], { maxTokens: 2 })).toEqual(["a red"]);
    await captioner.close();
  });

  test("end when they are cancelled", async () => {
    const captioner = await open();
    const controller = new AbortController();
    const work = { signal: controller.signal, onProgress: () => controller.abort() };
    await expect(captioner.caption([red, blue], work)).rejects.toMatchObject({ code: "cancelled" });
    await captioner.close();
  });

  test.each([{ beams: 3 }, { maxTokens: 0 }, { maxTokens: 1.5 }])("refuse %o", async (options) => {
    const captioner = await open();
    await expect(captioner.caption([red], options)).rejects.toMatchObject({ code: "invalid-option" });
    await captioner.close();
  });
});

describe("what is not there or broken is told", () => {
  test.each(["onnx/embed_tokens.onnx", "tokenizer.json"])("no %s", async (file) => {
    await unlink(join(folder, file));
    await expect(open()).rejects.toMatchObject({
      code: "model-missing",
      message: `this folder of Florence-2 has no ${file}`,
    });
  });

  test("another way to prepare pictures", async () => {
    await writeFile(join(folder, "preprocessor_config.json"), '{"size":{"shortest_edge":224}}');
    await expect(open()).rejects.toMatchObject({ code: "model-corrupt" });
  });

  test("no Transformers.js", async () => {
    vi.doMock("@huggingface/transformers", () => {
      throw new Error("not installed");
    });
    await expect(open()).rejects.toMatchObject({
      code: "model-failed",
      hint: "Install it with npm install @huggingface/transformers@4.3.1.",
    });
    vi.doUnmock("@huggingface/transformers");
  });

  test("a graph that is none", async () => {
    await writeFile(join(folder, "onnx/encoder_model.onnx"), "text");
    await expect(open()).rejects.toMatchObject({ code: "model-failed", where: folder });
  });
});
