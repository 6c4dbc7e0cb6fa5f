import type { DescriberOptions, Upload } from "../../app/describer.js";
import type { Engines } from "../../app/engine-choice.js";
import type { Stage } from "../../app/stage.js";
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

/** What a worker asks its parent, where the engines are: the arguments of the method of that name. */
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

/** A worker has one question at a time, so what it is answered is to that. */
export type EngineReply =
  | { readonly kind: "answer"; readonly answer: unknown }
  | { readonly kind: "refusal"; readonly error: ErrorRecord };

export type ToWorker = Job | EngineReply;

/** A worker has one job at a time, so what it says is of that job. `rss` is its resident memory in bytes. */
export type FromWorker =
  | { readonly type: "ready"; readonly rss: number }
  | { readonly type: "stage"; readonly stage: Stage }
  | { readonly type: "engine"; readonly call: EngineCall }
  | { readonly type: "done"; readonly result: unknown; readonly rss: number }
  | { readonly type: "failed"; readonly error: ErrorRecord; readonly rss: number };
