import type { LanguageModel } from "ai";
import type { Resolved, VisionLlmPorts } from "./settings.js";

/**
 * A key is sent to the host it is meant for and to no other: redirects are answers, not followed. (Browsers and
 * Node take `Authorization` off on the way to another host, but no header of a vendor's own.)
 */
function stayingThere(ports: VisionLlmPorts): VisionLlmPorts["fetch"] {
  return (input, init) => ports.fetch(input, { ...init, redirect: "manual" });
}

/**
 * The model behind one of the four protocols. Address and key are always given, since the libraries look into the
 * environment for what is not.
 */
export async function openModel(settings: Resolved, ports: VisionLlmPorts): Promise<LanguageModel> {
  const { provider, baseURL, model, apiKey } = settings;
  const fetch = stayingThere(ports);
  switch (provider.protocol) {
    case "chat": {
      const { createOpenAICompatible } = await import("@ai-sdk/openai-compatible");
      return createOpenAICompatible({
        name: "server",
        baseURL,
        fetch,
        supportsStructuredOutputs: true,
        ...(apiKey === undefined ? {} : { apiKey }),
      })(model);
    }
    case "responses": {
      const { createOpenAI } = await import("@ai-sdk/openai");
      return createOpenAI({ baseURL, fetch, apiKey: apiKey ?? "" })(model);
    }
    case "messages": {
      const { createAnthropic } = await import("@ai-sdk/anthropic");
      return createAnthropic({ baseURL, fetch, apiKey: apiKey ?? "" })(model);
    }
    case "gemini": {
      const { createGoogleGenerativeAI } = await import("@ai-sdk/google");
      return createGoogleGenerativeAI({ baseURL, fetch, apiKey: apiKey ?? "" })(model);
    }
  }
}
