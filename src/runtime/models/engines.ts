import type { Engines, ModelEngineId } from "../../app/engine-choice.js";
import type { Engine, EngineOptions } from "../../engines/types.js";
import { clipPorts } from "./clip-ports.js";
import { cacheFolder } from "./folders.js";
import type { HostsOptions } from "./hosts.js";
import { openHosts } from "./hosts.js";
import { presentModels } from "./present.js";

export interface EnginesOptions extends HostsOptions {
  /** Where models are; the user's own folder unless said. */
  readonly folder?: string;
  /** Where embeddings of phrases are kept; the user's own folder unless said. */
  readonly cache?: string;
  /** Whatever is asked: at most one model in memory. */
  readonly lowMemory?: boolean;
}

type Makers = { readonly [Id in ModelEngineId]: () => Promise<Engine> };

/** The engines that look with a model. Each is loaded when it is first asked, a model when it first works. */
export function openEngines(settings: EnginesOptions = {}): Engines {
  const { folder, cache, lowMemory, ...limits } = settings;
  const makers: Makers = {
    clip: async () => {
      const { createClipEngine } = await import("../../engines/clip/index.js");
      return createClipEngine(
        clipPorts(() => presentModels(folder), openHosts(limits), cache ?? cacheFolder()),
      );
    },
    "vision-llm": async () => (await import("../vision-llm.js")).visionLlmOf(process.env, fetch),
  };
  const made = new Map<ModelEngineId, Promise<Engine>>();
  const engineOf = (id: ModelEngineId): Promise<Engine> => {
    const engine = made.get(id) ?? makers[id]();
    made.set(id, engine);
    return engine;
  };
  const optionsOf = (options: EngineOptions): EngineOptions =>
    lowMemory === true ? { ...options, lowMemory } : options;
  return {
    readiness: async (id, options) => (await engineOf(id)).readiness(optionsOf(options)),
    look: async (id, inputs, options, context) =>
      (await engineOf(id)).describe(inputs, optionsOf(options), context),
    close: async () => {
      const engines = await Promise.allSettled(made.values());
      await Promise.all(
        engines.map(async (each) => {
          if (each.status === "fulfilled") await each.value.close();
        }),
      );
    },
  };
}
