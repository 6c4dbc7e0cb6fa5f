import type { ReadLimits } from "../node.js";
import { errorOfRecord } from "./error-record.js";
import { cancelled, endedUnder } from "./failure.js";
import type { FromWorker, ToWorker, WorkerSetup } from "./messages.js";
import type { ParentServices, Task } from "./task.js";
import { startWorker } from "./worker-process.js";

/** What looks with a model or a detector is in this process or others; none where pictures are only measured. */
export interface SlotLimits extends ParentServices {
  /**
   * Resident memory of one process, in bytes, at which it is ended. It holds some 130 MiB before it has a picture,
   * so that less than 256 MiB refuses ordinary ones.
   */
  readonly maxRssBytes: number;
  readonly limits: ReadLimits;
  /** Milliseconds for one picture, from when a process takes it up. */
  readonly timeoutMs: number;
}

export interface SlotEvents {
  /** It has started, or has done its task, and can take one. */
  readonly onFree: (slot: Slot) => void;
  /** Told once. `started` is false where it never became free. */
  readonly onEnd: (slot: Slot, started: boolean) => void;
}

/** One worker process and the task that it has. */
export interface Slot {
  /** Only while it is free. */
  readonly take: (task: Task) => void;
  /** Ends the process, and its task with `cancelled`, at once; resolves when it is gone. */
  readonly close: () => Promise<void>;
}

/** Milliseconds within which a process must have started. */
const START_TIMEOUT = 60_000;

function setupOf({ limits, maxRssBytes, engines, sight }: SlotLimits): WorkerSetup {
  const has = { engines: engines !== undefined, sight: sight !== undefined };
  return { limits, maxRssBytes, parent: process.pid, ...has };
}

export function openSlot(script: URL, limits: SlotLimits, events: SlotEvents): Slot {
  let task: Task | undefined;
  let restingRss: number | undefined;
  let stopped = false;
  let onGone = (): void => {};
  const gone = new Promise<void>((resolve) => {
    onGone = resolve;
  });
  const stop = (): void => {
    stopped = true;
    worker.hold(true); // somebody waits for its end
    worker.kill();
  };
  /** A process that stays large is replaced, so that the next picture has the room that it may count on. */
  const rest = (rss: number): void => {
    task = undefined;
    restingRss ??= rss;
    if (rss > (restingRss + limits.maxRssBytes) / 2 && rss > restingRss) return stop();
    worker.hold(false);
    events.onFree(slot);
  };
  const receive = (message: FromWorker): void => {
    if (stopped) return;
    if (message.type === "stage") return task?.tell(message.stage);
    if (message.type === "ask") return task?.consult(message.id, message.question, worker.send);
    if (message.type === "ready") clearTimeout(starting);
    if (message.type === "done") task?.succeed(message.result);
    if (message.type === "failed") task?.fail(errorOfRecord(message.error));
    rest(message.rss);
  };
  const worker = startWorker<ToWorker, FromWorker>(script, setupOf(limits), {
    onMessage: receive,
    onEnd: (ending) => {
      clearTimeout(starting);
      stopped = true;
      task?.fail(endedUnder(ending, task.where));
      onGone();
      events.onEnd(slot, restingRss !== undefined);
    },
  });
  const starting = setTimeout(stop, START_TIMEOUT);
  const slot: Slot = {
    take: (next) => {
      task = next;
      next.onInterrupt = stop;
      next.startClock(limits.timeoutMs);
      worker.hold(true);
      worker.send(next.job);
    },
    close: () => {
      task?.fail(cancelled(task.where));
      stop();
      return gone;
    },
  };
  return slot;
}
