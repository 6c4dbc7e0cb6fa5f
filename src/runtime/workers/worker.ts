import type { Stage } from "../../app/stage.js";
import { recordOfError } from "./error-record.js";
import type { FromWorker, Job, ToWorker, WorkerSetup } from "./messages.js";
import { createRelay } from "./relay.js";
import type { ParentServices } from "./task.js";
import { startWatch } from "./watch.js";

const { limits, maxRssBytes, parent, engines, sight } = JSON.parse(process.argv[2] ?? "") as WorkerSetup;
const watch = startWatch(maxRssBytes, parent);

// Ended by the parent alone, after its own answers, whatever a terminal or a service manager sends to all.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => {});
process.on("disconnect", watch.end);

const tell = (message: FromWorker): void => {
  process.send?.(message, undefined, undefined, () => {}); // a parent that is gone needs no answer
};

const relay = createRelay((id, question) => tell({ type: "ask", id, question }));
const parents: ParentServices = {
  ...(engines ? { engines: relay.engines } : {}),
  ...(sight ? { sight: relay.sight } : {}),
};

async function work(job: Job): Promise<void> {
  watch.setBusy(true);
  let message: FromWorker;
  try {
    const { runJob } = await import("./run-job.js");
    const onStage = (stage: Stage): void => tell({ type: "stage", stage });
    const result = await runJob(job, limits, onStage, parents);
    message = { type: "done", result, rss: process.memoryUsage.rss() };
  } catch (error) {
    message = {
      type: "failed",
      error: recordOfError(error, job.picture.name),
      rss: process.memoryUsage.rss(),
    };
  }
  watch.setBusy(false);
  tell(message);
}

process.on("message", (message) => {
  const told = message as ToWorker;
  if (told.kind === "answer" || told.kind === "refusal") relay.receive(told);
  else void work(told);
});

// All that a job loads lazily is loaded before the first one comes.
await Promise.all([
  import("./run-job.js"),
  import("../../image/decode/open-input.js"),
  import("../../image/decode/index.js"),
  import("../../metadata/read.js"),
]);
tell({ type: "ready", rss: process.memoryUsage.rss() });
