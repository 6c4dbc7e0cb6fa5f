import type { OnStage } from "../../../app/stage.js";
import { toProblem } from "../../problem.js";
import type { EventStream } from "./event-stream.js";
import { openEventStream } from "./event-stream.js";

const PING_MS = 15_000;

/**
 * The work as a stream: "stage" for each stage, then "done" with what it came to, or "problem". The stream opens
 * with the first stage, or after 15 seconds of waiting; what fails before is thrown, so that it has its own status.
 * A reader who goes away ends the work.
 */
export function streamStages(
  path: string,
  client: AbortSignal,
  work: (signal: AbortSignal, onStage: OnStage) => Promise<object>,
): Promise<Response> {
  const gone = new AbortController();
  return new Promise((resolve, reject) => {
    let stream: EventStream | undefined;
    const open = (): EventStream => {
      stream ??= openEventStream(() => gone.abort());
      resolve(stream.response);
      return stream;
    };
    const pings = setInterval(() => open().ping(), PING_MS);
    const onStage: OnStage = (stage) => open().send("stage", stage);
    work(AbortSignal.any([client, gone.signal]), onStage)
      .then(
        (done) => open().send("done", done),
        (error: unknown) => {
          if (stream === undefined) reject(error as Error);
          else stream.send("problem", toProblem(error, path));
        },
      )
      .finally(() => {
        clearInterval(pings);
        stream?.close();
      });
  });
}
