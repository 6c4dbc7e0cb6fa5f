import { ImpromptError } from "../../base/error.js";
import type { Warning } from "../../base/warning.js";
import type { Engine, EngineAnswer, EngineCapabilities, EngineOptions } from "../types.js";
import { ASKED } from "./facets.js";
import type { Look } from "./look.js";
import { readinessOf } from "./readiness.js";
import type { Resolved, VisionLlmPorts, VisionLlmSettings } from "./settings.js";
import { resolveSettings } from "./settings.js";

const CAPABILITIES: EngineCapabilities = {
  facets: ASKED.map(({ facet }) => facet),
  needsWeights: false,
  needsNetwork: true,
};

/** Modes that rank phrases with CLIP; this engine answers them as it answers "best". */
const RANKING = ["fast", "classic", "negative"] as const;

function ignoredOf({ mode, compat, quality, lists, captioner, caption }: EngineOptions): Warning[] {
  const ranking = RANKING.find((name) => name === mode);
  const ignored = [
    ...(ranking === undefined ? [] : [`mode ${ranking}`]),
    ...(compat === undefined ? [] : ["compat"]),
    ...(quality === "turbo" ? ["quality"] : []),
    ...(lists === undefined ? [] : ["lists"]),
    ...(captioner === undefined ? [] : ["captioner"]),
    ...(caption === undefined ? [] : ["caption"]),
  ];
  return ignored.map((option) => ({
    code: "option-ignored",
    message: `a vision model knows no ${option}, which is ignored`,
    where: "vision-llm",
  }));
}

/**
 * Asks a vision model of a server, a local one or a service's, what it sees. Throws `engine-failed` where it gives
 * no usable answer, `invalid-option` at once for settings that cannot be meant. Without settings it is there to say
 * how to set it up. `options.model` is a model of the same server.
 */
export function createVisionLlm(settings: VisionLlmSettings | undefined, ports: VisionLlmPorts): Engine {
  const own = settings === undefined ? undefined : resolveSettings(settings);
  const looks = new Map<string, Promise<Look>>();
  const chosen = (model: string | undefined): Resolved | undefined =>
    own === undefined || model === undefined ? own : { ...own, model };

  const lookWith = (resolved: Resolved): Promise<Look> => {
    const known = looks.get(resolved.model);
    if (known !== undefined) return known;
    const made = import("./look.js").then(({ createLook }) => createLook(resolved, ports));
    looks.set(resolved.model, made);
    return made;
  };

  return {
    id: "vision-llm",
    capabilities: CAPABILITIES,
    readiness: ({ model }) => readinessOf(chosen(model), ports),
    describe: async (inputs, options, { signal, onProgress }) => {
      const resolved = chosen(options.model);
      const cloud = resolved !== undefined && resolved.provider.protocol !== "chat";
      if (resolved === undefined || (cloud && resolved.apiKey === undefined)) {
        const state = await readinessOf(resolved, ports);
        const [reason, hint] = state.ready ? ["no vision model is set up", ""] : [state.reason, state.hint];
        throw new ImpromptError("engine-failed", reason, { where: "vision-llm", hint });
      }
      const look = await lookWith(resolved);
      const { mode = "best", artists = "suggest" } = options;
      const ignored = ignoredOf(options);
      const answers: EngineAnswer[] = [];
      for (const input of inputs) {
        onProgress?.({ what: `asking ${resolved.model}`, done: answers.length, total: inputs.length });
        const answer = await look(input, { mode, artists, signal });
        answers.push({ ...answer, warnings: [...ignored, ...answer.warnings] });
      }
      onProgress?.({ what: `asking ${resolved.model}`, done: answers.length, total: inputs.length });
      return answers;
    },
    close: () => {
      looks.clear();
      return Promise.resolve();
    },
  };
}
