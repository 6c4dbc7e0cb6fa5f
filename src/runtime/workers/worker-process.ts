import type { ChildProcess } from "node:child_process";
import { fork } from "node:child_process";
import { createRequire } from "node:module";
import { setPriority } from "node:os";
import { fileURLToPath } from "node:url";
import { childEnvironment } from "./child-environment.js";

/** Why a worker process is gone: it met the memory ceiling, it crashed, or it could not be started. */
export type Ending = "memory" | "crash" | "unstarted";

export interface WorkerProcess<To extends object> {
  readonly send: (message: To) => void;
  /** Ends it and every process that it started, at once. `onEnd` is told. */
  readonly kill: () => void;
  /** Whether it keeps this process alive; it does from the start. */
  readonly hold: (held: boolean) => void;
}

export interface WorkerEvents<From> {
  readonly onMessage: (message: From) => void;
  /** Told once, when the process is gone. */
  readonly onEnd: (ending: Ending) => void;
}

/** As nice(1) counts: 0 is usual, 19 the most yielding. */
const NICENESS = 5;

/**
 * Starts the module `script`, which may be a TypeScript source: under tsx and vitest it is. Its one argument is
 * `setup` as JSON.
 */
export function startWorker<To extends object, From>(
  script: URL,
  setup: { readonly maxRssBytes: number },
  events: WorkerEvents<From>,
): WorkerProcess<To> {
  const child = fork(fileURLToPath(script), [JSON.stringify(setup)], {
    serialization: "advanced",
    // A group of its own: killed as a whole, and out of reach of a terminal's Ctrl-C.
    detached: process.platform !== "win32",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    env: childEnvironment(process.env),
    execArgv: [
      `--max-old-space-size=${Math.ceil(setup.maxRssBytes / 2 ** 20)}`,
      ...(script.pathname.endsWith(".ts") ? ["--import", loaderOfSources()] : []),
    ],
  });
  yieldToServer(child);
  let ended = false;
  const end = (ending: Ending): void => {
    if (ended) return;
    ended = true;
    killGroup(child); // what a crashed worker had started
    events.onEnd(ending);
  };
  // The worker's watch and the kernel, where memory runs out, both end it by SIGKILL; nobody else does unasked.
  child.on("exit", (_, signal) => end(signal === "SIGKILL" ? "memory" : "crash"));
  child.on("error", () => {
    if (child.pid === undefined) end("unstarted");
  });
  child.on("message", (message) => events.onMessage(message as From));
  return {
    send: (message) => void child.send(message, () => {}), // where it fails, the end of the process says so
    kill: () => killGroup(child),
    hold: (held) => {
      if (held) child.ref();
      else child.unref();
      if (held) child.channel?.ref();
      else child.channel?.unref();
    },
  };
}

/** Pictures give way to answers: where all cores are busy, the server that hands them out comes first. */
function yieldToServer(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    setPriority(child.pid, NICENESS);
  } catch {
    // it is gone already, or this platform has no say in it
  }
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    child.kill("SIGKILL"); // no groups on this platform, or nobody left in it
  }
}

function loaderOfSources(): string {
  return createRequire(import.meta.url).resolve("tsx");
}
