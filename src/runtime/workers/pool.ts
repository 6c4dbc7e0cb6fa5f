import type { Description } from "../../app/describe.js";
import type { Describer } from "../../app/describer.js";
import type { FileReading } from "../../app/read.js";
import type { OpenedSight } from "../sight/open-sight.js";
import type { PoolLimits } from "./worker-pool.js";
import { createWorkerPool } from "./worker-pool.js";

export interface DescriberLimits extends PoolLimits {
  /** Closed with the describer. */
  readonly sight?: OpenedSight;
}

/** Workers run from their source where this module does. */
const WORKER = new URL(`./worker.${import.meta.url.endsWith(".ts") ? "ts" : "js"}`, import.meta.url);

/**
 * A describer whose work happens in child processes. One is kept ready; the others start when they are needed and
 * end after a minute without work. None outlives this process.
 */
export function createDescriber(limits: DescriberLimits): Describer {
  const pool = createWorkerPool(WORKER, limits);
  return {
    describe: (picture, options, context) =>
      pool.run(
        { kind: "describe", picture, options, stages: context.onStage !== undefined },
        context,
      ) as Promise<Description>,
    read: (picture, context) => pool.run({ kind: "read", picture }, context) as Promise<FileReading>,
    close: async () => {
      await Promise.all([pool.close(), limits.engines?.close(), limits.sight?.close()]);
    },
  };
}
