import { spawn } from "node:child_process";
import { ImpromptError } from "../../base/error.js";
import { timedOut } from "./failure.js";

export interface SandboxTask {
  /** CommonJS text that reads standard input and writes its answer to standard output. */
  readonly code: string;
  /** Seen by the code as `process.argv.slice(1)`. */
  readonly args: readonly string[];
  readonly input: Uint8Array;
  /** Longest answer, in bytes; more ends the process. */
  readonly maxOutput: number;
}

export interface SandboxLimits {
  readonly name: string;
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
}

/** Exit status by which the code says that it met its memory limit. */
export const OUT_OF_MEMORY = 77;

/**
 * Runs code in a process of its own, which can be killed while native or wasm code is busy and takes its memory
 * with it. Its standard error is dropped. The process never outlives the promise.
 *
 * @throws ImpromptError `decode-timeout`, `cancelled`, `input-too-large` (memory); a plain `Error` otherwise
 */
export async function runInSandbox(task: SandboxTask, limits: SandboxLimits): Promise<Uint8Array> {
  if (limits.signal?.aborted === true) throw cancelled(limits.name);
  const child = spawn(process.execPath, ["--no-warnings", "-e", task.code, ...task.args], {
    stdio: ["pipe", "pipe", "ignore"],
    windowsHide: true,
  });
  const chunks: Uint8Array[] = [];
  let received = 0;
  let stopped: Error | undefined;
  const stop = (why: Error): void => {
    stopped ??= why;
    child.kill("SIGKILL");
  };
  const onAbort = (): void => stop(cancelled(limits.name));
  const timer = setTimeout(() => stop(timedOut(limits.name)), limits.timeoutMs);
  limits.signal?.addEventListener("abort", onAbort, { once: true });
  child.stdout.on("data", (chunk: Uint8Array) => {
    received += chunk.length;
    if (received > task.maxOutput) stop(new Error("the decoder wrote more than the picture can hold"));
    else chunks.push(chunk);
  });
  child.stdin.on("error", () => {}); // a child that ends early says why by its exit status
  child.stdin.end(task.input);
  try {
    const status = await new Promise<number | null>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", (code) => resolve(code));
    });
    if (stopped !== undefined) throw stopped;
    if (status === OUT_OF_MEMORY) throw outOfMemory(limits.name);
    if (status !== 0) throw new Error(`the decoder ended with status ${status}`);
    return Buffer.concat(chunks, received);
  } finally {
    clearTimeout(timer);
    limits.signal?.removeEventListener("abort", onAbort);
  }
}

export function cancelled(name: string): ImpromptError {
  return new ImpromptError("cancelled", "decoding was cancelled", { where: name });
}

function outOfMemory(name: string): ImpromptError {
  return new ImpromptError("input-too-large", "decoding this picture needs more memory than it is allowed", {
    where: name,
    hint: "Make the picture smaller or simpler first.",
  });
}
