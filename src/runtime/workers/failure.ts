import { ImpromptError } from "../../base/error.js";
import type { Ending } from "./worker-process.js";

export function cancelled(where: string): ImpromptError {
  return new ImpromptError("cancelled", "the work on this picture was cancelled", { where });
}

export function tookTooLong(where: string): ImpromptError {
  return new ImpromptError("decode-timeout", "this picture took longer than one request may take", {
    where,
    hint: "Make the picture smaller or simpler first.",
  });
}

/** What a request is told whose worker ended under it. */
export function endedUnder(ending: Ending, where: string): ImpromptError {
  switch (ending) {
    case "memory":
      return new ImpromptError(
        "input-too-large",
        "this picture needs more memory than one request may have",
        {
          where,
          hint: "Make the picture smaller or simpler first.",
        },
      );
    case "crash":
      return new ImpromptError("input-corrupt", "decoding this picture stopped the decoder", {
        where,
        hint: "Open it in an image editor and save it anew.",
      });
    case "unstarted":
      return unstarted(where);
  }
}

export function unstarted(where: string): ImpromptError {
  return new ImpromptError("internal", "no process could be started to work on this picture", {
    where,
    hint: "Check that this machine has memory and processes to spare, and try again.",
  });
}
