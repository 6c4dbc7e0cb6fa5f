import type { Warning } from "../base/warning.js";
import type { Blended } from "../blueprint/blend/blend.js";
import type { FacetChoice } from "../blueprint/blend/choose-facets.js";
import type { Edit } from "../blueprint/edit.js";
import type { Facet } from "../blueprint/facets.js";
import type { Purpose } from "../blueprint/negate/purposes.js";
import type { Recipe, Slot } from "../blueprint/recipe/recipe.js";
import type { StyleConsensus } from "../blueprint/style/consensus.js";
import type { Blueprint, Term } from "../blueprint/types.js";
import type { VariationAxis } from "../blueprint/vary/axis.js";
import type { PermutationSet } from "../blueprint/vary/permutations.js";
import type { Variation } from "../blueprint/vary/vary.js";
import type { WeightGrammar } from "../dialects/grammars/weight-syntax.js";
import type { ParameterSettings, Prompt } from "../dialects/types.js";
import type { Detection } from "../language/syntax/detect.js";
import type { GrammarId } from "../language/syntax/tree.js";
import type { ArtistPolicy, EngineWish, InterrogationMode, QualityLevel } from "./engine-choice.js";
import type { Finding } from "./lint/finding.js";
import type { StyleSource } from "./style.js";
import type { Understood } from "./understand.js";

/** What the API and its client say to each other beside the library's own types. Sizes are bounded by the API. */

/** Something to work on: a blueprint, or a prompt's text that is understood first. */
export type Material =
  | { readonly blueprint: Blueprint }
  | {
      readonly text: string;
      /** Detected unless said. */
      readonly grammar?: GrammarId | "auto" | undefined;
    };

/** How a picture is described; the defaults are those of `imprompt describe`. */
export interface PictureOptions {
  /** "name", "name@version" or "all". */
  readonly targets?: readonly string[] | undefined;
  readonly subject?: string | undefined;
  readonly styleOnly?: boolean | undefined;
  readonly set?: readonly { readonly facet: Facet; readonly text: string }[] | undefined;
  readonly drop?: readonly Facet[] | undefined;
  readonly minConfidence?: number | undefined;
  /** What looks at the picture beside the measurements; "auto" unless said, or what an option below asks for. */
  readonly engine?: EngineWish | undefined;
  /** Whether people, objects and words are looked for; unless said, where the file carries no prompt. */
  readonly detector?: boolean | undefined;
  /** CLIP: which parts its own prompt has; "best" unless said. */
  readonly mode?: InterrogationMode | undefined;
  /** CLIP: the very prompts of this tool. */
  readonly compat?: "clip-interrogator" | undefined;
  readonly quality?: QualityLevel | undefined;
  readonly artists?: ArtistPolicy | undefined;
  readonly model?: string | undefined;
  readonly captioner?: string | undefined;
  /** What the picture shows, in place of a captioner. */
  readonly caption?: string | undefined;
  /** The stage "decoded" brings the picture re-encoded. */
  readonly preview?: boolean | undefined;
}

interface ForTargets {
  /** "name", "name@version" or "all"; one of each grammar unless said. */
  readonly targets?: readonly string[] | undefined;
}

export interface CompileRequest extends ForTargets {
  readonly blueprint: Blueprint;
  readonly parameters?: ParameterSettings | undefined;
  readonly minConfidence?: number | undefined;
}

export interface CompileAnswer {
  readonly prompts: readonly Prompt[];
}

export interface ParseRequest {
  readonly text: string;
  readonly grammar?: GrammarId | "auto" | undefined;
  readonly negative?: string | undefined;
  /** Captions in one phrase become their parts; true unless said. */
  readonly divide?: boolean | undefined;
}

export interface ParseAnswer extends Understood {
  /** The grammars that the text may be written in, surest first. */
  readonly detected: readonly Detection[];
}

export type TranslateRequest = (
  | { readonly blueprint: Blueprint }
  | {
      readonly text: string;
      readonly from?: GrammarId | "auto" | undefined;
      readonly negative?: string | undefined;
    }
) & {
  /** Targets and grammars; "grammar:midjourney" where a name is both. */
  readonly to: readonly string[];
  readonly grammar?: WeightGrammar | undefined;
  readonly parameters?: ParameterSettings | undefined;
};

export interface BlendRequest extends ForTargets {
  readonly sources: readonly (Material & { readonly weight?: number | undefined })[];
  /** "auto" unless `take` is there. */
  readonly mode?: "auto" | "weight" | "facets" | undefined;
  /** Which source each facet comes from, 0 being the first. */
  readonly take?: FacetChoice | undefined;
}

export interface BlendAnswer extends Blended {
  readonly prompts: readonly Prompt[];
}

export type VaryRequest = Material &
  ForTargets & {
    readonly count?: number | undefined;
    readonly axes?: readonly VariationAxis[] | undefined;
    readonly seed?: number | undefined;
    readonly keep?: readonly Facet[] | undefined;
  };

export interface VaryAnswer {
  readonly variations: readonly (Variation & { readonly prompts: readonly Prompt[] })[];
  readonly permutations: readonly PermutationSet[];
}

export interface StyleRequest extends ForTargets {
  readonly references: readonly StyleSource[];
  /** What is left open; a required subject unless said. */
  readonly slots?: readonly Slot[] | undefined;
  readonly name?: string | undefined;
}

export interface StyleAnswer {
  readonly consensus: StyleConsensus;
  readonly recipe: Recipe;
  readonly prompts: readonly Prompt[];
}

export interface FillRequest extends ForTargets {
  readonly recipe: Recipe;
  /** Values by slot, for every row. */
  readonly values?: { readonly [slot: string]: string } | undefined;
  /** One filling each; a single one unless given. */
  readonly rows?: readonly { readonly [slot: string]: string }[] | undefined;
}

export interface FillAnswer {
  /** One for each row, in their order. */
  readonly filled: readonly {
    readonly blueprint: Blueprint;
    readonly prompts: readonly Prompt[];
    readonly warnings: readonly Warning[];
  }[];
}

export interface LintRequest {
  readonly text: string;
  readonly target?: string | undefined;
  readonly grammar?: GrammarId | undefined;
}

export interface LintAnswer {
  readonly text: string;
  readonly findings: readonly Finding[];
}

export type NegativeRequest = Material &
  ForTargets & {
    /** Quality and clean unless said. */
    readonly for?: readonly Purpose[] | undefined;
    /** Also the contraries of what it shows; true unless said. */
    readonly derive?: boolean | undefined;
  };

export interface NegativeAnswer {
  readonly blueprint: Blueprint;
  readonly added: readonly Term[];
  readonly prompts: readonly Prompt[];
}

export interface EditRequest {
  readonly blueprint: Blueprint;
  /** Done in order, all or none. */
  readonly edits: readonly Edit[];
}

export interface EditAnswer {
  readonly blueprint: Blueprint;
  /** Takes all of them back. */
  readonly inverse: Edit;
  /** Each edit in words. */
  readonly words: readonly string[];
}
