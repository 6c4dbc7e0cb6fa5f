import { Worker } from "node:worker_threads";

export interface Watch {
  /** The memory ceiling holds while true; idle, only the parent is watched. */
  readonly setBusy: (busy: boolean) => void;
  /** Ends this process and those that it started, which are of its group; without groups, itself alone. */
  readonly end: () => void;
}

const IDLE = 0;
const BUSY = 1;
const END = 2;

/** Milliseconds between two looks: at a memory that can grow by some MiB in each, and at a parent only. */
const BUSY_INTERVAL = 20;
const IDLE_INTERVAL = 500;

/** Runs beside the main thread, so that it sees what happens while native code or a loop keeps that busy. */
const WATCH = `
const { workerData } = require("node:worker_threads");
const { state, maxRss, parent } = workerData;
for (;;) {
  const seen = Atomics.load(state, 0);
  const large = seen === ${BUSY} && process.memoryUsage.rss() > maxRss;
  if (seen === ${END} || large || process.ppid !== parent) {
    try {
      process.kill(-process.pid, "SIGKILL");
    } catch {
      process.kill(process.pid, "SIGKILL");
    }
  }
  Atomics.wait(state, 0, seen, seen === ${BUSY} ? ${BUSY_INTERVAL} : ${IDLE_INTERVAL});
}
`;

/**
 * Ends this process by SIGKILL as soon as its resident memory passes `maxRss` bytes while it is busy, or when
 * `parent` is no longer its parent.
 */
export function startWatch(maxRss: number, parent: number): Watch {
  const state = new Int32Array(new SharedArrayBuffer(4));
  const thread = new Worker(WATCH, {
    eval: true,
    execArgv: [],
    workerData: { state, maxRss, parent },
    resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 2 },
  });
  thread.unref();
  const set = (now: number): void => {
    Atomics.store(state, 0, now);
    Atomics.notify(state, 0);
  };
  return { setBusy: (busy) => set(busy ? BUSY : IDLE), end: () => set(END) };
}
