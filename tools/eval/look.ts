import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Perception } from "../../src/analysis/perception/types.js";
import type { Labelled } from "./labelled.js";

/** What imprompt makes of a labelled picture with no package beside it. */
export interface Look extends Labelled {
  /** Measured words. */
  readonly phrases: readonly string[];
  readonly perception: Perception;
}

/** What a child is asked: every `count`th picture of the list from `share` on. */
export interface LookWork {
  readonly dir: string;
  readonly all: boolean;
  readonly share: number;
  readonly count: number;
}

const PROCESSES = 2;

function lookIn(work: LookWork): Promise<readonly Look[]> {
  const looks: Look[] = [];
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL("./look-child.ts", import.meta.url)), [JSON.stringify(work)]);
    child.on("message", (look) => looks.push(look as Look));
    child.on("error", reject);
    child.on("exit", (code) => {
      if (code === 0) resolve(looks);
      else reject(new Error(`a process that looked at labelled pictures ended with status ${code}`));
    });
  });
}

/** All labelled pictures or a sample, in no certain order; those that cannot be decoded are told and left out. */
export async function lookAtLabelled(
  dir: string,
  options: { readonly all: boolean },
): Promise<readonly Look[]> {
  const shares = Array.from({ length: PROCESSES }, (_, share) =>
    lookIn({ dir, all: options.all, share, count: PROCESSES }),
  );
  return (await Promise.all(shares)).flat();
}
