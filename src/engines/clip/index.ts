import { ImpromptError } from "../../base/error.js";
import type { Warning } from "../../base/warning.js";
import { FACETS } from "../../blueprint/facets.js";
import type { Raster } from "../../image/raster.js";
import type { LocatedModel } from "../../models/store/located.js";
import type { Engine, EngineAnswer, EngineContext, EngineInput, EngineOptions, Readiness } from "../types.js";
import { captionedAnswer } from "./captioned-answer.js";
import type { Chosen } from "./choose-model.js";
import { chooseModels, pullHint } from "./choose-model.js";
import type { LookRequest } from "./look.js";
import { readPhraseLists } from "./phrases/read-lists.js";

/** What the engine needs of the runtime: models that are here, and their work in processes of their own. */
export interface ClipEnginePorts {
  /** Models whose files are all here. */
  readonly present: () => Promise<readonly LocatedModel[]>;
  /** Why no model can be run on this machine, where none can. */
  readonly obstacle: () => Promise<{ readonly reason: string; readonly hint: string } | undefined>;
  readonly caption: (
    captioner: LocatedModel,
    rasters: readonly Raster[],
    context: EngineContext,
  ) => Promise<readonly string[]>;
  readonly look: (
    clip: LocatedModel,
    request: Omit<LookRequest, "cacheFolder">,
    context: EngineContext,
  ) => Promise<readonly EngineAnswer[]>;
  /** Frees the memory of a model; it is loaded again when it is needed. */
  readonly unload: (model: LocatedModel) => Promise<void>;
  readonly close: () => Promise<void>;
}

const captionless: readonly EngineOptions["mode"][] = ["style", "negative"];

function readinessOf(chosen: Chosen, options: EngineOptions): Readiness {
  const { clip, captioner, missing } = chosen;
  if (missing.length > 0) {
    const names = missing.map(({ name }) => name).join(" and ");
    return {
      ready: false,
      reason: `the weights of ${names} are not on this machine`,
      hint: `${pullHint(chosen, options)}; until then measurements alone answer.`,
    };
  }
  const speaks = options.caption === undefined ? captioner?.name : "your caption";
  const ranks = clip === undefined ? undefined : `${clip.name}, ${chosen.why}`;
  return { ready: true, with: [ranks, speaks].filter((name) => name !== undefined).join(", and ") };
}

function needsCaption({ mode, caption }: EngineOptions): boolean {
  return caption === undefined && !captionless.includes(mode);
}

const WITHOUT_CAPTIONER: Warning = {
  code: "engine-limited",
  message:
    "no captioner is here, so the subject is the phrase that resembles the picture most; imprompt models pull blip-large brings one",
  where: "subject",
};

/** Work of a model, which is let go of afterwards where memory is low. */
async function freeing<T>(
  ports: ClipEnginePorts,
  model: LocatedModel,
  { lowMemory }: EngineOptions,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } finally {
    if (lowMemory === true) await ports.unload(model);
  }
}

/** The captions of the pictures, one each; none where none can be had or none is wanted. */
async function captionsOf(
  ports: ClipEnginePorts,
  { captioner }: Chosen,
  inputs: readonly EngineInput[],
  options: EngineOptions,
  context: EngineContext,
): Promise<readonly (string | undefined)[]> {
  if (options.caption !== undefined) return inputs.map(() => options.caption);
  if (captioner === undefined || !needsCaption(options)) return inputs.map(() => undefined);
  const rasters = inputs.map(({ raster }) => raster);
  return freeing(ports, captioner, options, () => ports.caption(captioner, rasters, context));
}

async function look(
  ports: ClipEnginePorts,
  chosen: Chosen,
  clip: LocatedModel,
  inputs: readonly EngineInput[],
  options: EngineOptions,
  context: EngineContext,
): Promise<readonly EngineAnswer[]> {
  const captions = await captionsOf(ports, chosen, inputs, options, context);
  const pictures = inputs.map(({ name, raster }, at) => {
    const caption = captions[at];
    return { name, raster, ...(caption === undefined ? {} : { caption }) };
  });
  const answers = await freeing(ports, clip, options, () => ports.look(clip, { pictures, options }, context));
  const limited = needsCaption(options) && chosen.captioner === undefined ? [WITHOUT_CAPTIONER] : [];
  const speaker = options.caption === undefined ? chosen.captioner?.name : undefined;
  return answers.map((answer, at) => ({
    ...answer,
    observations: [...captionedAnswer(captions[at] ?? "", speaker).observations, ...answer.observations],
    warnings: [...chosen.warnings, ...limited, ...answer.warnings],
  }));
}

/** Runs one thing after another; who gives up while it waits is answered at once. */
function createTurns(): <T>(work: () => Promise<T>, signal: AbortSignal) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work, signal) =>
    new Promise((resolve, reject) => {
      const stop = (): void => reject(new ImpromptError("cancelled", "the question was cancelled"));
      if (signal.aborted) return stop();
      signal.addEventListener("abort", stop, { once: true });
      const turn = async (): Promise<void> => {
        signal.removeEventListener("abort", stop);
        if (signal.aborted) return;
        const done = work();
        done.then(resolve, reject);
        await done.catch(() => undefined);
      };
      last = last.then(turn);
    });
}

/**
 * CLIP ranks phrases against the picture; a captioner says what is shown. Captions come first, for all pictures, so
 * that with `lowMemory` only one model is in memory, whoever else asks.
 */
export function createClipEngine(ports: ClipEnginePorts): Engine {
  const inTurn = createTurns();
  const choose = async (options: EngineOptions): Promise<Chosen> =>
    chooseModels(await ports.present(), options);
  const see = async (
    inputs: readonly EngineInput[],
    options: EngineOptions,
    context: EngineContext,
  ): Promise<readonly EngineAnswer[]> => {
    const chosen = await choose(options);
    const readiness = readinessOf(chosen, options);
    if (!readiness.ready)
      throw new ImpromptError("model-missing", readiness.reason, { hint: readiness.hint });
    if (chosen.clip !== undefined) return look(ports, chosen, chosen.clip, inputs, options, context);
    const captions = await captionsOf(ports, chosen, inputs, options, context);
    return captions.map((caption = "") => captionedAnswer(caption, chosen.captioner?.name));
  };
  return {
    id: "clip",
    capabilities: {
      // Lettering is beyond it, and praise shows in no picture.
      facets: FACETS.filter((facet) => facet !== "text" && facet !== "quality"),
      needsWeights: true,
      needsNetwork: false,
    },
    readiness: async (options) => {
      if (options.lists !== undefined) await readPhraseLists(options.lists); // before any model is read
      const chosen = await choose(options);
      const readiness = readinessOf(chosen, options);
      const obstacle = readiness.ready ? await ports.obstacle() : undefined;
      return obstacle === undefined ? readiness : { ready: false, ...obstacle };
    },
    describe: (inputs, options, context) => {
      const work = (): Promise<readonly EngineAnswer[]> => see(inputs, options, context);
      return options.lowMemory === true ? inTurn(work, context.signal) : work();
    },
    close: ports.close,
  };
}
