import type { BudgetUnit } from "../layout/count.js";

/** Where a figure was read, and when: vendors' facts age. */
export interface Source {
  /** "2026-08-21" or "2026-11". */
  readonly date: string;
  /** A page, specification or repository file, named so that a person finds it. */
  readonly from: string;
  /** True when no vendor's own document was at hand. */
  readonly unsure?: boolean;
}

export interface BudgetSpec {
  readonly unit: BudgetUnit;
  readonly max: number;
  /** A recommendation below `max`: crossing it warns, nothing is dropped. */
  readonly recommended?: { readonly unit: BudgetUnit; readonly max: number; readonly source: Source };
  readonly source: Source;
}

/** How the target takes what must not be shown. */
export type NegativeSpec =
  | { readonly kind: "field"; readonly budget: BudgetSpec }
  | { readonly kind: "parameter"; readonly flag: string }
  | { readonly kind: "none" };

/** How a phrase is stressed. `a1111` is (phrase:1.2). */
export type WeightSpec =
  | { readonly kind: "none" }
  | { readonly kind: "a1111"; readonly min: number; readonly max: number }
  | { readonly kind: "double-colon"; readonly min: number; readonly max: number };

/** Which frames the target draws. */
export type FrameSpec =
  | {
      readonly kind: "ratios";
      readonly ratios: readonly string[];
      readonly parameter: string;
      readonly source: Source;
    }
  | {
      readonly kind: "any-ratio";
      /** Widest and tallest width:height allowed, as numbers. */
      readonly min: number;
      readonly max: number;
      readonly parameter: string;
      readonly source: Source;
    }
  | {
      readonly kind: "sizes";
      readonly sizes: readonly (readonly [number, number])[];
      readonly source: Source;
    }
  | {
      readonly kind: "any-size";
      readonly multiple: number;
      readonly minSide: number;
      readonly maxSide: number;
      /** Pixels that the model was trained at; sizes are chosen near it. */
      readonly area: number;
      readonly source: Source;
    };

export interface ParameterSpec {
  /** The field's usual name in kebab-case: "aspect-ratio", "stylize", "seed", "cfg-scale", "sampler". */
  readonly name: string;
  /** As the target spells it, when it stands in the text: "--s". */
  readonly flag?: string;
  readonly type: "integer" | "number" | "enum" | "flag" | "text";
  readonly min?: number;
  readonly max?: number;
  readonly values?: readonly string[];
  readonly default?: string | number | boolean;
  readonly note?: string;
  readonly source: Source;
}

/** What one version of a target takes: data that printing, validation and the doors read. */
export interface Capabilities {
  readonly target: string;
  readonly version: string;
  /** "Midjourney V8.2". */
  readonly title: string;
  readonly vendor: string;
  readonly status: "current" | "legacy" | "retired";
  /** Comma phrases or sentences. */
  readonly form: "tags" | "prose";
  readonly budget: BudgetSpec;
  readonly negative: NegativeSpec;
  readonly weights: WeightSpec;
  readonly frame: FrameSpec;
  /** How words that shall stand in the picture are asked for. */
  readonly lettering: "quotes" | "weak";
  readonly parameters: readonly ParameterSpec[];
  /** What a user must know and no field says. */
  readonly notes: readonly string[];
}
