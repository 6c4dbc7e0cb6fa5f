import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { ImpromptError } from "../../base/error.js";
import type { Tensors } from "../weights/tensors.js";
import type { ClipLayout } from "./layout.js";

export type Activation = "gelu" | "quick-gelu";

export interface TowerShape {
  readonly width: number;
  readonly layers: number;
  readonly heads: number;
  readonly activation: Activation;
  /** Of layer norms. */
  readonly epsilon: number;
}

export interface ClipArchitecture {
  /** Numbers of an embedding. */
  readonly embedding: number;
  readonly text: TowerShape & { readonly contextLength: number; readonly vocabulary: number };
  /** Sides of the square picture and of its square patches, in pixels. */
  readonly vision: TowerShape & { readonly imageSize: number; readonly patch: number };
}

const towerSchema = z.object({
  num_attention_heads: z.int().positive().optional(),
  hidden_act: z.string().default("quick_gelu"),
  layer_norm_eps: z.number().positive().default(1e-5),
});
/** Both are there in a CLIP's `config.json`; beside weights of open_clip it may be another tool's. */
const transformersSchema = z.object({
  text_config: towerSchema.optional(),
  vision_config: towerSchema.optional(),
});

const openClipSchema = z.object({
  model_cfg: z.object({
    quick_gelu: z.boolean().default(false),
    vision_cfg: z.object({ head_width: z.int().positive().default(64) }),
    text_cfg: z.object({ heads: z.int().positive().optional() }),
  }),
});

interface TowerChoice {
  readonly heads: number;
  readonly activation: Activation;
  readonly epsilon: number;
}
type Choices = (width: { readonly text: number; readonly vision: number }) => {
  readonly text: TowerChoice;
  readonly vision: TowerChoice;
};

function refuse(where: string, what: string, cause?: unknown): ImpromptError {
  return new ImpromptError("model-corrupt", what, {
    where,
    hint: "Pull the model again, or take its files from where the weights come from.",
    cause,
  });
}

async function readConfig<T>(folder: string, file: string, schema: z.ZodType<T>): Promise<T | undefined> {
  const path = join(folder, file);
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch {
    return undefined;
  }
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    throw refuse(path, "this is not the configuration of a CLIP model", error);
  }
}

function activationOf(name: string, where: string): Activation {
  if (name === "gelu") return "gelu";
  if (name === "quick_gelu") return "quick-gelu";
  throw refuse(where, `the activation "${name}" is not one that imprompt knows`);
}

type TowerConfig = z.infer<typeof towerSchema>;

function fromTransformers(text: TowerConfig, vision: TowerConfig, folder: string): Choices {
  const tower = (of: TowerConfig, width: number): TowerChoice => ({
    heads: of.num_attention_heads ?? width / 64,
    activation: activationOf(of.hidden_act, folder),
    epsilon: of.layer_norm_eps,
  });
  return (width) => ({ text: tower(text, width.text), vision: tower(vision, width.vision) });
}

function fromOpenClip({ model_cfg: config }: z.infer<typeof openClipSchema>): Choices {
  const shared = {
    activation: config.quick_gelu ? ("quick-gelu" as const) : ("gelu" as const),
    epsilon: 1e-5,
  };
  return (width) => ({
    text: { ...shared, heads: config.text_cfg.heads ?? width.text / 64 },
    vision: { ...shared, heads: Math.floor(width.vision / config.vision_cfg.head_width) },
  });
}

/** Widths whose heads are not 64 wide: ViT-H/14 and ViT-bigG/14 look at pictures with 16 heads. */
const WIDE_HEADS: { readonly [width: number]: number } = { 1280: 16, 1408: 16, 1664: 16 };

/** Without a configuration: heads as the published models have them, quick GELU in OpenAI's own. */
function fromName(name: string): Choices {
  const shared = {
    activation: /openai/i.test(name) ? ("quick-gelu" as const) : ("gelu" as const),
    epsilon: 1e-5,
  };
  return (width) => ({
    text: { ...shared, heads: width.text / 64 },
    vision: { ...shared, heads: WIDE_HEADS[width.vision] ?? width.vision / 64 },
  });
}

async function readChoices(folder: string, layout: ClipLayout, name: string): Promise<Choices> {
  const openClip = await readConfig(folder, "open_clip_config.json", openClipSchema);
  if (openClip !== undefined && layout.kind === "open-clip") return fromOpenClip(openClip);
  const { text_config: text, vision_config: vision } =
    (await readConfig(folder, "config.json", transformersSchema)) ?? {};
  if (text !== undefined && vision !== undefined) return fromTransformers(text, vision, folder);
  return openClip === undefined ? fromName(name) : fromOpenClip(openClip);
}

function countBlocks(tensors: Tensors, prefix: string): number {
  const indices = tensors.names.flatMap((name) =>
    name.startsWith(prefix) ? [Number.parseInt(name.slice(prefix.length), 10)] : [],
  );
  return Math.max(-1, ...indices) + 1;
}

function shapeOf(tensors: Tensors, name: string, sides: number): readonly number[] {
  const { shape } = tensors.get(name);
  if (shape.length !== sides) throw refuse(tensors.folder, `"${name}" has an unexpected shape`);
  return shape;
}

/**
 * Sizes from the tensors' shapes; heads and activation from `config.json` or `open_clip_config.json`, whichever goes
 * with the layout, or from what `name` is known for when there is neither.
 *
 * @throws ImpromptError `model-corrupt`
 */
export async function readArchitecture(
  tensors: Tensors,
  layout: ClipLayout,
  name: string,
): Promise<ClipArchitecture> {
  const [vocabulary = 0, textWidth = 0] = shapeOf(tensors, layout.text.tokens, 2);
  const [contextLength = 0] = shapeOf(tensors, layout.text.positions, 2);
  const [visionWidth = 0, , patch = 0] = shapeOf(tensors, layout.vision.patches, 4);
  const [positions = 0] = shapeOf(tensors, layout.vision.positions, 2);
  const projection = shapeOf(tensors, layout.vision.projection, 2);
  const choices = (await readChoices(tensors.folder, layout, name))({ text: textWidth, vision: visionWidth });
  for (const [heads, width] of [
    [choices.text.heads, textWidth],
    [choices.vision.heads, visionWidth],
  ] as const) {
    if (!Number.isInteger(width / heads))
      throw refuse(tensors.folder, `${width} numbers do not part into ${heads} heads`);
  }
  return {
    embedding: (layout.projectionsByOutput ? projection[0] : projection[1]) as number,
    text: {
      ...choices.text,
      width: textWidth,
      layers: countBlocks(tensors, layout.text.blocks),
      contextLength,
      vocabulary,
    },
    vision: {
      ...choices.vision,
      width: visionWidth,
      layers: countBlocks(tensors, layout.vision.blocks),
      imageSize: Math.sqrt(positions - 1) * patch,
      patch,
    },
  };
}
