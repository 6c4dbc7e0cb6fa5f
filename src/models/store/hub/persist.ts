import type { StoreServices } from "../services.js";
import type { Tried, Trouble } from "./failure.js";
import { cancelled } from "./failure.js";

/** Longer waits are told instead of waited for. */
const LONGEST_WAIT = 10 * 60_000;
const LONGEST_BACKOFF = 30_000;

export interface Patience {
  /** Tries in a row that bring nothing before it is given up. */
  readonly tries: number;
  readonly signal: AbortSignal;
  readonly onWait?: (milliseconds: number, why: string) => void;
}

/** Half a second, doubled with each failure, and up to half as much again by chance: many do not come at once. */
function backoff(failures: number, random: () => number): number {
  return Math.min(LONGEST_BACKOFF, 500 * 2 ** (failures - 1)) * (1 + random() / 2);
}

function tooLong(trouble: Trouble, milliseconds: number): Trouble {
  return {
    ...trouble,
    again: false,
    why: `${trouble.why} and asks to wait ${Math.ceil(milliseconds / 60_000)} minutes`,
    hint: "Pull again then: what has arrived is kept.",
  };
}

/** A try: what it gave, and whether it came further than those before it, which makes patience begin anew. */
export type Attempt<T> = () => Promise<{ readonly tried: Tried<T>; readonly progress: boolean }>;

/**
 * Tries until it succeeds, until trouble is of a kind that trying does not mend, or until patience ends.
 *
 * @throws ImpromptError `cancelled`
 */
export async function persist<T>(
  attempt: Attempt<T>,
  patience: Patience,
  services: StoreServices,
): Promise<Tried<T>> {
  const { signal } = patience;
  let failures = 0;
  for (;;) {
    if (signal.aborted) throw cancelled();
    const { tried, progress } = await attempt();
    if (tried.ok) return tried;
    if (signal.aborted) throw cancelled();
    failures = progress ? 1 : failures + 1;
    const { trouble } = tried;
    if (!trouble.again || failures >= patience.tries) return tried;
    const milliseconds = Math.max(trouble.waitMs ?? 0, backoff(failures, services.random));
    if (milliseconds > LONGEST_WAIT) return { ok: false, trouble: tooLong(trouble, milliseconds) };
    patience.onWait?.(milliseconds, trouble.why);
    await services.wait(milliseconds, signal).catch((error: unknown) => {
      throw signal.aborted ? cancelled() : error;
    });
  }
}
