import type { DescriberContext } from "../../app/describer.js";
import { cancelled, unstarted } from "./failure.js";
import type { Job } from "./messages.js";
import type { Slot, SlotLimits } from "./slot.js";
import { openSlot } from "./slot.js";
import type { Task } from "./task.js";
import { openTask } from "./task.js";

export interface WorkerPool {
  /** What the worker answered. @throws ImpromptError the worker's, `cancelled`, `decode-timeout`, how it ended */
  readonly run: (job: Job, context: DescriberContext) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

export interface PoolLimits extends SlotLimits {
  /** Pictures worked on at once, each in a process of its own; 1 or more. */
  readonly processes: number;
}

interface State {
  readonly script: URL;
  readonly limits: PoolLimits;
  readonly waiting: Task[];
  readonly slots: Set<Slot>;
  readonly starting: Set<Slot>;
  /** Free ones and when each is ended; the last one that was used is taken first. */
  readonly free: Map<Slot, NodeJS.Timeout>;
  failedStarts: number;
  closed: boolean;
}

/** Milliseconds without work after which a process is ended, the last one excepted. */
const IDLE_TIMEOUT = 60_000;
/** Starts that fail one after another before the requests that wait are told so. */
const MAX_FAILED_STARTS = 3;

/** Runs jobs in processes of `script`, first come, first served; each process has one job at a time. */
export function createWorkerPool(script: URL, limits: PoolLimits): WorkerPool {
  const state: State = {
    script,
    limits,
    waiting: [],
    slots: new Set(),
    starting: new Set(),
    free: new Map(),
    failedStarts: 0,
    closed: false,
  };
  startSlot(state);
  return {
    run: (job, context) => run(state, job, context),
    close: () => close(state),
  };
}

async function run(state: State, job: Job, context: DescriberContext): Promise<unknown> {
  if (state.closed || context.signal.aborted) throw cancelled(job.picture.name);
  const task = openTask(job, context, state.limits);
  task.onInterrupt = () => state.waiting.splice(state.waiting.indexOf(task), 1);
  state.waiting.push(task);
  assign(state);
  return task.outcome;
}

/** Gives what waits to what is free, and starts processes for the rest as far as there may be. */
function assign(state: State): void {
  const { waiting, free, slots, starting, limits } = state;
  while (waiting.length > 0 && free.size > 0) {
    const [slot, timer] = [...free].at(-1) as [Slot, NodeJS.Timeout];
    free.delete(slot);
    clearTimeout(timer);
    slot.take(waiting.shift() as Task);
  }
  while (starting.size < waiting.length && slots.size < limits.processes) startSlot(state);
}

function startSlot(state: State): void {
  const slot = openSlot(state.script, state.limits, {
    onFree: (freed) => onFree(state, freed),
    onEnd: (ended, started) => onEnd(state, ended, started),
  });
  state.slots.add(slot);
  state.starting.add(slot);
}

function onFree(state: State, slot: Slot): void {
  if (state.starting.delete(slot)) state.failedStarts = 0;
  const retire = (): void => {
    if (state.slots.size === 1 || !state.free.delete(slot)) return;
    void slot.close();
  };
  state.free.set(slot, setTimeout(retire, IDLE_TIMEOUT).unref());
  assign(state);
}

function onEnd(state: State, slot: Slot, started: boolean): void {
  state.slots.delete(slot);
  state.starting.delete(slot);
  clearTimeout(state.free.get(slot));
  state.free.delete(slot);
  if (state.closed) return;
  if (!started) state.failedStarts += 1;
  if (state.failedStarts >= MAX_FAILED_STARTS) {
    state.failedStarts = 0;
    for (const task of state.waiting.splice(0)) task.fail(unstarted(task.where));
  }
  assign(state);
  if (started && state.slots.size === 0) startSlot(state);
}

async function close(state: State): Promise<void> {
  state.closed = true;
  for (const task of state.waiting.splice(0)) task.fail(cancelled(task.where));
  await Promise.all([...state.slots].map((slot) => slot.close()));
}
