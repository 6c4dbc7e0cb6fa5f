import type { GenerationParameters } from "../../blueprint/types.js";
import { isRecord, parseJsonObject } from "../lenient-json.js";
import { numberOf, type Scalar } from "./scalars.js";

/** What Civitai's generator states beside the graph that it ran. */
export interface Statement {
  readonly prompt: string;
  readonly negative: string;
  readonly parameters: GenerationParameters;
  /** As written. */
  readonly raw: { readonly [key: string]: unknown };
}

/** The member `extraMetadata` of a run's graph, an object or its JSON text; null where there is none with a prompt. */
export function statementOf(run: { readonly [key: string]: unknown }): Statement | null {
  const written = run["extraMetadata"];
  const raw = typeof written === "string" ? parseJsonObject(written) : written;
  if (!isRecord(raw) || typeof raw["prompt"] !== "string") return null;
  const negative = raw["negativePrompt"];
  return {
    prompt: raw["prompt"],
    negative: typeof negative === "string" ? negative : "",
    parameters: parametersOf(raw),
    raw,
  };
}

function parametersOf(raw: { readonly [key: string]: unknown }): GenerationParameters {
  const { sampler, seed } = raw;
  const number = (key: string): number | null => numberOf((raw[key] ?? null) as Scalar | null);
  const [steps, cfgScale, clipSkip, width, height] = ["steps", "cfgScale", "clipSkip", "width", "height"].map(
    number,
  );
  return {
    ...(typeof sampler === "string" ? { sampler } : {}),
    ...(typeof seed === "number" || typeof seed === "string" ? { seed: String(seed) } : {}),
    ...(isNumber(steps) ? { steps } : {}),
    ...(isNumber(cfgScale) ? { cfgScale } : {}),
    ...(isNumber(clipSkip) ? { clipSkip } : {}),
    ...(isNumber(width) && isNumber(height) ? { size: { width, height } } : {}),
  };
}

function isNumber(value: number | null | undefined): value is number {
  return typeof value === "number";
}
