import { ImpromptError } from "../base/error.js";
import type { ProviderId } from "../engines/vision-llm/providers.js";
import { PROVIDER_IDS, PROVIDERS } from "../engines/vision-llm/providers.js";
import type { VisionLlmSettings } from "../engines/vision-llm/settings.js";
import { addressOf } from "../engines/vision-llm/settings.js";

export interface VisionLlmEnvironment {
  readonly [name: string]: string | undefined;
}

const FORM = "Write PROVIDER:MODEL, such as ollama:qwen2.5vl:7b, or PROVIDER:MODEL@http://127.0.0.1:1234/v1";
const KNOWN = `providers are ${PROVIDER_IDS.join(", ")}.`;

function wrong(message: string, hint: string, where = "IMPROMPT_LLM"): ImpromptError {
  return new ImpromptError("invalid-option", message, { where, hint });
}

interface Named {
  readonly provider: ProviderId;
  readonly model: string;
  readonly baseURL: string | undefined;
}

/** Names of models hold colons, slashes and at signs: the first colon parts, and "@http". */
function named(value: string): Named {
  const [, name = "", rest = ""] = /^([^:]*):?([^]*)$/u.exec(value) ?? [];
  const provider = PROVIDER_IDS.find((id) => id === name.trim().toLowerCase());
  // What is not a provider may be a key that was put here by mistake, and is not repeated.
  if (provider === undefined) throw wrong("names no provider that is known", `${FORM}; ${KNOWN}`);
  const at = rest.search(/@https?:\/\//iu);
  const model = (at < 0 ? rest : rest.slice(0, at)).trim();
  if (model === "") throw wrong(`names no model of ${provider}`, `${FORM}.`);
  return { provider, model, baseURL: at < 0 ? undefined : rest.slice(at + 1).trim() };
}

function millisecondsIn(environment: VisionLlmEnvironment): number | undefined {
  const text = environment["IMPROMPT_LLM_TIMEOUT"]?.trim() ?? "";
  if (text === "") return undefined;
  const seconds = Number(text);
  if (seconds >= 1 && seconds <= 3600) return Math.round(seconds * 1000);
  throw wrong(
    "has to be a number of seconds from 1 to 3600",
    "Leave it unset for the usual time.",
    "IMPROMPT_LLM_TIMEOUT",
  );
}

/**
 * What the environment says of a vision model: IMPROMPT_LLM names it, IMPROMPT_LLM_TIMEOUT is in seconds. The keys
 * of services, such as OPENAI_API_KEY, go to the service itself and nowhere else; IMPROMPT_LLM_KEY goes to whatever
 * IMPROMPT_LLM names. Undefined where IMPROMPT_LLM is not set: a key alone sends no picture anywhere.
 * @throws ImpromptError `invalid-option` for what cannot be understood
 */
export function settingsFromEnvironment(environment: VisionLlmEnvironment): VisionLlmSettings | undefined {
  const value = environment["IMPROMPT_LLM"]?.trim() ?? "";
  if (value === "") return undefined;
  const { provider, model, baseURL } = named(value);
  const own = PROVIDERS[provider];
  if (baseURL === undefined && own.baseURL === undefined) {
    throw wrong(`names no address of ${own.title}`, `${FORM}.`);
  }
  const address = baseURL === undefined ? undefined : addressOf(baseURL).href.replace(/\/+$/u, "");
  const itself = address === undefined || address === own.baseURL;
  const vendors = itself && own.keyVariable !== undefined ? environment[own.keyVariable]?.trim() : undefined;
  const apiKey = environment["IMPROMPT_LLM_KEY"]?.trim() || vendors;
  const timeoutMs = millisecondsIn(environment);
  return {
    provider,
    model,
    ...(address === undefined ? {} : { baseURL: address }),
    ...(apiKey === undefined || apiKey === "" ? {} : { apiKey }),
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  };
}
