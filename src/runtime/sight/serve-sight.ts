import { callSetup, serveCalls } from "../calls/serve-calls.js";
import { recordOfError } from "../workers/error-record.js";
import { sightFailed } from "./failure.js";
import type { SightAdapters, SightCall } from "./messages.js";

/** Opened with the first call; a failure is forgotten, so that the next call tries again. */
function once<T>(open: () => Promise<T>): () => Promise<T> {
  let opened: Promise<T> | undefined;
  return async () => {
    opened ??= open();
    try {
      return await opened;
    } catch (error) {
      opened = undefined;
      throw error;
    }
  };
}

/** Answers the calls of the parent with these adapters, each opened when it is first asked. */
export function serveSight(adapters: SightAdapters): void {
  const open = { detect: once(adapters.detect), read: once(adapters.read) };
  const answer = async ({ kind, raster }: SightCall): Promise<unknown> => {
    const look = await open[kind]();
    return look?.(raster);
  };
  serveCalls<SightCall>(callSetup(), answer, (error) => recordOfError(sightFailed(error), ""));
}
