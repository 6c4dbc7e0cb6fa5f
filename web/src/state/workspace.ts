import type { Stage } from "imprompt/client";
import type { Edit, ParameterSettings } from "imprompt/core";
import type { Board } from "./board";

/** What can go wrong on the way to a board, in words for a person. */
export interface Trouble {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
}

/** A picture on its way to becoming a board. Its id is the board's later. */
export type Arrival = {
  readonly id: string;
  readonly name: string;
  /** What the browser itself can show at once: an object URL, or null until the server sends a preview. */
  readonly thumbnail: string | null;
} & (
  | { readonly state: "waiting" }
  | { readonly state: "working"; readonly stages: readonly Stage[] }
  /** What was known by then stays: a prompt can be read from a file whose pixels cannot. */
  | { readonly state: "failed"; readonly stages: readonly Stage[]; readonly trouble: Trouble }
);

/** All that is open; boards and arrivals stand in the strip in the order of `order`. */
export interface Workspace {
  readonly order: readonly string[];
  readonly boards: { readonly [id: string]: Board };
  readonly arrivals: { readonly [id: string]: Arrival };
  /** A board's or an arrival's id; null on the empty page. */
  readonly current: string | null;
}

export const EMPTY_WORKSPACE: Workspace = { order: [], boards: {}, arrivals: {}, current: null };

export type WorkspaceEvent =
  | { readonly type: "restored"; readonly workspace: Workspace }
  | {
      readonly type: "arrived";
      readonly id: string;
      readonly name: string;
      readonly thumbnail: string | null;
    }
  /** Its turn has come, or has come again. */
  | { readonly type: "started"; readonly id: string }
  | { readonly type: "progressed"; readonly id: string; readonly stage: Stage }
  | { readonly type: "failed"; readonly id: string; readonly trouble: Trouble }
  /**
   * A board is ready; it takes the place of the arrival with its id, or stands at index `at`, at the end unless said,
   * and becomes current.
   */
  | { readonly type: "opened"; readonly board: Board; readonly at?: number }
  | { readonly type: "chosen"; readonly id: string }
  | { readonly type: "closed"; readonly id: string }
  | { readonly type: "renamed"; readonly id: string; readonly name: string }
  | { readonly type: "edited"; readonly id: string; readonly edit: Edit }
  | { readonly type: "undone"; readonly id: string }
  | { readonly type: "redone"; readonly id: string }
  /** Undoes or redoes until `past` steps are done. */
  | { readonly type: "travelled"; readonly id: string; readonly past: number }
  | {
      readonly type: "parameters-set";
      readonly id: string;
      readonly target: string;
      readonly parameters: ParameterSettings;
    };
