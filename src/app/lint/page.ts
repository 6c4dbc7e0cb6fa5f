import type { Term } from "../../blueprint/types.js";
import type { Capabilities } from "../../dialects/capabilities.js";
import type { Span } from "../../language/phrase.js";
import type { GrammarId } from "../../language/syntax/tree.js";
import type { Understood } from "../understand.js";
import type { Finding } from "./finding.js";

export interface Placed {
  readonly term: Term;
  readonly span: Span;
}

/** A prompt to be looked through, and for whom it is. */
export interface LintPage {
  readonly text: string;
  readonly grammar: GrammarId;
  readonly capabilities: Capabilities;
  /** The target's versions; empty where no target is asked about. */
  readonly siblings: readonly Capabilities[];
  readonly read: Understood;
  /** The terms with a place, in reading order. */
  readonly placed: readonly Placed[];
}

export type Rule = (page: LintPage) => readonly Finding[];
