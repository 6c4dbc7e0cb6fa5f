import type { LocatedModel } from "../../models/store/located.js";
import type { CallWork, Child } from "./child.js";
import { startChild } from "./child.js";
import { cancelled } from "./failure.js";
import type { HostCall, HostCalls } from "./messages.js";

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

export function openModelHost(model: LocatedModel, limits: HostLimits): ModelHost {
  const setup = { model, maxRssBytes: limits.maxRssBytes, parent: process.pid };
  let child: Child | undefined;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<void> = Promise.resolve();
  let unloads = new AbortController();
  const unload = async (): Promise<void> => {
    clearTimeout(idle);
    unloads.abort();
    unloads = new AbortController();
    const ending = child;
    child = undefined; // a call that comes while it ends gets another
    await ending?.close();
  };
  const start = (): Child => {
    const started = startChild(setup, () => {
      if (child === started) child = undefined;
    });
    return started;
  };
  /** Resolves when the process can take the next call. */
  const begin = (
    call: HostCall,
    work: CallWork,
    settle: (answer: Promise<unknown>) => void,
  ): Promise<void> => {
    clearTimeout(idle);
    child ??= start();
    const { answer, free } = child.call(call, work);
    settle(answer);
    return free.then(() => {
      idle = setTimeout(() => void unload(), limits.keepAliveMs).unref();
    });
  };
  /** Waits for its turn, which an abort takes back at once. */
  const run = (call: HostCall, { signal, onProgress }: CallWork = {}): Promise<unknown> => {
    const ended = unloads.signal;
    const stops = signal === undefined ? ended : AbortSignal.any([signal, ended]);
    if (stops.aborted) return Promise.reject(cancelled(model.name));
    return new Promise((resolve, reject) => {
      const onAbort = (): void => reject(cancelled(model.name));
      stops.addEventListener("abort", onAbort, { once: true });
      last = last.then(() => {
        stops.removeEventListener("abort", onAbort);
        return stops.aborted ? undefined : begin(call, { signal, onProgress }, resolve);
      });
    });
  };
  return { model, run: run as ModelHost["run"], unload };
}
