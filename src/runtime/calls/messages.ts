import type { ErrorRecord } from "../workers/error-record.js";

/** It has one call at a time; `cancel` is of that one, and is nothing where there is none. */
export type ToHost<Call> = { readonly type: "call"; readonly call: Call } | { readonly type: "cancel" };

export type FromHost =
  | { readonly type: "ready" }
  | { readonly type: "progress"; readonly what: string; readonly done: number; readonly total: number }
  | { readonly type: "done"; readonly result: unknown }
  | { readonly type: "failed"; readonly error: ErrorRecord };

/** What every process that answers calls is started with, besides what is its own. */
export interface CallSetup {
  /** Resident memory in bytes at which it is ended. */
  readonly maxRssBytes: number;
  /** The process that it works for; when that is gone, so is this one. */
  readonly parent: number;
}
