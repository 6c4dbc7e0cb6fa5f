import { z } from "zod";
import type { Readiness } from "../types.js";
import type { Resolved, VisionLlmPorts } from "./settings.js";
import { keyVariable } from "./settings.js";

/** A server on the own machine answers at once, or is not there. */
const PROBE_MS = 3000;

const Listing = z.looseObject({ data: z.array(z.looseObject({ id: z.string() })) });

export const HOW_TO_SET_UP =
  'Free and on this machine: "ollama pull qwen2.5vl:7b" and "export IMPROMPT_LLM=ollama:qwen2.5vl:7b"; or IMPROMPT_LLM=openai:MODEL, anthropic:MODEL or google:MODEL with the key in OPENAI_API_KEY, ANTHROPIC_API_KEY or GOOGLE_GENERATIVE_AI_API_KEY.';

async function listed(settings: Resolved, ports: VisionLlmPorts): Promise<readonly string[] | undefined> {
  const { baseURL, apiKey } = settings;
  const gone = new AbortController();
  const timer = setTimeout(() => gone.abort(), PROBE_MS);
  try {
    const response = await ports.fetch(`${baseURL}/models`, {
      redirect: "manual",
      signal: gone.signal,
      headers: apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` },
    });
    const body: unknown = await response.json().catch(() => undefined);
    const listing = Listing.safeParse(body);
    return listing.success ? listing.data.data.map(({ id }) => id) : [];
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Whether the model can be asked. Servers that one runs oneself are called, since they may be off; a service is
 * taken at its word, so that nothing goes out before a picture is described.
 */
export async function readinessOf(settings: Resolved | undefined, ports: VisionLlmPorts): Promise<Readiness> {
  if (settings === undefined) {
    return { ready: false, reason: "no vision model is set up", hint: HOW_TO_SET_UP };
  }
  const { id, provider, model, host, apiKey } = settings;
  const ready: Readiness = { ready: true, with: `${model} at ${host}` };
  if (provider.protocol !== "chat") {
    return apiKey !== undefined
      ? ready
      : {
          ready: false,
          reason: `${provider.title} asks for a key`,
          hint: `Set ${keyVariable(settings)} in the environment.`,
        };
  }
  try {
    const models = await listed(settings, ports);
    const missing = id === "ollama" && models !== undefined && models.length > 0 && !hasModel(models, model);
    return missing
      ? {
          ready: false,
          reason: `Ollama has no model "${model}"`,
          hint: `Get it with "ollama pull ${model}".`,
        }
      : ready;
  } catch {
    return {
      ready: false,
      reason: `nothing answers at ${host}`,
      hint:
        id === "ollama"
          ? 'Start Ollama with "ollama serve".'
          : `Start ${provider.title}, or check IMPROMPT_LLM.`,
    };
  }
}

/** Ollama takes a name without a tag for its ":latest". */
function hasModel(models: readonly string[], model: string): boolean {
  const tagged = model.includes(":") ? model : `${model}:latest`;
  return models.includes(model) || models.includes(tagged);
}
