import { toImpromptError } from "../base/error.js";
import { exitStatusOfRun } from "./exit.js";
import { createProgress } from "./progress.js";

/**
 * Runs `work` over the inputs in order. A failure is told on standard error and the rest go on; answers the exit
 * status of the run.
 */
export async function eachInput(
  inputs: readonly string[],
  work: (input: string) => Promise<void>,
): Promise<number> {
  const progress = createProgress(inputs.length);
  let failed = 0;
  for (const [index, input] of inputs.entries()) {
    try {
      await work(input);
    } catch (error) {
      failed += 1;
      progress.clear();
      tellFailure(input, error);
    }
    progress.step(index + 1);
  }
  progress.clear();
  return exitStatusOfRun(inputs.length - failed, failed);
}

/** What stopped the work on one input, as a line on standard error. */
export function tellFailure(input: string, error: unknown): void {
  process.stderr.write(`imprompt: ${toImpromptError(error, shortName(input)).sentence}\n`);
}

function shortName(input: string): string {
  return input.startsWith("data:") ? "data: URL" : input;
}
