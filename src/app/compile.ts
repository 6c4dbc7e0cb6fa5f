import { atLeast } from "../blueprint/select.js";
import type { Blueprint } from "../blueprint/types.js";
import type { Target } from "../dialects/registry.js";
import { loadTarget, TARGET_IDS } from "../dialects/registry.js";
import type { ParameterSettings, Prompt } from "../dialects/types.js";

export interface CompileOptions {
  /** Terms below it are left out of the prompt unless pinned; 0..1, 0.5 unless said. */
  readonly minConfidence?: number;
  /** Settings by the target's own parameter names. */
  readonly parameters?: ParameterSettings;
}

/** As `compile`, at once, for a target that is loaded: what a page calls on each key. */
export function compileWith(target: Target, blueprint: Blueprint, options: CompileOptions = {}): Prompt {
  const { dialect, version } = target;
  const sure = atLeast(blueprint, options.minConfidence ?? 0.5);
  return dialect.print(sure, { version, parameters: options.parameters ?? {} });
}

/**
 * The prompt that says a blueprint to a target, "name" or "name@version".
 *
 * @throws ImpromptError `unknown-target`
 */
export async function compile(
  blueprint: Blueprint,
  target: string,
  options: CompileOptions = {},
): Promise<Prompt> {
  return compileWith(await loadTarget(target), blueprint, options);
}

/** One blueprint for several targets, in their order. @throws ImpromptError `unknown-target` */
export async function compileAll(
  blueprint: Blueprint,
  targets: readonly string[],
  options: CompileOptions = {},
): Promise<Prompt[]> {
  const prompts: Prompt[] = [];
  for (const target of targets) prompts.push(await compile(blueprint, target, options));
  return prompts;
}

/** Target names as asked for, "all" spread out, each once. */
export function expandTargets(names: readonly string[]): string[] {
  const spread = names.flatMap((name) => (name.trim().toLowerCase() === "all" ? TARGET_IDS : [name.trim()]));
  return [...new Set(spread.filter((name) => name !== ""))];
}
