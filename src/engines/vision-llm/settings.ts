import { ImpromptError } from "../../base/error.js";
import type { Raster } from "../../image/raster.js";
import type { Provider, ProviderId } from "./providers.js";
import { PROVIDERS } from "./providers.js";

export interface VisionLlmSettings {
  readonly provider: ProviderId;
  /** As the server calls it: "qwen2.5vl:7b". */
  readonly model: string;
  /** Up to the version, "http://127.0.0.1:1234/v1"; the provider's own unless said. */
  readonly baseURL?: string;
  /** Sent to this server only, and never shown. */
  readonly apiKey?: string;
  /** Milliseconds for one answer, 1,000 to 3,600,000. */
  readonly timeoutMs?: number;
  /** Longest side of the picture that is sent, 64 to 8192 pixels. */
  readonly maxSide?: number;
  /** Tokens of an answer, thinking included, 256 to 65,536. */
  readonly maxOutputTokens?: number;
  /** How often a busy or failing server is asked again, 0 to 5; 2 unless said. */
  readonly retries?: number;
}

export type PictureType = "image/jpeg" | "image/webp";

export interface VisionLlmPorts {
  readonly fetch: typeof globalThis.fetch;
  /** The raster as a file, shrunk where its longest side is over `maxSide`, and no side under 32 pixels. */
  readonly encode: (
    raster: Raster,
    options: { readonly maxSide: number; readonly mediaType: PictureType },
  ) => Promise<Uint8Array>;
}

/** Settings with every figure filled in. */
export interface Resolved {
  readonly id: ProviderId;
  readonly provider: Provider;
  readonly model: string;
  readonly baseURL: string;
  /** What messages call the server: "127.0.0.1:11434". */
  readonly host: string;
  readonly apiKey: string | undefined;
  readonly timeoutMs: number;
  readonly maxSide: number;
  readonly maxOutputTokens: number;
  readonly retries: number;
}

function within(name: string, value: number | undefined, own: number, low: number, high: number): number {
  if (value === undefined) return own;
  if (Number.isInteger(value) && value >= low && value <= high) return value;
  throw new ImpromptError("invalid-option", `${name} has to be a whole number from ${low} to ${high}`, {
    where: "vision-llm",
  });
}

/** @throws ImpromptError `invalid-option` where no pictures can be sent there */
export function addressOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const fits =
    url !== undefined &&
    /^https?:$/u.test(url.protocol) &&
    url.username === "" &&
    url.password === "" &&
    url.search === "" &&
    url.hash === "";
  if (fits) return url;
  throw new ImpromptError("invalid-option", "the address of the vision model's server cannot be used", {
    where: "vision-llm",
    hint: "It is http:// or https://, host, port and path, such as http://127.0.0.1:1234/v1, without a name, a password or a query; a key goes into IMPROMPT_LLM_KEY.",
  });
}

/** @throws ImpromptError `invalid-option` for a figure out of range or an address that is none */
export function resolveSettings(settings: VisionLlmSettings): Resolved {
  const provider = PROVIDERS[settings.provider];
  const url = addressOf(settings.baseURL ?? provider.baseURL ?? "");
  return {
    id: settings.provider,
    provider,
    model: settings.model,
    baseURL: url.href.replace(/\/+$/u, ""),
    host: url.host,
    apiKey: settings.apiKey === "" ? undefined : settings.apiKey,
    timeoutMs: within("timeoutMs", settings.timeoutMs, provider.timeoutMs, 1000, 3_600_000),
    maxSide: within("maxSide", settings.maxSide, provider.maxSide, 64, 8192),
    maxOutputTokens: within(
      "maxOutputTokens",
      settings.maxOutputTokens,
      provider.maxOutputTokens,
      256,
      65_536,
    ),
    retries: within("retries", settings.retries, 2, 0, 5),
  };
}

/** The variable that holds the key for this address: a service's own is for the service itself. */
export function keyVariable({ provider, baseURL }: Pick<Resolved, "provider" | "baseURL">): string {
  const itself = provider.baseURL === baseURL ? provider.keyVariable : undefined;
  return itself ?? "IMPROMPT_LLM_KEY";
}
