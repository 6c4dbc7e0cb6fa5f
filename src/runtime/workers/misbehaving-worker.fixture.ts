import { spawn } from "node:child_process";
import type { FromWorker, Job, WorkerSetup } from "./messages.js";
import { startWatch } from "./watch.js";

const { maxRssBytes, parent } = JSON.parse(process.argv[2] ?? "") as WorkerSetup;
const watch = startWatch(maxRssBytes, parent);
const kept: Buffer[] = [];

function tell(message: FromWorker): void {
  process.send?.(message);
}

/** Keeps its main thread to itself, so that only what watches from outside can end it. */
function eatMemory(): never {
  for (;;) kept.push(Buffer.alloc(2 ** 20, 1));
}

function startGrandchild(): number {
  const busy = "process.stdin.resume(); for (;;) {}";
  return spawn(process.execPath, ["-e", busy], { stdio: ["pipe", "pipe", "ignore"] }).pid ?? 0;
}

/** A worker that does what the picture's name says. */
process.on("message", (message) => {
  const { name } = (message as Job).picture;
  watch.setBusy(true);
  const rss = process.memoryUsage.rss();
  if (name === "eats-memory") eatMemory();
  if (name === "crashes") process.kill(process.pid, "SIGSEGV");
  if (name === "aborts") process.abort();
  if (name === "never-ends") for (;;);
  if (name === "has-child" || name === "has-child-and-crashes") {
    const result = startGrandchild();
    const stage = { stage: "fused", terms: result } as const;
    tell({ type: "stage", stage });
    if (name === "has-child-and-crashes") setTimeout(() => process.abort(), 100);
    return;
  }
  if (name === "keeps-memory") kept.push(Buffer.alloc(200 * 2 ** 20, 1));
  tell({ type: "done", result: process.pid, rss: name === "keeps-memory" ? process.memoryUsage.rss() : rss });
});

if (process.env["LC_IMPROMPT_TEST"] === "no-start") process.exit(3);
tell({ type: "ready", rss: process.memoryUsage.rss() });
