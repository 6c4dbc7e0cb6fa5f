import { errorOfRecord } from "../workers/error-record.js";
import { startWorker } from "../workers/worker-process.js";
import { cancelled, modelEnded } from "./failure.js";
import type { FromHost, HostCall, HostSetup, ToHost } from "./messages.js";

/** The work of one call, as it goes. */
export interface CallWork {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((what: string, done: number, total: number) => void) | undefined;
}

/** The process of one model. It is given one call at a time. */
export interface Child {
  /**
   * Rejects with `cancelled` as soon as the signal aborts. `free` resolves when the process can be called again, or
   * is gone.
   */
  readonly call: (
    call: HostCall,
    work: CallWork,
  ) => { readonly answer: Promise<unknown>; readonly free: Promise<void> };
  /** Ends it at once, and what it works on with `cancelled`; resolves when it is gone. */
  readonly close: () => Promise<void>;
}

interface Current {
  readonly settle: (message: FromHost & { readonly type: "done" | "failed" }) => void;
  readonly fail: (error: Error) => void;
  readonly progress: (message: FromHost & { readonly type: "progress" }) => void;
}

/** Milliseconds that a cancelled call has to end by itself, so that the model stays loaded, before it is killed. */
const GRACE = 1500;

/** Hosts run from their source where this module does. */
const SCRIPT = new URL(`./host.${import.meta.url.endsWith(".ts") ? "ts" : "js"}`, import.meta.url);

/** @param onEnd told once, when the process is gone */
export function startChild(setup: HostSetup, onEnd: () => void): Child {
  const { name } = setup.model;
  let current: Current | undefined;
  let onGone = (): void => {};
  const gone = new Promise<void>((resolve) => {
    onGone = resolve;
  });
  const worker = startWorker<ToHost, FromHost>(SCRIPT, setup, {
    onMessage: (message) => {
      if (message.type === "progress") current?.progress(message);
      else if (message.type !== "ready") current?.settle(message);
    },
    onEnd: (ending) => {
      current?.fail(modelEnded(ending, name));
      onGone();
      onEnd();
    },
  });
  const kill = (): void => {
    worker.hold(true); // somebody waits for its end
    worker.kill();
  };
  return {
    call: (call, work) => {
      worker.hold(true);
      const begun = beginCall(name, work, {
        onCancel: () => worker.send({ type: "cancel" }),
        onOverdue: kill,
        onFree: () => {
          current = undefined;
          worker.hold(false);
        },
      });
      ({ current } = begun);
      worker.send({ type: "call", call });
      return begun;
    },
    close: () => {
      current?.fail(cancelled(name));
      kill();
      return gone;
    },
  };
}

interface CallEvents {
  readonly onCancel: () => void;
  readonly onOverdue: () => void;
  readonly onFree: () => void;
}

function beginCall(
  model: string,
  { signal, onProgress }: CallWork,
  events: CallEvents,
): { readonly current: Current; readonly answer: Promise<unknown>; readonly free: Promise<void> } {
  let overdue: NodeJS.Timeout | undefined;
  let resolve: (value: unknown) => void = () => {};
  let reject: (error: Error) => void = () => {};
  let onFree = (): void => {};
  const answer = new Promise<unknown>((...settlers) => {
    [resolve, reject] = settlers;
  });
  const free = new Promise<void>((settle) => {
    onFree = settle;
  });
  const onAbort = (): void => {
    reject(cancelled(model));
    events.onCancel();
    overdue = setTimeout(events.onOverdue, GRACE);
  };
  const end = (): void => {
    clearTimeout(overdue);
    signal?.removeEventListener("abort", onAbort);
    events.onFree();
    onFree();
  };
  signal?.addEventListener("abort", onAbort, { once: true });
  const current: Current = {
    progress: ({ what, done, total }) => {
      if (signal?.aborted !== true) onProgress?.(what, done, total);
    },
    settle: (message) => {
      if (message.type === "done") resolve(message.result);
      else reject(errorOfRecord(message.error));
      end();
    },
    fail: (error) => {
      reject(error);
      end();
    },
  };
  return { current, answer, free };
}
