import { access, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { ImpromptError } from "../../base/error.js";
import type { Normalisation } from "../../image/pil/to-planes.js";

const PREPARATION = "preprocessor_config.json";
const FILES = [
  "config.json",
  PREPARATION,
  "tokenizer.json",
  "tokenizer_config.json",
  "onnx/vision_encoder.onnx",
  "onnx/embed_tokens.onnx",
  "onnx/encoder_model.onnx",
  "onnx/decoder_model_merged.onnx",
] as const;

/** How pictures are brought to the model: squeezed to `size`, then normalised. */
export interface Preparation extends Normalisation {
  readonly size: { readonly width: number; readonly height: number };
}

const side = z.int().positive().max(4096);
const channels = z.tuple([z.number(), z.number(), z.number()]);
const preparationSchema = z.object({
  size: z.object({ width: side, height: side }),
  image_mean: channels,
  image_std: channels,
  do_center_crop: z.literal(false).nullish(),
});

/** @throws ImpromptError `model-missing` that names the first file that is not there */
export async function checkFlorenceFiles(folder: string): Promise<void> {
  for (const file of FILES) {
    await access(join(folder, file)).catch((error: unknown) => {
      throw new ImpromptError("model-missing", `this folder of Florence-2 has no ${file}`, {
        where: folder,
        hint: "Get it with imprompt models pull florence-2-base.",
        cause: error,
      });
    });
  }
}

/** @throws ImpromptError `model-corrupt` */
export async function readPreparation(folder: string): Promise<Preparation> {
  const where = join(folder, PREPARATION);
  try {
    const config = preparationSchema.parse(JSON.parse(await readFile(where, "utf8")));
    return { size: config.size, mean: config.image_mean, std: config.image_std };
  } catch (error) {
    throw new ImpromptError("model-corrupt", "this is not how Florence-2 has its pictures prepared", {
      where,
      hint: "Check it with imprompt models verify.",
      cause: error,
    });
  }
}
