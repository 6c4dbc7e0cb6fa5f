import type { Warning } from "../base/warning.js";
import type { Blueprint } from "../blueprint/types.js";
import type { BudgetUnit } from "../layout/count.js";
import type { Span } from "../layout/piece.js";
import type { Capabilities } from "./capabilities.js";
import type { WeightGrammar } from "./grammars/weight-syntax.js";

export type ParameterValue = string | number | boolean;

/** Settings of a print, by the names of the target's `ParameterSpec`s. Unknown names are dropped with a warning. */
export type ParameterSettings = { readonly [name: string]: ParameterValue };

export interface PrintOptions {
  /** One of the dialect's versions. */
  readonly version: string;
  readonly parameters: ParameterSettings;
  /** For targets that several tools run: whose weight syntax and escapes to write. AUTOMATIC1111's unless said. */
  readonly grammar?: WeightGrammar;
}

/** What is pasted into, or sent to, a generator. */
export interface Prompt {
  /** "name" for the default version, else "name@version". */
  readonly target: string;
  /** Ready to paste; where the target takes parameters in its text, they stand in it. */
  readonly text: string;
  /** The negative prompt's field; null where the target has none. */
  readonly negative: string | null;
  /** What stands in fields of their own or flags, by parameter name. */
  readonly parameters: ParameterSettings;
  readonly warnings: readonly Warning[];
  readonly budget: { readonly unit: BudgetUnit; readonly used: number; readonly max: number };
  /** Which run of `text` says which term. */
  readonly spans: readonly Span[];
}

/** One generator's way of being asked. */
export interface Dialect {
  readonly id: string;
  readonly versions: readonly string[];
  readonly defaultVersion: string;
  /** @throws ImpromptError `unknown-target` for a version that is not in `versions` */
  readonly capabilities: (version: string) => Capabilities;
  /** Pure. Never exceeds the budget; whatever is left out or bent stands in `warnings`. */
  readonly print: (blueprint: Blueprint, options: PrintOptions) => Prompt;
}
