import { ImpromptError } from "../../base/error.js";
import { recordOfError } from "../workers/error-record.js";
import { startWatch } from "../workers/watch.js";
import type { FromHost, HostCall, HostSetup, ToHost } from "./messages.js";
import { openModel } from "./open-model.js";

/** The process of one model: it is loaded with the first call, and stays until the parent ends this process. */

const { model, maxRssBytes, parent } = JSON.parse(process.argv[2] ?? "") as HostSetup;
const watch = startWatch(maxRssBytes, parent);
const answer = openModel(model);
let running: AbortController | undefined;

// Ended by the parent alone, whatever a terminal or a service manager sends to all.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => {});
process.on("disconnect", watch.end);

const tell = (message: FromHost): void => {
  process.send?.(message, undefined, undefined, () => {}); // a parent that is gone needs no answer
};

async function work(call: HostCall): Promise<void> {
  watch.setBusy(true);
  const controller = new AbortController();
  running = controller;
  let message: FromHost;
  try {
    const progress = (what: string, done: number, total: number): void =>
      tell({ type: "progress", what, done, total });
    const result = await answer(call, {
      signal: controller.signal,
      tell: progress,
      onProgress: ({ what, done, total }) => progress(what, done, total),
    });
    message = { type: "done", result };
  } catch (error) {
    message = { type: "failed", error: recordOfError(error, model.name) };
  }
  running = undefined;
  watch.setBusy(false);
  tell(message);
}

process.on("message", (message) => {
  const asked = message as ToHost;
  if (asked.type === "call") void work(asked.call);
  else running?.abort(new ImpromptError("cancelled", "the work of this model was cancelled"));
});
tell({ type: "ready" });
