/** The pure half: runs in a browser as it is. */
export { type CompileOptions, compile, expandTargets } from "./app/compile.js";
export { type ErrorCode, ImpromptError } from "./base/error.js";
export type { Warning, WarningCode } from "./base/warning.js";
export { type BlueprintDraft, createBlueprint, type TermDraft } from "./blueprint/build.js";
export { BUCKET_OF, BUCKETS, type Bucket, FACETS, type Facet } from "./blueprint/facets.js";
export { type FuseContext, type Fused, fuse } from "./blueprint/fuse.js";
export { normalise } from "./blueprint/normalise.js";
export type { Observation } from "./blueprint/observation.js";
export { blueprintSchema, parseBlueprint } from "./blueprint/schema.js";
export { atLeast, dropFacets, setFacet, styleOnly } from "./blueprint/select.js";
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
export type { Capabilities, ParameterSpec, Source } from "./dialects/capabilities.js";
export { loadTarget, TARGET_IDS, type Target } from "./dialects/registry.js";
export type { Dialect, ParameterSettings, PrintOptions, Prompt } from "./dialects/types.js";
