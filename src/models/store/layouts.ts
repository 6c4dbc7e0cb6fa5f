import type { ModelKind } from "./located.js";

export type FileRole = "weights" | "config" | "tokenizer" | "other";

/**
 * One thing that a model needs, as sets of files that each suffice; the first set that is there whole is taken. An
 * empty set always is: what stands before it is taken where it is there.
 */
export interface Need {
  readonly role: FileRole;
  readonly anyOf: readonly (readonly string[])[];
}

/** How a published model is divided into files. */
export interface Layout {
  readonly kind: ModelKind;
  /** A `.safetensors.index.json` brings the shards that it names along. */
  readonly weights: string;
  readonly needs: readonly Need[];
}

const CLIP_TOKENIZER: Need = {
  role: "tokenizer",
  anyOf: [["vocab.json", "merges.txt"], ["tokenizer.json"], ["merges.txt"], ["bpe_simple_vocab_16e6.txt.gz"]],
};
const BLIP_TOKENIZER: Need = { role: "tokenizer", anyOf: [["vocab.txt"], ["tokenizer.json"]] };

function one(role: FileRole, path: string): Need {
  return { role, anyOf: [[path]] };
}

function ifThere(role: FileRole, path: string): Need {
  return { role, anyOf: [[path], []] };
}

/** Says whether words are closed up around punctuation. */
const BLIP_SPACES = ifThere("tokenizer", "tokenizer_config.json");
const CONFIG = one("config", "config.json");
const OPEN_CONFIG = one("config", "open_clip_config.json");

/** Keys of Hugging Face transformers. */
export const CLIP: Layout = { kind: "clip", weights: "model.safetensors", needs: [CONFIG, CLIP_TOKENIZER] };
const CLIP_SHARDS: Layout = { ...CLIP, weights: "model.safetensors.index.json" };
/** Keys of open_clip. Its repositories have one or the other name. */
export const OPEN_CLIP: Layout = {
  kind: "clip",
  weights: "open_clip_model.safetensors",
  needs: [OPEN_CONFIG, CLIP_TOKENIZER],
};
export const OPEN_CLIP_OLD: Layout = { ...OPEN_CLIP, weights: "open_clip_pytorch_model.safetensors" };
export const BLIP: Layout = {
  kind: "blip",
  weights: "model.safetensors",
  needs: [CONFIG, BLIP_TOKENIZER, BLIP_SPACES],
};
const BLIP_SHARDS: Layout = { ...BLIP, weights: "model.safetensors.index.json" };
/** What Transformers.js takes, in full precision. */
export const FLORENCE: Layout = {
  kind: "florence",
  weights: "onnx/vision_encoder.onnx",
  needs: [
    one("weights", "onnx/embed_tokens.onnx"),
    one("weights", "onnx/encoder_model.onnx"),
    one("weights", "onnx/decoder_model_merged.onnx"),
    CONFIG,
    one("config", "preprocessor_config.json"),
    ifThere("other", "generation_config.json"),
    one("tokenizer", "tokenizer.json"),
    one("tokenizer", "tokenizer_config.json"),
  ],
};

/** In the order in which a folder is tried. */
export const LAYOUTS: readonly Layout[] = [
  OPEN_CLIP,
  OPEN_CLIP_OLD,
  CLIP,
  CLIP_SHARDS,
  BLIP,
  BLIP_SHARDS,
  FLORENCE,
];
