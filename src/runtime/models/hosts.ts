import { totalmem } from "node:os";
import type { LocatedModel } from "../../models/store/located.js";
import type { HostLimits, ModelHost } from "./model-host.js";
import { openModelHost } from "./model-host.js";

export interface HostsOptions {
  /** Milliseconds without work after which a model is unloaded; five minutes unless said. */
  readonly keepAliveMs?: number;
  /** Resident memory of one model's process, in bytes, at which it is ended; most of the machine's unless said. */
  readonly maxRssBytes?: number;
}

/** The hosts of models, each once. */
export interface Hosts {
  readonly of: (model: LocatedModel) => ModelHost;
  /** Ends all work with `cancelled`, and every process. */
  readonly close: () => Promise<void>;
}

const KEEP_ALIVE_MS = 5 * 60_000;

/** What is left over is the system's, and that of the process that asks. */
const SHARE = 0.85;

function memoryOfMachine(): number {
  const allowed = process.constrainedMemory();
  return allowed > 0 ? Math.min(allowed, totalmem()) : totalmem();
}

export function openHosts({ keepAliveMs, maxRssBytes }: HostsOptions): Hosts {
  const limits: HostLimits = {
    keepAliveMs: keepAliveMs ?? KEEP_ALIVE_MS,
    maxRssBytes: maxRssBytes ?? Math.floor(memoryOfMachine() * SHARE),
  };
  const hosts = new Map<string, ModelHost>();
  return {
    of: (model) => {
      const key = `${model.folder}\n${model.fingerprint}`;
      const host = hosts.get(key) ?? openModelHost(model, limits);
      hosts.set(key, host);
      return host;
    },
    close: async () => {
      await Promise.all([...hosts.values()].map((host) => host.unload()));
    },
  };
}
