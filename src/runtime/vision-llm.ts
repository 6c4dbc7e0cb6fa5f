import type { ImpromptError } from "../base/error.js";
import { toImpromptError } from "../base/error.js";
import type { Engine } from "../engines/types.js";
import { createVisionLlm } from "../engines/vision-llm/index.js";
import type { VisionLlmPorts } from "../engines/vision-llm/settings.js";
import type { VisionLlmEnvironment } from "./vision-llm-settings.js";
import { settingsFromEnvironment } from "./vision-llm-settings.js";

/** Below it Qwen-VL's servers fail. @source github.com/ollama/ollama issues 11297 and 13113, read 2026-11 */
const LEAST_SIDE = 32;

/** Strong enough that words stay legible and grain stays grain. */
const QUALITY = 90;

const encode: VisionLlmPorts["encode"] = async ({ width, height, data }, { maxSide, mediaType }) => {
  const { default: sharp } = await import("sharp");
  const scale = Math.min(1, maxSide / Math.max(width, height));
  const side = (pixels: number): number => Math.max(LEAST_SIDE, Math.round(pixels * scale));
  const shrunk = sharp(data, { raw: { width, height, channels: 3 } }).resize(side(width), side(height), {
    fit: "fill",
  });
  const encoded =
    mediaType === "image/webp"
      ? shrunk.webp({ quality: QUALITY })
      : shrunk.jpeg({ quality: QUALITY, chromaSubsampling: "4:4:4" });
  return encoded.toBuffer();
};

/** Says at every use what is wrong with the settings: nobody who asks for something else has to hear of it. */
function unusable(error: ImpromptError, ports: VisionLlmPorts): Engine {
  return {
    ...createVisionLlm(undefined, ports),
    readiness: () =>
      Promise.resolve({
        ready: false,
        reason: error.where === undefined ? error.message : `${error.where}: ${error.message}`,
        hint: error.hint ?? "",
      }),
    describe: () => Promise.reject(error),
  };
}

/** The vision model that the environment names; it never throws, a setting that cannot be meant is told when it is used. */
export function visionLlmOf(environment: VisionLlmEnvironment, fetch: VisionLlmPorts["fetch"]): Engine {
  // The library says on the console what a model does not take; nothing here depends on it.
  Object.assign(globalThis, { AI_SDK_LOG_WARNINGS: false });
  const ports = { fetch, encode };
  try {
    return createVisionLlm(settingsFromEnvironment(environment), ports);
  } catch (error) {
    return unusable(toImpromptError(error, "vision-llm"), ports);
  }
}
