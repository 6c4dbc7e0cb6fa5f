import type { Edit } from "imprompt/core";

/** A change that is offered. */
export interface Change {
  readonly key: string;
  /** What would be done. */
  readonly words: string;
  /** Why; said behind a colon. */
  readonly why?: string;
  readonly edit: Edit;
  /** The phrase that it is about lights up on the board. */
  readonly termId?: string;
  /** Not done unless asked for. */
  readonly isDoubtful?: boolean;
}
