import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { ImpromptError } from "../../base/error.js";

const size = z.int().positive();

/**
 * What a `config.json` must say of a BLIP model that writes captions. Defaults are those of transformers, which a
 * published file leaves out.
 *
 * @source https://huggingface.co/docs/transformers/model_doc/blip (4.57, 2026-11-21)
 */
const configSchema = z.object({
  model_type: z.literal("blip"),
  vision_config: z.object({
    hidden_size: size.default(768),
    num_hidden_layers: size.default(12),
    num_attention_heads: size.default(12),
    image_size: size.default(384),
    patch_size: size.default(16),
    hidden_act: z.literal("gelu").default("gelu"),
    layer_norm_eps: z.number().positive().default(1e-5),
  }),
  text_config: z.object({
    vocab_size: size.default(30_524),
    hidden_size: size.default(768),
    num_hidden_layers: size.default(12),
    num_attention_heads: size.default(8),
    max_position_embeddings: size.default(512),
    hidden_act: z.literal("gelu").default("gelu"),
    layer_norm_eps: z.number().positive().default(1e-12),
    bos_token_id: z.int().nonnegative().default(30_522),
    sep_token_id: z.int().nonnegative().default(102),
  }),
});

export interface BlipVision {
  readonly width: number;
  readonly layers: number;
  readonly heads: number;
  /** Pixels of a side of the square that a picture is brought to. */
  readonly imageSize: number;
  readonly patchSize: number;
  /** Patches and the class token. */
  readonly positions: number;
  readonly epsilon: number;
}

export interface BlipText {
  readonly vocabulary: number;
  readonly width: number;
  readonly layers: number;
  readonly heads: number;
  /** Tokens of the longest text, the start token included. */
  readonly maxPositions: number;
  readonly epsilon: number;
  /** Token that a caption starts from: "[DEC]". */
  readonly start: number;
  /** Token that ends a caption: "[SEP]". */
  readonly end: number;
}

export interface BlipConfig {
  readonly vision: BlipVision;
  readonly text: BlipText;
}

/** @throws ImpromptError `model-missing` without a `config.json`, `model-corrupt` when it is not BLIP's */
export async function readBlipConfig(folder: string): Promise<BlipConfig> {
  const where = join(folder, "config.json");
  const text = await readFile(where, "utf8").catch((cause: unknown) => {
    throw new ImpromptError("model-missing", "this configuration cannot be opened", {
      where,
      hint: "Get the model with imprompt models pull.",
      cause,
    });
  });
  let config: z.infer<typeof configSchema>;
  try {
    config = configSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new ImpromptError("model-corrupt", "this is not the configuration of a BLIP captioning model", {
      where,
      hint: "Check it with imprompt models verify.",
      cause,
    });
  }
  const { vision_config: vision, text_config: words } = config;
  return {
    vision: {
      width: vision.hidden_size,
      layers: vision.num_hidden_layers,
      heads: vision.num_attention_heads,
      imageSize: vision.image_size,
      patchSize: vision.patch_size,
      positions: Math.floor(vision.image_size / vision.patch_size) ** 2 + 1,
      epsilon: vision.layer_norm_eps,
    },
    text: {
      vocabulary: words.vocab_size,
      width: words.hidden_size,
      layers: words.num_hidden_layers,
      heads: words.num_attention_heads,
      maxPositions: words.max_position_embeddings,
      epsilon: words.layer_norm_eps,
      start: words.bos_token_id,
      end: words.sep_token_id,
    },
  };
}
