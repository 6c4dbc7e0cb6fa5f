import type { Facet } from "./facets.js";
import type { Frame, Swatch, Term } from "./types.js";

/**
 * One change of a blueprint, but no batch. `at` is the term's index after the change; past the end means at the
 * end. `why` is told to a person and changes nothing.
 */
export type SimpleEdit =
  | { readonly kind: "add"; readonly term: Term; readonly at?: number }
  | { readonly kind: "remove"; readonly id: string; readonly why?: string }
  /** Other words for the same thing: id, evidence and all else stay. */
  | { readonly kind: "replace"; readonly id: string; readonly text: string; readonly why?: string }
  /** Another term in its place; it may have the same id. */
  | { readonly kind: "substitute"; readonly id: string; readonly term: Term; readonly why?: string }
  | { readonly kind: "weigh"; readonly id: string; readonly weight: number }
  | { readonly kind: "pin"; readonly id: string; readonly pinned: boolean }
  /** Without `at` it stays where it is; what becomes an artist becomes a hypothesis. */
  | { readonly kind: "move"; readonly id: string; readonly facet?: Facet; readonly at?: number }
  | { readonly kind: "exclude"; readonly id: string }
  | { readonly kind: "include"; readonly id: string }
  | { readonly kind: "swatches"; readonly swatches: readonly Swatch[] }
  | { readonly kind: "frame"; readonly frame: Frame };

/** A change of a blueprint as a value: kept in a history, sent over a wire, told in words. A batch is all or nothing. */
export type Edit =
  | SimpleEdit
  | { readonly kind: "batch"; readonly label: string; readonly edits: readonly Edit[] };
