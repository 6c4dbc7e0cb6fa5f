import { ImpromptError } from "../../base/error.js";
import type { Tensors } from "../weights/tensors.js";

/** A linear layer; its weight is [out, in], or a stretch of the rows of a stacked one. */
export interface LinearNames {
  readonly weight: string;
  readonly bias: string;
  readonly rows?: { readonly from: number; readonly count: number };
}

/** What a pre-norm transformer block is made of; a norm is named without ".weight" and ".bias". */
export interface BlockNames {
  readonly norm1: string;
  readonly query: LinearNames;
  readonly key: LinearNames;
  readonly value: LinearNames;
  readonly out: LinearNames;
  readonly norm2: string;
  readonly rise: LinearNames;
  readonly fall: LinearNames;
}

interface TowerNames {
  readonly positions: string;
  readonly block: (index: number) => BlockNames;
  /** How a tower's blocks begin, with the index to come. */
  readonly blocks: string;
  readonly lastNorm: string;
  readonly projection: string;
}

/** Which published layout weights have, and how they name their parts. */
export interface ClipLayout {
  readonly kind: "transformers" | "open-clip";
  /** Whether projections are [out, in]; [in, out] otherwise. */
  readonly projectionsByOutput: boolean;
  readonly logitScale: string;
  readonly text: TowerNames & { readonly tokens: string };
  readonly vision: TowerNames & {
    readonly patches: string;
    readonly first: string;
    readonly firstNorm: string;
  };
}

const linear = (name: string): LinearNames => ({ weight: `${name}.weight`, bias: `${name}.bias` });

function transformersBlock(prefix: string): BlockNames {
  return {
    norm1: `${prefix}.layer_norm1`,
    query: linear(`${prefix}.self_attn.q_proj`),
    key: linear(`${prefix}.self_attn.k_proj`),
    value: linear(`${prefix}.self_attn.v_proj`),
    out: linear(`${prefix}.self_attn.out_proj`),
    norm2: `${prefix}.layer_norm2`,
    rise: linear(`${prefix}.mlp.fc1`),
    fall: linear(`${prefix}.mlp.fc2`),
  };
}

function transformersTower(tower: string, projection: string): TowerNames {
  const blocks = `${tower}.encoder.layers.`;
  return {
    positions: `${tower}.embeddings.position_embedding.weight`,
    blocks,
    block: (index) => transformersBlock(`${blocks}${index}`),
    lastNorm: tower === "text_model" ? `${tower}.final_layer_norm` : `${tower}.post_layernorm`,
    projection,
  };
}

const TRANSFORMERS: ClipLayout = {
  kind: "transformers",
  projectionsByOutput: true,
  logitScale: "logit_scale",
  text: {
    ...transformersTower("text_model", "text_projection.weight"),
    tokens: "text_model.embeddings.token_embedding.weight",
  },
  vision: {
    ...transformersTower("vision_model", "visual_projection.weight"),
    patches: "vision_model.embeddings.patch_embedding.weight",
    first: "vision_model.embeddings.class_embedding",
    firstNorm: "vision_model.pre_layrnorm",
  },
};

function openClipBlock(prefix: string, width: number): BlockNames {
  const stacked = (index: number): LinearNames => ({
    weight: `${prefix}.attn.in_proj_weight`,
    bias: `${prefix}.attn.in_proj_bias`,
    rows: { from: index * width, count: width },
  });
  return {
    norm1: `${prefix}.ln_1`,
    query: stacked(0),
    key: stacked(1),
    value: stacked(2),
    out: linear(`${prefix}.attn.out_proj`),
    norm2: `${prefix}.ln_2`,
    rise: linear(`${prefix}.mlp.c_fc`),
    fall: linear(`${prefix}.mlp.c_proj`),
  };
}

function openClipTower(tensors: Tensors, prefix: string, lastNorm: string, projection: string): TowerNames {
  const blocks = `${prefix}transformer.resblocks.`;
  return {
    positions: `${prefix}positional_embedding`,
    blocks,
    block: (index) => {
      const name = `${blocks}${index}`;
      return openClipBlock(name, tensors.get(`${name}.ln_1.weight`).shape[0] as number);
    },
    lastNorm,
    projection,
  };
}

/** `text` is where the text tower lies: at the top, or under "text." in models made with a custom text configuration. */
function openClipLayout(tensors: Tensors, text: "" | "text."): ClipLayout {
  return {
    kind: "open-clip",
    projectionsByOutput: false,
    logitScale: "logit_scale",
    text: {
      ...openClipTower(tensors, text, `${text}ln_final`, `${text}text_projection`),
      tokens: `${text}token_embedding.weight`,
    },
    vision: {
      ...openClipTower(tensors, "visual.", "visual.ln_post", "visual.proj"),
      patches: "visual.conv1.weight",
      first: "visual.class_embedding",
      firstNorm: "visual.ln_pre",
    },
  };
}

/**
 * The layout of a model's tensors, told by their names.
 *
 * @throws ImpromptError `model-corrupt` when they are not those of a CLIP with two transformers
 */
export function layoutOf(tensors: Tensors): ClipLayout {
  const text = tensors.has("text.token_embedding.weight") ? "text." : "";
  const found = [TRANSFORMERS, openClipLayout(tensors, text)].find(
    ({ text: { tokens }, vision: { patches } }) => tensors.has(tokens) && tensors.has(patches),
  );
  if (found !== undefined) return found;
  throw new ImpromptError(
    "model-corrupt",
    "these weights are not those of a CLIP model that imprompt knows",
    {
      where: tensors.folder,
      hint: "It reads CLIP with vision transformers as Hugging Face transformers and open_clip save it.",
    },
  );
}
