import type { CallProcess, CallWork, Child } from "./child.js";
import { startChild } from "./child.js";

/** A process that starts with the first call, and again after it has ended. */
export interface CallHost<Call> {
  /**
   * Calls are answered in their order, one at a time.
   *
   * @throws ImpromptError what the process throws, `cancelled` at once, and what is said where it ended under a call
   */
  readonly run: (call: Call, work?: CallWork) => Promise<unknown>;
  /** Ends the process, and all calls with `cancelled`; the next call starts another. */
  readonly unload: () => Promise<void>;
}

/** @param keepAliveMs milliseconds without work after which the process is ended */
export function openCallHost<Call>(wanted: CallProcess, keepAliveMs: number): CallHost<Call> {
  let child: Child<Call> | undefined;
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
  const start = (): Child<Call> => {
    const started = startChild<Call>(wanted, () => {
      if (child === started) child = undefined;
    });
    return started;
  };
  /** Resolves when the process can take the next call. */
  const begin = (call: Call, work: CallWork, settle: (answer: Promise<unknown>) => void): Promise<void> => {
    clearTimeout(idle);
    child ??= start();
    const { answer, free } = child.call(call, work);
    settle(answer);
    return free.then(() => {
      idle = setTimeout(() => void unload(), keepAliveMs).unref();
    });
  };
  /** Waits for its turn, which an abort takes back at once. */
  const run = (call: Call, { signal, onProgress }: CallWork = {}): Promise<unknown> => {
    const ended = unloads.signal;
    const stops = signal === undefined ? ended : AbortSignal.any([signal, ended]);
    if (stops.aborted) return Promise.reject(wanted.cancelled());
    return new Promise((resolve, reject) => {
      const onAbort = (): void => reject(wanted.cancelled());
      stops.addEventListener("abort", onAbort, { once: true });
      last = last.then(() => {
        stops.removeEventListener("abort", onAbort);
        return stops.aborted ? undefined : begin(call, { signal, onProgress }, resolve);
      });
    });
  };
  return { run, unload };
}
