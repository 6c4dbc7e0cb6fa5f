import type { DescriberOptions, Upload } from "../../app/describer.js";
import type { Engines } from "../../app/engine-choice.js";
import type { Stage } from "../../app/stage.js";
import type { Sight } from "../../engines/embedded/sight.js";
import type { Raster } from "../../image/raster.js";
import type { ReadLimits } from "../node.js";
import type { ErrorRecord } from "./error-record.js";

/** What a worker process is started with: its one argument, as JSON. */
export interface WorkerSetup {
  readonly limits: ReadLimits;
  readonly maxRssBytes: number;
  /** The process that it works for; when that is gone, so is the worker. */
  readonly parent: number;
  /** Whether the parent has engines to ask. */
  readonly engines: boolean;
  /** Whether it has eyes to ask. */
  readonly sight: boolean;
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

/** What a worker asks the engines, which its parent has: the arguments of the method of that name. */
export type EngineCall = {
  readonly [Method in "readiness" | "look"]: {
    readonly method: Method;
    readonly args: Parameters<Engines[Method]> extends readonly [
      ...infer Args,
      { readonly signal: AbortSignal },
    ]
      ? Args
      : Parameters<Engines[Method]>;
  };
}["readiness" | "look"];

/** What it asks the eyes, which its parent has too. */
type SightQuestion = {
  readonly [Method in keyof Sight]: { readonly method: Method; readonly args: readonly [raster: Raster] };
}[keyof Sight];

export type Question = EngineCall | SightQuestion;

/** `id` is that of the question. */
export type Reply =
  | { readonly kind: "answer"; readonly id: number; readonly answer: unknown }
  | { readonly kind: "refusal"; readonly id: number; readonly error: ErrorRecord };

export type ToWorker = Job | Reply;

/** A worker has one job at a time, so what it says is of that job. `rss` is its resident memory in bytes. */
export type FromWorker =
  | { readonly type: "ready"; readonly rss: number }
  | { readonly type: "stage"; readonly stage: Stage }
  | { readonly type: "ask"; readonly id: number; readonly question: Question }
  | { readonly type: "done"; readonly result: unknown; readonly rss: number }
  | { readonly type: "failed"; readonly error: ErrorRecord; readonly rss: number };
