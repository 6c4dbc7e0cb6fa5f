import type { DescriberOptions, Upload } from "../../app/describer.js";
import type { Stage } from "../../app/stage.js";
import type { ReadLimits } from "../node.js";
import type { ErrorRecord } from "./error-record.js";

/** What a worker process is started with: its one argument, as JSON. */
export interface WorkerSetup {
  readonly limits: ReadLimits;
  readonly maxRssBytes: number;
  /** The process that it works for; when that is gone, so is the worker. */
  readonly parent: number;
}

/** One request. `stages` is true where someone listens for them. */
export type Job =
  | {
      readonly kind: "describe";
      readonly picture: Upload;
      readonly options: DescriberOptions;
      readonly stages: boolean;
    }
  | { readonly kind: "read"; readonly picture: Upload };

/** A worker has one job at a time, so what it says is of that job. `rss` is its resident memory in bytes. */
export type FromWorker =
  | { readonly type: "ready"; readonly rss: number }
  | { readonly type: "stage"; readonly stage: Stage }
  | { readonly type: "done"; readonly result: unknown; readonly rss: number }
  | { readonly type: "failed"; readonly error: ErrorRecord; readonly rss: number };
