import type { Warning } from "../base/warning.js";
import type { Facet } from "../blueprint/facets.js";
import type { Observation } from "../blueprint/observation.js";
import type { Raster } from "../image/raster.js";

export type EngineId = "embedded" | "clip" | "vision-llm";

/** As CLIP Interrogator names them; `style` leaves the subject to its user, `caption` ranks nothing. */
export const INTERROGATION_MODES = ["best", "fast", "classic", "negative", "style", "caption"] as const;
export type InterrogationMode = (typeof INTERROGATION_MODES)[number];

/** Whether artists are left out, shown as what the picture resembles, or written into prompts. */
export const ARTIST_POLICIES = ["off", "suggest", "on"] as const;
export type ArtistPolicy = (typeof ARTIST_POLICIES)[number];

/** `turbo` may approximate; what it loses is measured in docs/evaluation.md. */
export const QUALITY_LEVELS = ["exact", "turbo"] as const;
export type QualityLevel = (typeof QUALITY_LEVELS)[number];

export interface EngineOptions {
  /** "best" unless said. */
  readonly mode?: InterrogationMode;
  /** Gives the very strings of this tool, its faults included. */
  readonly compat?: "clip-interrogator";
  readonly quality?: QualityLevel;
  /** "suggest" unless said. */
  readonly artists?: ArtistPolicy;
  /** A folder of .txt lists, one phrase a line, in place of the vocabulary. */
  readonly lists?: string;
  /** A model by its name; the one that suits the targets unless said. */
  readonly model?: string;
  readonly captioner?: string;
  /** Says what the picture shows, so that no captioner is asked. */
  readonly caption?: string;
  /** Target names that the prompt is for: they choose the model. */
  readonly targets?: readonly string[];
  /** At most one model in memory. */
  readonly lowMemory?: boolean;
}

/** One picture for an engine. */
export interface EngineInput {
  /** What messages call it. */
  readonly name: string;
  readonly raster: Raster;
}

export interface EngineProgress {
  /** "reading the model", "captioning", "embedding phrases" ... */
  readonly what: string;
  readonly done: number;
  readonly total: number;
}

export interface EngineContext {
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: EngineProgress) => void;
}

export interface EngineAnswer {
  /** As evidence names it: "clip:ViT-L-14/openai". */
  readonly source: string;
  readonly observations: readonly Observation[];
  /** The engine's own string, as a mode asks for it. */
  readonly prompt?: string;
  readonly caption?: string;
  /** By list of phrases, those that resemble the picture most, best first, with their cosine similarity. */
  readonly rankings?: Rankings;
  readonly warnings: readonly Warning[];
}

export interface Rankings {
  readonly [list: string]: readonly { readonly text: string; readonly score: number }[];
}

export type Readiness =
  /** `with` names the models: "ViT-L-14/openai with blip-large". */
  | { readonly ready: true; readonly with: string }
  /** `reason` is a sentence, what is missing; `hint` how to get it and how large it is. */
  | { readonly ready: false; readonly reason: string; readonly hint: string };

export interface EngineCapabilities {
  readonly facets: readonly Facet[];
  readonly needsWeights: boolean;
  readonly needsNetwork: boolean;
}

/** Says what it sees in a picture. Throws only `ImpromptError`. */
export interface Engine {
  readonly id: EngineId;
  readonly capabilities: EngineCapabilities;
  readonly readiness: (options: EngineOptions) => Promise<Readiness>;
  /** Answers in the order of the inputs. */
  readonly describe: (
    inputs: readonly EngineInput[],
    options: EngineOptions,
    context: EngineContext,
  ) => Promise<readonly EngineAnswer[]>;
  /** Frees models and ends processes. */
  readonly close: () => Promise<void>;
}
