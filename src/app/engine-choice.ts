import { ImpromptError } from "../base/error.js";
import type {
  EngineAnswer,
  EngineContext,
  EngineId,
  EngineInput,
  EngineOptions,
  Readiness,
} from "../engines/types.js";

export type { ArtistPolicy, EngineId, InterrogationMode, QualityLevel } from "../engines/types.js";
export { ARTIST_POLICIES, INTERROGATION_MODES, QUALITY_LEVELS } from "../engines/types.js";

/** "auto" takes the best that is ready. */
export const ENGINE_WISHES = ["auto", "embedded", "clip", "vision-llm"] as const;
export type EngineWish = (typeof ENGINE_WISHES)[number];

/** Engines that look with a model; measurements need none and are always made. */
export type ModelEngineId = Exclude<EngineId, "embedded">;

/** The engines that the runtime has wired. Each method throws only `ImpromptError`. */
export interface Engines {
  readonly readiness: (id: ModelEngineId, options: EngineOptions) => Promise<Readiness>;
  /** Answers in the order of the inputs. */
  readonly look: (
    id: ModelEngineId,
    inputs: readonly EngineInput[],
    options: EngineOptions,
    context: EngineContext,
  ) => Promise<readonly EngineAnswer[]>;
  readonly close: () => Promise<void>;
}

export interface EngineChoice {
  readonly id: EngineId;
  /** Half a sentence: why this one. */
  readonly why: string;
  /** A sentence: how to get more, where there is more to get. */
  readonly hint?: string;
}

/** What only the CLIP engine does. */
const OF_CLIP = ["mode", "compat", "quality", "lists", "model", "captioner"] as const;

async function chooseAsked(
  id: ModelEngineId,
  options: EngineOptions,
  engines: Engines | undefined,
): Promise<EngineChoice> {
  if (engines === undefined) {
    throw new ImpromptError("invalid-option", "no engine with a model can be used here", {
      where: "engine",
      hint: "Leave the engine out, or choose embedded.",
    });
  }
  const readiness = await engines.readiness(id, options);
  if (readiness.ready) return { id, why: `asked for, with ${readiness.with}` };
  const code = id === "clip" ? "model-missing" : "engine-failed";
  throw new ImpromptError(code, readiness.reason, { hint: readiness.hint });
}

/** The wish of who names no engine: CLIP where an option asks for what only it does. */
export function impliedEngine(options: EngineOptions): EngineWish {
  return OF_CLIP.some((name) => options[name] !== undefined) ? "clip" : "auto";
}

/**
 * The engine that a wish means. "auto" is CLIP where its weights are here, else the measurements alone; it is told
 * which and why.
 *
 * @throws ImpromptError `model-missing` where CLIP is asked for without weights, `engine-failed` where a vision model
 *   is asked for and none is set up, and what the engine says of its options
 */
export async function chooseEngine(
  wish: EngineWish,
  options: EngineOptions,
  engines: Engines | undefined,
): Promise<EngineChoice> {
  if (wish === "embedded") return { id: "embedded", why: "asked for" };
  if (wish !== "auto") return chooseAsked(wish, options, engines);
  if (engines === undefined) return { id: "embedded", why: "no model can be used here" };
  const readiness = await engines.readiness("clip", options);
  if (readiness.ready) return { id: "clip", why: `its weights are here: ${readiness.with}` };
  return { id: "embedded", why: readiness.reason, hint: readiness.hint };
}
