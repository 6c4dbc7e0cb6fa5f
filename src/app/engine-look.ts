import type { EngineAnswer, EngineInput, EngineOptions } from "../engines/types.js";
import type { DecodedImage } from "../image/decoded.js";
import type { EngineChoice, ModelEngineId } from "./engine-choice.js";
import type { OpenedInput, Services, WantedPixels } from "./ports.js";
import type { OnStage } from "./stage.js";

/** A picture that may be shown to an engine. */
export interface Viewed {
  readonly opened: OpenedInput;
  readonly decoded: DecodedImage;
}

export interface LookWork {
  readonly signal: AbortSignal;
  readonly onStage: OnStage;
}

/** Engines' options among others. */
type OptionsOfEngines = {
  readonly [Name in keyof Omit<EngineOptions, "targets">]?: EngineOptions[Name] | undefined;
} & { readonly modelFor?: readonly string[] | undefined };

/** The options that are the engine's. */
export function engineOptionsOf(options: OptionsOfEngines): EngineOptions {
  const { mode, compat, quality, artists, lists, model, captioner, caption, lowMemory, modelFor } = options;
  return {
    ...(mode === undefined ? {} : { mode }),
    ...(compat === undefined ? {} : { compat }),
    ...(quality === undefined ? {} : { quality }),
    ...(artists === undefined ? {} : { artists }),
    ...(lists === undefined ? {} : { lists }),
    ...(model === undefined ? {} : { model }),
    ...(captioner === undefined ? {} : { captioner }),
    ...(caption === undefined ? {} : { caption }),
    ...(lowMemory === undefined ? {} : { lowMemory }),
    ...(modelFor === undefined ? {} : { targets: modelFor }),
  };
}

/** Where an answer has to be another tool's to the letter: as good as all pixels, as that tool sees them. */
const WHOLE: WantedPixels = { workingSize: 8192, asStored: true };

/** What an engine can make use of, where it is more than measurements want. */
const WANTED: { readonly [Id in ModelEngineId]?: WantedPixels } = { "vision-llm": { workingSize: 2048 } };

async function inputOf(
  { opened, decoded }: Viewed,
  wanted: WantedPixels | undefined,
  services: Services,
): Promise<EngineInput> {
  const { width, height } = decoded.raster;
  const lacks = wanted?.asStored === true || width < decoded.width || height < decoded.height;
  const { raster } = wanted !== undefined && lacks ? await services.decode(opened, wanted) : decoded;
  return { name: opened.name, raster };
}

/**
 * What the engine of the choice sees in the pictures, in their order; nothing where it is the measurements alone.
 *
 * @throws ImpromptError what the engine throws
 */
export async function lookAt(
  viewed: readonly Viewed[],
  { id }: EngineChoice,
  given: OptionsOfEngines,
  services: Services,
  { signal, onStage }: LookWork,
): Promise<readonly EngineAnswer[]> {
  if (id === "embedded" || services.engines === undefined || viewed.length === 0) return [];
  const options = engineOptionsOf(given);
  const inputs: EngineInput[] = [];
  const wanted = options.compat === undefined ? WANTED[id] : WHOLE;
  for (const each of viewed) inputs.push(await inputOf(each, wanted, services));
  return services.engines.look(id, inputs, options, {
    signal,
    onProgress: (progress) => onStage({ stage: "looking", engine: id, ...progress }),
  });
}
