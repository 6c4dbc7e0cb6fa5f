import { ImpromptError } from "../../base/error.js";
import type { Chosen } from "../../engines/clip/choose-model.js";
import { chooseModels, pullHint } from "../../engines/clip/choose-model.js";
import type { EngineOptions } from "../../engines/types.js";
import type { Captioner, Clip } from "../../models/types.js";
import { captionerOf, clipOf } from "./clip-proxy.js";
import type { HostsOptions } from "./hosts.js";
import { openHosts } from "./hosts.js";
import { presentModels } from "./present.js";

export interface ModelsOptions extends HostsOptions {
  /** Where the models are; the user's own folder unless said. */
  readonly folder?: string;
}

/** Models whose work happens in child processes; one process a model, started when it is first asked. */
export interface OpenedModels {
  /**
   * The CLIP model of this name, or the best that is here. `countTokens` works in this process; all else in the child.
   *
   * @throws ImpromptError `model-missing`, whose sentence says how to get it, `model-unknown`
   */
  readonly clip: (name?: string) => Promise<Clip>;
  /** The captioner of this name, or the best that is here. @throws ImpromptError `model-missing`, `model-unknown` */
  readonly captioner: (name?: string) => Promise<Captioner>;
  /** Ends all work with `cancelled`, and every process. */
  readonly close: () => Promise<void>;
}

function missing(chosen: Chosen, options: EngineOptions): ImpromptError {
  const names = chosen.missing.map(({ name }) => name).join(" and ");
  return new ImpromptError("model-missing", `the weights of ${names} are not on this machine`, {
    hint: `${pullHint(chosen, options)}.`,
  });
}

/** Nothing is read or started before a model is asked for. */
export function openModels(options: ModelsOptions = {}): Promise<OpenedModels> {
  const { folder, ...limits } = options;
  const hosts = openHosts(limits);
  const choose = async (wanted: EngineOptions): Promise<Chosen> =>
    chooseModels(await presentModels(folder), wanted);
  return Promise.resolve({
    clip: async (name) => {
      const wanted: EngineOptions = { caption: "", ...(name === undefined ? {} : { model: name }) };
      const chosen = await choose(wanted);
      if (chosen.clip === undefined) throw missing(chosen, wanted);
      return clipOf(hosts.of(chosen.clip));
    },
    captioner: async (name) => {
      const wanted: EngineOptions = {
        mode: "caption",
        ...(name === undefined ? {} : { captioner: name }),
      };
      const chosen = await choose(wanted);
      if (chosen.captioner === undefined) throw missing(chosen, wanted);
      return captionerOf(hosts.of(chosen.captioner));
    },
    close: hosts.close,
  });
}
