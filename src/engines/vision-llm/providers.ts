export const PROVIDER_IDS = [
  "ollama",
  "lm-studio",
  "vllm",
  "llama.cpp",
  "openai-compatible",
  "openai",
  "anthropic",
  "google",
] as const;

export type ProviderId = (typeof PROVIDER_IDS)[number];

/** How a server is spoken to: OpenAI's chat completions or responses, Anthropic's messages, Gemini's content. */
export type Protocol = "chat" | "responses" | "messages" | "gemini";

export interface Provider {
  readonly title: string;
  readonly protocol: Protocol;
  /** Where it listens unless said; none where only its user knows. */
  readonly baseURL?: string;
  /** The variable that holds its key; absent where it can do without. */
  readonly keyVariable?: string;
  /** Longest side in pixels that is sent: more is shrunk by the server, or costs time and sees no better. */
  readonly maxSide: number;
  /**
   * Milliseconds for one answer. A model on the own processor is first loaded, then looks for a minute or two;
   * Node's fetch waits 300 s for a first word at most.
   */
  readonly timeoutMs: number;
  /** Tokens of an answer, thinking included; an answer itself takes about 600. */
  readonly maxOutputTokens: number;
}

/**
 * 1024 px are about 1,340 tokens for Qwen-VL (28 px a token), which leaves room in the 4,096 that Ollama and
 * LM Studio hold unless told otherwise; LLaVA and Gemma see less.
 * @source github.com/ollama/ollama issue 11217: 28 px a token, at most a million pixels, read 2026-11
 */
const LOCAL = { protocol: "chat", maxSide: 1024, timeoutMs: 280_000, maxOutputTokens: 2048 } as const;

const CLOUD = { timeoutMs: 180_000, maxOutputTokens: 8192 } as const;

export const PROVIDERS: { readonly [Id in ProviderId]: Provider } = {
  ollama: { title: "Ollama", baseURL: "http://127.0.0.1:11434/v1", ...LOCAL },
  "lm-studio": { title: "LM Studio", baseURL: "http://127.0.0.1:1234/v1", ...LOCAL },
  vllm: { title: "vLLM", baseURL: "http://127.0.0.1:8000/v1", ...LOCAL },
  "llama.cpp": { title: "llama.cpp", baseURL: "http://127.0.0.1:8080/v1", ...LOCAL },
  "openai-compatible": { title: "the server", ...LOCAL },
  /** @source OpenAI's guide as docs.camel-ai.org quotes it: "high" detail is first fit into 2048 × 2048; read 2026-11 */
  openai: {
    title: "OpenAI",
    protocol: "responses",
    baseURL: "https://api.openai.com/v1",
    keyVariable: "OPENAI_API_KEY",
    maxSide: 2048,
    ...CLOUD,
  },
  /**
   * Models from Opus 4.7 on see up to 2576, for 2.7 times the tokens, which describing a picture does not need.
   * @source Anthropic's vision guide as claudecodecamp.com quotes it: longer sides are shrunk to 1568; read 2026-11
   */
  anthropic: {
    title: "Anthropic",
    protocol: "messages",
    baseURL: "https://api.anthropic.com/v1",
    keyVariable: "ANTHROPIC_API_KEY",
    maxSide: 1568,
    ...CLOUD,
  },
  /**
   * Unsure: older models cut pictures into tiles of 768 px, here two a side; newer ones have a budget of tokens.
   * @source awesomeagents.ai, guide to resolution limits of March 2026; read 2026-11
   */
  google: {
    title: "Google",
    protocol: "gemini",
    baseURL: "https://generativelanguage.googleapis.com/v1beta",
    keyVariable: "GOOGLE_GENERATIVE_AI_API_KEY",
    maxSide: 1536,
    ...CLOUD,
  },
};
