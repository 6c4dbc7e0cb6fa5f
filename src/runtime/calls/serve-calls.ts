import { ImpromptError } from "../../base/error.js";
import type { ErrorRecord } from "../workers/error-record.js";
import { startWatch } from "../workers/watch.js";
import type { CallSetup, FromHost, ToHost } from "./messages.js";

/** The work of one call, as the process that does it sees it. */
export interface ServedWork {
  readonly signal: AbortSignal;
  readonly tell: (what: string, done: number, total: number) => void;
}

/** What this process was started with. */
export function callSetup<Setup extends CallSetup>(): Setup {
  return JSON.parse(process.argv[2] ?? "") as Setup;
}

/** Answers the calls of the parent, one at a time, until the parent ends this process. */
export function serveCalls<Call>(
  { maxRssBytes, parent }: CallSetup,
  answer: (call: Call, work: ServedWork) => Promise<unknown>,
  recordOf: (error: unknown) => ErrorRecord,
): void {
  const watch = startWatch(maxRssBytes, parent);
  let running: AbortController | undefined;

  // Ended by the parent alone, whatever a terminal or a service manager sends to all.
  process.on("SIGINT", () => {});
  process.on("SIGTERM", () => {});
  process.on("disconnect", watch.end);

  const tell = (message: FromHost): void => {
    process.send?.(message, undefined, undefined, () => {}); // a parent that is gone needs no answer
  };
  const work = async (call: Call): Promise<void> => {
    watch.setBusy(true);
    const controller = new AbortController();
    running = controller;
    let message: FromHost;
    try {
      const result = await answer(call, {
        signal: controller.signal,
        tell: (what, done, total) => tell({ type: "progress", what, done, total }),
      });
      message = { type: "done", result };
    } catch (error) {
      message = { type: "failed", error: recordOf(error) };
    }
    running = undefined;
    watch.setBusy(false);
    tell(message);
  };
  process.on("message", (message) => {
    const asked = message as ToHost<Call>;
    if (asked.type === "call") void work(asked.call);
    else running?.abort(new ImpromptError("cancelled", "the work of this call was cancelled"));
  });
  tell({ type: "ready" });
}
