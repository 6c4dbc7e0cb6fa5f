import { ImpromptError } from "../../base/error.js";

/**
 * Between two runs, which block their thread: lets signals and messages be heard.
 *
 * @throws ImpromptError `cancelled` when one of them was to stop
 */
export async function pause(signal: AbortSignal | undefined): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  if (signal?.aborted === true) {
    throw new ImpromptError("cancelled", "embedding was cancelled", { cause: signal.reason });
  }
}
