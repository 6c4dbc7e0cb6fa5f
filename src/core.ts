/** The pure half: runs in a browser as it is. The vocabulary, which is large, comes in as a parameter or stays out. */
export { snapRatio } from "./analysis/composition/aspect-ratio.js";
export { type CompileOptions, compile, compileAll, compileWith, expandTargets } from "./app/compile.js";
export { sentenceOf } from "./app/describe-sentence.js";
export { figuresOf } from "./app/figures.js";
export { whyIneffective } from "./app/lint/ineffective.js";
export { pasteText } from "./app/paste-text.js";
export { type ErrorCode, ImpromptError } from "./base/error.js";
export type { Warning, WarningCode } from "./base/warning.js";
export { type Blended, type BlendInput, type BlendMode, blend } from "./blueprint/blend/blend.js";
export {
  type BlueprintDraft,
  createBlueprint,
  MAX_WEIGHT,
  MIN_WEIGHT,
  type TermDraft,
} from "./blueprint/build.js";
export type { Edit } from "./blueprint/edit.js";
export { type Applied, applyEdit } from "./blueprint/editing/apply.js";
export { complete, type Suggestion } from "./blueprint/editing/complete.js";
export { describeDiff } from "./blueprint/editing/describe-diff.js";
export { diff } from "./blueprint/editing/diff.js";
export { exclude } from "./blueprint/editing/exclude.js";
export { freshTerm } from "./blueprint/editing/fresh-term.js";
export { backOf, frontOf } from "./blueprint/editing/front-of.js";
export { type History, perform, redo, startHistory, undo } from "./blueprint/editing/history.js";
export { pin } from "./blueprint/editing/pin.js";
export { promote } from "./blueprint/editing/promote.js";
export { type PruneOptions, prune } from "./blueprint/editing/prune.js";
export { retitle } from "./blueprint/editing/retitle.js";
export { type Swappable, swap } from "./blueprint/editing/swap.js";
export { weigh } from "./blueprint/editing/weigh.js";
export { describeEdit } from "./blueprint/editing/words.js";
export { BUCKET_OF, BUCKETS, type Bucket, FACETS, type Facet } from "./blueprint/facets.js";
export { type FuseContext, type Fused, fuse } from "./blueprint/fuse.js";
export { meaningOf } from "./blueprint/meaning.js";
export { type Negated, type NegateOptions, negate } from "./blueprint/negate/negate.js";
export { PURPOSES, type Purpose } from "./blueprint/negate/purposes.js";
export { normalise } from "./blueprint/normalise.js";
export type { Observation } from "./blueprint/observation.js";
export { type Filled, fill } from "./blueprint/recipe/fill.js";
export { type Piece, scanPlaceholders } from "./blueprint/recipe/placeholders.js";
export type { Recipe, Slot } from "./blueprint/recipe/recipe.js";
export { recipeOf } from "./blueprint/recipe/recipe-of.js";
export { parseRecipe, recipeSchema } from "./blueprint/recipe/schema.js";
export { blueprintSchema, parseBlueprint } from "./blueprint/schema.js";
export { atLeast, dropFacets, setFacet, styleOnly } from "./blueprint/select.js";
export type { StyleConsensus, StyleReference } from "./blueprint/style/consensus.js";
export { distil } from "./blueprint/style/distil.js";
export type {
  Blueprint,
  Evidence,
  GenerationParameters,
  RecoveredPrompt,
  Reference,
  Region,
  Swatch,
  Term,
} from "./blueprint/types.js";
export { VARIATION_AXES, type VariationAxis } from "./blueprint/vary/axis.js";
export { type PermutationSet, permutations } from "./blueprint/vary/permutations.js";
export { repertoire } from "./blueprint/vary/repertoire.js";
export { type Variation, type VaryOptions, vary } from "./blueprint/vary/vary.js";
export type { BudgetSpec, Capabilities, FrameSpec, ParameterSpec, Source } from "./dialects/capabilities.js";
export { selectTerms } from "./dialects/families/select.js";
export { loadTarget, TARGET_IDS, type Target } from "./dialects/registry.js";
export type { Dialect, ParameterSettings, ParameterValue, PrintOptions, Prompt } from "./dialects/types.js";
export type { Phrase, Split } from "./language/phrase.js";
export { splitPhrases } from "./language/phrases.js";
export { type Detection, detect } from "./language/syntax/detect.js";
export { parse } from "./language/syntax/parse.js";
export {
  GRAMMARS,
  type GrammarId,
  printRaw,
  type SyntaxNode,
  type SyntaxTree,
  type Token,
} from "./language/syntax/tree.js";
export { type BudgetUnit, countText, ESTIMATED_UNITS, UNIT_NAMES } from "./layout/count.js";
export type { Span } from "./layout/piece.js";
