import { createParser } from "eventsource-parser";
import type { Description } from "../app/describe.js";
import type { OnStage, Stage } from "../app/stage.js";
import type { ImpromptError } from "../base/error.js";
import { errorOfProblem } from "./problem.js";
import { lost } from "./send.js";

/** Reads a stream of stages to its end. @throws ImpromptError as the server says, `cancelled`, `url-failed` */
export async function readStages(
  answer: Response,
  onStage: OnStage,
  signal: AbortSignal | undefined,
): Promise<Description> {
  let done: Description | undefined;
  let failed: ImpromptError | undefined;
  const parser = createParser({
    onEvent: ({ event, data }) => {
      const value: unknown = JSON.parse(data);
      if (event === "stage") onStage(value as Stage);
      else if (event === "done") done = value as Description;
      else if (event === "problem") failed = errorOfProblem(value);
    },
  });
  const decoder = new TextDecoder();
  const reader = answer.body?.getReader();
  try {
    for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
      parser.feed(decoder.decode(part.value, { stream: true }));
    }
  } catch (cause) {
    throw lost(cause, signal, "the answer broke off");
  }
  if (failed !== undefined) throw failed;
  if (done === undefined) throw lost(undefined, signal, "the answer broke off");
  return done;
}
