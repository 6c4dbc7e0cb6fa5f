import { resolve } from "node:path";
import { ImpromptError } from "../../base/error.js";
import { resizeBicubic } from "../../image/pil/resize-bicubic.js";
import { toPlanes } from "../../image/pil/to-planes.js";
import type { Raster } from "../../image/raster.js";
import type { SessionOptions } from "../onnx/session.js";
import type { LocatedModel } from "../store/located.js";
import type { Captioner, CaptionOptions } from "../types.js";
import { checkFlorenceFiles, type Preparation, readPreparation } from "./files.js";

type Library = typeof import("@huggingface/transformers");

/** How much is said; each is a task that Florence-2 was trained for. */
export type FlorenceDetail = "caption" | "detailed" | "more-detailed";

export interface FlorenceOptions extends SessionOptions {
  /** "caption", one sentence, unless said. */
  readonly detail?: FlorenceDetail;
}

/**
 * The question of each task, and how many tokens an answer may take.
 *
 * @source https://huggingface.co/docs/transformers/model_doc/florence2 `task_prompts_without_inputs` (4.57)
 */
const TASKS: Readonly<Record<FlorenceDetail, { readonly question: string; readonly tokens: number }>> = {
  caption: { question: "What does the image describe?", tokens: 32 },
  detailed: { question: "Describe in detail what is shown in the image.", tokens: 128 },
  "more-detailed": { question: "Describe with a paragraph what is shown in the image.", tokens: 256 },
};
const MAX_TOKENS = 1024;

async function loadLibrary(): Promise<Library> {
  try {
    return await import("@huggingface/transformers");
  } catch (error) {
    throw new ImpromptError("model-failed", "Transformers.js is not installed, which Florence-2 needs", {
      hint: "Install it with npm install @huggingface/transformers@4.3.1.",
      cause: error,
    });
  }
}

/** All that is read from the folder; nothing is asked of a network. */
async function load(library: Library, folder: string, { threads }: SessionOptions) {
  const session = threads === undefined ? {} : { session_options: { intraOpNumThreads: threads } };
  try {
    const [tokenizer, model] = await Promise.all([
      library.AutoTokenizer.from_pretrained(folder, { local_files_only: true }),
      library.Florence2ForConditionalGeneration.from_pretrained(folder, {
        local_files_only: true,
        dtype: "fp32",
        device: "cpu",
        ...session,
      }),
    ]);
    return { tokenizer, model };
  } catch (error) {
    throw new ImpromptError("model-failed", "Transformers.js could not load this model", {
      where: folder,
      hint: "Check it with imprompt models verify.",
      cause: error,
    });
  }
}

function checkOptions({ maxTokens = 1, beams = 1 }: CaptionOptions): void {
  if (!Number.isInteger(maxTokens) || maxTokens < 1 || maxTokens > MAX_TOKENS) {
    throw new ImpromptError("invalid-option", `a caption takes 1 to ${MAX_TOKENS} tokens`, {
      where: String(maxTokens),
    });
  }
  if (beams !== 1) {
    throw new ImpromptError("invalid-option", "Florence-2 has no beam search here", {
      where: String(beams),
      hint: "Leave the beams at 1, or use BLIP.",
    });
  }
}

function checkCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) {
    throw new ImpromptError("cancelled", "captioning was cancelled", { cause: signal.reason });
  }
}

function prepare({ Tensor }: Library, raster: Raster, { size, ...normalisation }: Preparation) {
  const planes = toPlanes(resizeBicubic(raster, size), normalisation);
  return new Tensor("float32", planes, [1, 3, size.height, size.width]);
}

/**
 * Florence-2 through Transformers.js, an optional package, over its ONNX files in full precision. Its pictures are
 * prepared by our own resampler, equal to Python's. Captions are greedy.
 *
 * Verified with a tiny model of the true architecture and random weights: the captions of transformers, word for word
 * (tools/golden/florence). Never run with the published weights.
 *
 * @throws ImpromptError `model-missing`, `model-corrupt`, `model-failed`; a caption also `invalid-option`, `cancelled`
 */
export async function openFlorence(
  { name, folder: where }: Pick<LocatedModel, "name" | "folder">,
  options: FlorenceOptions = {},
): Promise<Captioner> {
  const folder = resolve(where);
  await checkFlorenceFiles(folder);
  const preparation = await readPreparation(folder);
  const library = await loadLibrary();
  const { tokenizer, model } = await load(library, folder, options);
  const { question, tokens } = TASKS[options.detail ?? "caption"];

  const captionOne = async (raster: Raster, maxTokens: number, signal: AbortSignal | undefined) => {
    const stop = new library.InterruptableStoppingCriteria();
    const interrupt = (): void => stop.interrupt();
    signal?.addEventListener("abort", interrupt);
    try {
      const rows = await model.generate({
        ...tokenizer([question]),
        pixel_values: prepare(library, raster, preparation),
        max_new_tokens: maxTokens,
        num_beams: 1,
        do_sample: false,
        stopping_criteria: stop,
      });
      if (!(rows instanceof library.Tensor)) throw new TypeError("generation gave no row of tokens");
      return tokenizer.batch_decode(rows, { skip_special_tokens: true }).join("").trim();
    } catch (error) {
      throw new ImpromptError("model-failed", "Transformers.js could not run this model", {
        where: folder,
        cause: error,
      });
    } finally {
      signal?.removeEventListener("abort", interrupt);
    }
  };

  return {
    name,
    caption: async (rasters, work = {}) => {
      checkOptions(work);
      const captions: string[] = [];
      for (const raster of rasters) {
        checkCancelled(work.signal);
        const caption = await captionOne(raster, work.maxTokens ?? tokens, work.signal);
        checkCancelled(work.signal);
        captions.push(caption);
        work.onProgress?.(captions.length, rasters.length);
      }
      return captions;
    },
    close: async () => {
      await model.dispose();
    },
  };
}
