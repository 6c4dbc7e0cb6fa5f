import type { GenerationParameters, Lora } from "../../blueprint/types.js";
import { type GraphNode, type Link, linkOf } from "./graph.js";
import { lorasOf } from "./loras.js";
import { isBundle, isConditioning } from "./names.js";
import type { Pass } from "./passes.js";
import { numberOf, type Scalar, scalarOf } from "./scalars.js";
import { linksOf, nodesAbove } from "./search.js";
import type { Walk } from "./walk.js";

/**
 * The settings of one sampler: its own, or those of the nodes that it takes them from. A denoising strength of 1
 * (or beyond, from shifted widgets) is no setting and left out; so is whatever the graph computes.
 */
export function parametersOf(walk: Walk, pass: Pass): GenerationParameters {
  const { node } = pass;
  const loaders = modelOf(walk, node);
  const denoise = numberOf(settingOf(walk, node, ["denoise", "denoise_strength", "denoising_strength"]));
  const clipSkip = clipSkipOf(walk, pass);
  const steps = numberOf(settingOf(walk, node, ["steps"]));
  const cfgScale = numberOf(settingOf(walk, node, ["cfg", "cfg_scale", "guidance_scale"]));
  return {
    ...text("model", loaders.model),
    ...text("vae", vaeOf(walk, node)),
    ...text("sampler", samplerOf(walk, node)),
    ...text("scheduler", schedulerOf(walk, node)),
    ...(steps === null ? {} : { steps }),
    ...(cfgScale === null ? {} : { cfgScale }),
    ...text("seed", seedOf(settingOf(walk, node, ["seed", "noise_seed", "seed_num"]))),
    ...sizeOf(walk, node),
    ...(clipSkip === null ? {} : { clipSkip }),
    ...(denoise !== null && denoise >= 0 && denoise < 1 ? { denoisingStrength: denoise } : {}),
    ...(loaders.loras.length === 0 ? {} : { loras: loaders.loras }),
  };
}

/** The first sampler of the chain: the one that no other one's latents reach; of several the first of the list. */
export function firstOfChain(walk: Walk, passes: readonly Pass[]): Pass | undefined {
  const ids = new Set(passes.map((pass) => pass.node.id));
  const isFirst = ({ node }: Pass): boolean => {
    for (const above of nodesAbove(walk, linksOf(walk, node, isLatent), isLatent)) {
      if (above.id !== node.id && ids.has(above.id)) return false;
    }
    return true;
  };
  return passes.find(isFirst) ?? passes[0];
}

function text<K extends string>(key: K, value: string | null): { readonly [P in K]?: string } {
  return value === null || value === "" ? {} : ({ [key]: value } as { readonly [P in K]: string });
}

function seedOf(value: Scalar | null): string | null {
  const written = typeof value === "number" || typeof value === "string" ? String(value) : "";
  return /^-?\d{1,20}$/.test(written) ? written : null;
}

const isSetting = (name: string): boolean =>
  isBundle(name) || /^(?:sampler|sigmas|noise|scheduler|settings|seed|steps|cfg)$/i.test(name);

const isLatent = (name: string): boolean =>
  /latents?|samples|^(?:images?|pixels|frames)(?:_\d{1,3})?$/i.test(name) || isBundle(name);

const isModel = (name: string): boolean =>
  isBundle(name) ||
  (/model|unet|transformer|lora|ckpt/i.test(name) && !/control|upscale|clip|sam_|style/i.test(name));

function settingOf(walk: Walk, node: GraphNode, names: readonly string[]): Scalar | null {
  for (const near of nodesAbove(walk, [self(node)], isSetting)) {
    for (const name of names) {
      const value = near.inputs.has(name) ? scalarOf(walk, near.inputs.get(name), name) : null;
      if (value !== null) return value;
    }
  }
  return null;
}

function samplerOf(walk: Walk, node: GraphNode): string | null {
  const named = settingOf(walk, node, ["sampler_name", "sampler"]);
  if (typeof named === "string") return named;
  const type = typeBehind(walk, node, "sampler");
  return type === null || /select/i.test(type) ? null : type;
}

function schedulerOf(walk: Walk, node: GraphNode): string | null {
  const named = settingOf(walk, node, ["scheduler", "scheduler_name"]);
  if (typeof named === "string") return named;
  return typeBehind(walk, node, "sigmas")?.replace(/Scheduler$/, "") ?? null;
}

function typeBehind(walk: Walk, node: GraphNode, name: string): string | null {
  const link = linkOf(node.inputs.get(name));
  return (link === null ? undefined : walk.graph.get(link.id)?.type) ?? null;
}

const MODEL_FILE =
  /^(?:base_)?(?:ckpt|checkpoint|unet|model|diffusion_model|gguf)(?:_name|_path)?$|^model_(?:id|version)$/i;

function modelOf(
  walk: Walk,
  node: GraphNode,
): { readonly model: string | null; readonly loras: readonly Lora[] } {
  const loras: Lora[] = [];
  let model: string | null = null;
  for (const near of nodesAbove(walk, [self(node)], isModel)) {
    loras.unshift(...lorasOf(walk, near));
    model ??= fileOf(walk, near, MODEL_FILE);
  }
  return { model, loras };
}

function fileOf(walk: Walk, node: GraphNode, pattern: RegExp): string | null {
  for (const [name, value] of node.inputs) {
    if (!pattern.test(name)) continue;
    const file = /_name$/i.test(name) ? scalarOf(walk, value, name) : value;
    if (typeof file === "string" && file !== "" && file !== "None") return file;
  }
  return null;
}

const isVae = (name: string): boolean => isBundle(name) || /vae/i.test(name);

/** The VAE's own file, from the sampler's decoder; null where it came with the model. */
function vaeOf(walk: Walk, node: GraphNode): string | null {
  const decoder = [...walk.graph.values()].find(
    (other) => linkOf(other.inputs.get("samples"))?.id === node.id,
  );
  const starts = [...(decoder === undefined ? [] : linksOf(walk, decoder, isVae)), self(node)];
  for (const near of nodesAbove(walk, starts, isVae)) {
    const file = fileOf(walk, near, /^vae(?:_name)?$/i);
    if (file !== null) return /^baked/i.test(file) ? null : file;
  }
  return null;
}

const LONGEST_SIDE = 65_536;

function sizeOf(walk: Walk, node: GraphNode): Pick<GenerationParameters, "size"> {
  for (const near of nodesAbove(walk, [self(node)], isLatent)) {
    for (const prefix of ["", "empty_latent_"]) {
      const [width, height] = ["width", "height"].map((side) => {
        const name = prefix + side;
        return near.inputs.has(name) ? numberOf(scalarOf(walk, near.inputs.get(name), name)) : null;
      });
      if (isSide(width) && isSide(height)) return { size: { width, height } };
    }
  }
  return {};
}

function isSide(value: number | null | undefined): value is number {
  return typeof value === "number" && Number.isInteger(value) && value > 0 && value <= LONGEST_SIDE;
}

/** From the layer at which the text encoder of the positive prompt stops: -2 is a skip of 2. */
function clipSkipOf(walk: Walk, pass: Pass): number | null {
  const starts = pass.positive.map(({ id }): Link => ({ id, slot: 0 }));
  for (const near of nodesAbove(walk, starts, (name) => /clip$/i.test(name) || isConditioning(name))) {
    for (const name of ["stop_at_clip_layer", "clip_skip"]) {
      const layer = near.inputs.has(name) ? numberOf(scalarOf(walk, near.inputs.get(name), name)) : null;
      if (layer !== null && layer !== 0) return Math.abs(layer);
    }
  }
  return null;
}

function self(node: GraphNode): Link {
  return { id: node.id, slot: 0 };
}
