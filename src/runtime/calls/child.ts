import type { ImpromptError } from "../../base/error.js";
import { errorOfRecord } from "../workers/error-record.js";
import type { Ending } from "../workers/worker-process.js";
import { startWorker } from "../workers/worker-process.js";
import type { CallSetup, FromHost, ToHost } from "./messages.js";

/** The work of one call, as it goes. */
export interface CallWork {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((what: string, done: number, total: number) => void) | undefined;
}

/** Which process answers calls, and what is said of those that it does not answer. */
export interface CallProcess {
  /** The module that serves them. */
  readonly script: URL;
  /** Its one argument, as JSON. */
  readonly setup: CallSetup;
  readonly cancelled: () => ImpromptError;
  readonly ended: (ending: Ending) => ImpromptError;
}

/** A process that is given one call at a time. */
export interface Child<Call> {
  /**
   * Rejects with `cancelled` as soon as the signal aborts. `free` resolves when the process can be called again, or
   * is gone.
   */
  readonly call: (
    call: Call,
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

/** Milliseconds that a cancelled call has to end by itself, so that what is loaded stays, before it is killed. */
const GRACE = 1500;

/** @param onEnd told once, when the process is gone */
export function startChild<Call>(wanted: CallProcess, onEnd: () => void): Child<Call> {
  let current: Current | undefined;
  let onGone = (): void => {};
  const gone = new Promise<void>((resolve) => {
    onGone = resolve;
  });
  const worker = startWorker<ToHost<Call>, FromHost>(wanted.script, wanted.setup, {
    onMessage: (message) => {
      if (message.type === "progress") current?.progress(message);
      else if (message.type !== "ready") current?.settle(message);
    },
    onEnd: (ending) => {
      current?.fail(wanted.ended(ending));
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
      const begun = beginCall(wanted.cancelled, work, {
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
      current?.fail(wanted.cancelled());
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
  cancelled: () => ImpromptError,
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
    reject(cancelled());
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
