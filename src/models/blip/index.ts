import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { ImpromptError } from "../../base/error.js";
import type { SessionOptions } from "../onnx/session.js";
import { openSession } from "../onnx/session.js";
import type { LocatedModel } from "../store/located.js";
import type { Captioner } from "../types.js";
import { readSafetensors } from "../weights/safetensors.js";
import { readBlipConfig } from "./config.js";
import { decoderGraph } from "./decoder-graph.js";
import { preprocessBlip } from "./preprocess.js";
import { loadBlipTokenizer } from "./tokenizer.js";
import { visionGraph } from "./vision-graph.js";
import { writeCaptions } from "./write-captions.js";

/**
 * Pictures that are written about side by side. A token for each of 8 takes 1.4 times as long as one token, and each
 * holds 42 MB with the published models.
 */
const BATCH = 8;
const TOKENS = 32;
/** Each beam costs as much as a picture more. */
const MAX_BEAMS = 32;

function wholeBetween(value: number, most: number, what: string): number {
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  throw new ImpromptError("invalid-option", `${what} of a caption must be a whole number from 1 to ${most}`, {
    where: String(value),
  });
}

/** Lets the messages of the process in, so that a wish to cancel is heard between two steps. */
async function checkCancelled(signal: AbortSignal | undefined): Promise<void> {
  await setImmediate();
  if (signal?.aborted === true)
    throw new ImpromptError("cancelled", "captioning was cancelled", { cause: signal.reason });
}

/**
 * BLIP, which says what is in a picture, over the weights of Salesforce/blip-image-captioning-base or -large as they
 * are published. A caption is the one that `BlipForConditionalGeneration.generate` of transformers gives: its likeliest
 * next token at each step, or with several beams, its beam search.
 *
 * @throws ImpromptError `model-missing`, `model-corrupt`, `model-failed`; a caption also `invalid-option`, `cancelled`
 */
export async function openBlip(
  { name, folder, weights }: Pick<LocatedModel, "name" | "folder" | "weights">,
  options: SessionOptions = {},
): Promise<Captioner> {
  const [config, tokenizer, tensors] = await Promise.all([
    readBlipConfig(folder),
    loadBlipTokenizer(folder),
    readSafetensors(join(folder, weights)),
  ]);
  const vision = await openSession(visionGraph(tensors, config), folder, options);
  const text = await openSession(decoderGraph(tensors, config), folder, options);
  const side = config.vision.imageSize;

  return {
    name,
    caption: async (rasters, { maxTokens = TOKENS, beams = 1, signal, onProgress } = {}) => {
      wholeBetween(maxTokens, config.text.maxPositions, "the tokens");
      wholeBetween(beams, MAX_BEAMS, "the beams");
      const captions: string[] = [];
      let done = 0;
      const onFinished = (): void => onProgress?.(++done, rasters.length);
      const check = (): Promise<void> => checkCancelled(signal);
      for (let first = 0; first < rasters.length; first += BATCH) {
        const batch = rasters.slice(first, first + BATCH);
        const pixels = batch.map((raster) => preprocessBlip(raster, side));
        const ids = await writeCaptions({ config, vision, text }, pixels, {
          maxTokens,
          beams,
          onFinished,
          check,
        });
        captions.push(...ids.map((row) => tokenizer.decode(row)));
      }
      return captions;
    },
    close: async () => {
      await vision.close();
      await text.close();
    },
  };
}
