import type { DescriberContext } from "../../app/describer.js";
import type { Stage } from "../../app/stage.js";
import { toImpromptError } from "../../base/error.js";
import { cancelled, tookTooLong } from "./failure.js";
import type { Job } from "./messages.js";

/** A request on its way: it is settled once, and whatever is said of it later has no effect. */
export interface Task {
  readonly job: Job;
  readonly where: string;
  readonly outcome: Promise<unknown>;
  readonly succeed: (result: unknown) => void;
  readonly fail: (error: unknown) => void;
  readonly tell: (stage: Stage) => void;
  /** From here on it has `timeoutMs`. */
  readonly startClock: (timeoutMs: number) => void;
  /** Set by whoever holds it: called when it has been failed from outside, by its signal or its clock. */
  onInterrupt: () => void;
}

export function openTask(job: Job, context: DescriberContext): Task {
  const where = job.picture.name;
  let resolve: (result: unknown) => void = () => {};
  let reject: (error: unknown) => void = () => {};
  const outcome = new Promise<unknown>((...settlers) => {
    [resolve, reject] = settlers;
  });
  let settled = false;
  let timer: NodeJS.Timeout | undefined;
  const settle = (): boolean => {
    if (settled) return false;
    settled = true;
    clearTimeout(timer);
    context.signal.removeEventListener("abort", onAbort);
    return true;
  };
  const interrupt = (error: unknown): void => {
    if (!settle()) return;
    reject(toImpromptError(error, where));
    task.onInterrupt();
  };
  const onAbort = (): void => interrupt(cancelled(where));
  context.signal.addEventListener("abort", onAbort, { once: true });
  const task: Task = {
    job,
    where,
    outcome,
    succeed: (result) => void (settle() && resolve(result)),
    fail: (error) => void (settle() && reject(toImpromptError(error, where))),
    tell: (stage) => {
      try {
        if (!settled) context.onStage?.(stage);
      } catch (error) {
        interrupt(error);
      }
    },
    startClock: (timeoutMs) => {
      timer = setTimeout(() => interrupt(tookTooLong(where)), timeoutMs);
    },
    onInterrupt: () => {},
  };
  return task;
}
