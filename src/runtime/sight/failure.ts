import { ImpromptError } from "../../base/error.js";
import type { Ending } from "../workers/worker-process.js";

const WITHOUT = "Describe the picture with --no-detector to go without it.";

export function cancelled(): ImpromptError {
  return new ImpromptError("cancelled", "looking for people, objects and text was cancelled");
}

/** What a call is told whose process ended under it. */
export function sightEnded(ending: Ending): ImpromptError {
  switch (ending) {
    case "memory":
      return new ImpromptError("engine-failed", "the detector needs more memory than it may have", {
        hint: `Close other programs and try again. ${WITHOUT}`,
      });
    case "crash":
      return new ImpromptError("engine-failed", "the process of the detector ended by itself", {
        hint: WITHOUT,
      });
    case "unstarted":
      return new ImpromptError("engine-failed", "no process could be started for the detector", {
        hint: `Check that this machine has memory and processes to spare. ${WITHOUT}`,
      });
  }
}

/** What a package throws, in our words. */
export function sightFailed(error: unknown): ImpromptError {
  if (error instanceof ImpromptError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new ImpromptError("engine-failed", `the detector could not look at this picture (${message})`, {
    hint: WITHOUT,
    cause: error,
  });
}
