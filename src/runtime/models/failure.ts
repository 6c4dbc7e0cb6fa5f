import { ImpromptError } from "../../base/error.js";
import type { Ending } from "../workers/worker-process.js";

export function cancelled(model: string): ImpromptError {
  return new ImpromptError("cancelled", "the work of this model was cancelled", { where: model });
}

/** What a call is told whose process ended under it. */
export function modelEnded(ending: Ending, model: string): ImpromptError {
  switch (ending) {
    case "memory":
      return new ImpromptError("model-failed", "this model needs more memory than it may have", {
        where: model,
        hint: "Close other programs, add --low-memory, or choose a smaller model: imprompt models list tells their sizes.",
      });
    case "crash":
      return new ImpromptError("model-failed", "the process of this model ended by itself", {
        where: model,
        hint: "Check its files with imprompt models verify.",
      });
    case "unstarted":
      return new ImpromptError("internal", "no process could be started for this model", {
        where: model,
        hint: "Check that this machine has memory and processes to spare, and try again.",
      });
  }
}
