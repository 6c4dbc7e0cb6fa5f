import type { DescriberContext } from "../../app/describer.js";
import type { Engines } from "../../app/engine-choice.js";
import type { Stage } from "../../app/stage.js";
import { toImpromptError } from "../../base/error.js";
import type { Sight } from "../../engines/embedded/sight.js";
import { recordOfError } from "./error-record.js";
import { cancelled, tookTooLong } from "./failure.js";
import type { EngineCall, Job, Question, Reply } from "./messages.js";

/** What a worker asks its parent for, because it is there once for all of them. */
export interface ParentServices {
  readonly engines?: Engines;
  readonly sight?: Sight;
}

/** A request on its way: it is settled once, and whatever is said of it later has no effect. */
export interface Task {
  readonly job: Job;
  readonly where: string;
  readonly outcome: Promise<unknown>;
  readonly succeed: (result: unknown) => void;
  readonly fail: (error: unknown) => void;
  readonly tell: (stage: Stage) => void;
  /** Asks engines or eyes. They are stopped when the request is settled, and nothing is answered then. */
  readonly consult: (id: number, question: Question, answer: (reply: Reply) => void) => void;
  /** From here on it has `timeoutMs`. */
  readonly startClock: (timeoutMs: number) => void;
  /** Set by whoever holds it: called when it has been failed from outside, by its signal or its clock. */
  onInterrupt: () => void;
}

/** Milliseconds between two tellings of how far an engine is with one thing. */
const PROGRESS_INTERVAL = 200;

function consultEngines(
  call: EngineCall,
  engines: Engines,
  signal: AbortSignal,
  tell: (stage: Stage) => void,
): Promise<unknown> {
  if (call.method === "readiness") return engines.readiness(...call.args);
  const [id, inputs, options] = call.args;
  let told = { what: "", at: 0 };
  return engines.look(id, inputs, options, {
    signal,
    onProgress: (progress) => {
      const now = performance.now();
      if (told.what === progress.what && now - told.at < PROGRESS_INTERVAL) return;
      told = { what: progress.what, at: now };
      tell({ stage: "looking", engine: id, ...progress });
    },
  });
}

async function consult(
  question: Question,
  { engines, sight }: ParentServices,
  signal: AbortSignal,
  tell: (stage: Stage) => void,
): Promise<unknown> {
  if (question.method === "detect" || question.method === "read") {
    if (sight === undefined) throw new TypeError("this pool has no eyes");
    return sight[question.method](...question.args, signal);
  }
  if (engines === undefined) throw new TypeError("this pool has no engines");
  return consultEngines(question, engines, signal, tell);
}

export function openTask(job: Job, context: DescriberContext, parents: ParentServices): Task {
  const where = job.picture.name;
  let resolve: (result: unknown) => void = () => {};
  let reject: (error: unknown) => void = () => {};
  const outcome = new Promise<unknown>((...settlers) => {
    [resolve, reject] = settlers;
  });
  const ended = new AbortController();
  let settled = false;
  let timer: NodeJS.Timeout | undefined;
  const settle = (): boolean => {
    if (settled) return false;
    settled = true;
    ended.abort();
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
    consult: (id, question, answer) => {
      const reply = (said: Reply): void => void (settled || answer(said));
      consult(question, parents, ended.signal, task.tell).then(
        (value) => reply({ kind: "answer", id, answer: value }),
        (error: unknown) => reply({ kind: "refusal", id, error: recordOfError(error, where) }),
      );
    },
    startClock: (timeoutMs) => {
      timer = setTimeout(() => interrupt(tookTooLong(where)), timeoutMs);
    },
    onInterrupt: () => {},
  };
  return task;
}
