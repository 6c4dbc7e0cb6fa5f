import type { LocatedModel } from "../../models/store/located.js";
import { openCallHost } from "../calls/call-host.js";
import type { CallWork } from "../calls/child.js";
import { cancelled, modelEnded } from "./failure.js";
import type { HostCall, HostCalls, HostSetup } from "./messages.js";

export interface HostLimits {
  /** Milliseconds without work after which the process is ended. */
  readonly keepAliveMs: number;
  /** Resident memory in bytes at which it is ended. */
  readonly maxRssBytes: number;
}

/** One model in a process of its own, which starts with the first call and again after it has ended. */
export interface ModelHost {
  readonly model: LocatedModel;
  /**
   * Calls are answered in their order, one at a time. Progress is told in words with a count.
   *
   * @throws ImpromptError what the model throws, `cancelled` at once, `model-failed` where its process ended under it
   */
  readonly run: <Kind extends keyof HostCalls>(
    call: { readonly kind: Kind } & HostCalls[Kind]["ask"],
    work?: CallWork,
  ) => Promise<HostCalls[Kind]["answer"]>;
  /** Ends the process, and all calls with `cancelled`; the next call starts another. */
  readonly unload: () => Promise<void>;
}

/** Hosts run from their source where this module does. */
const SCRIPT = new URL(`./host.${import.meta.url.endsWith(".ts") ? "ts" : "js"}`, import.meta.url);

export function openModelHost(model: LocatedModel, { keepAliveMs, maxRssBytes }: HostLimits): ModelHost {
  const setup: HostSetup = { model, maxRssBytes, parent: process.pid };
  const { run, unload } = openCallHost<HostCall>(
    {
      script: SCRIPT,
      setup,
      cancelled: () => cancelled(model.name),
      ended: (ending) => modelEnded(ending, model.name),
    },
    keepAliveMs,
  );
  return { model, run: run as ModelHost["run"], unload };
}
