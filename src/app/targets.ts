import type { Capabilities } from "../dialects/capabilities.js";
import { loadTarget, TARGET_IDS } from "../dialects/registry.js";
import { expandTargets } from "./compile.js";

/** What a person gets who names no target: one of each grammar. */
export const DEFAULT_TARGETS: readonly string[] = ["midjourney", "sdxl", "flux"];

/**
 * The targets meant, "all" spread out, each once; the default ones where none is named.
 *
 * @throws ImpromptError `unknown-target`
 */
export async function chooseTargets(names: readonly string[] = []): Promise<readonly string[]> {
  const targets = expandTargets(names.length === 0 ? DEFAULT_TARGETS : names);
  for (const target of targets) await loadTarget(target);
  return targets;
}

/** A target with all that each version of it takes; what `imprompt targets --json` prints of it. */
export interface ListedTarget {
  readonly target: string;
  readonly defaultVersion: string;
  readonly versions: readonly Capabilities[];
}

/** The targets named, or every one. @throws ImpromptError `unknown-target` */
export async function listTargets(names: readonly string[] = []): Promise<readonly ListedTarget[]> {
  const listed: ListedTarget[] = [];
  for (const name of names.length === 0 ? TARGET_IDS : names) {
    const { dialect } = await loadTarget(name);
    listed.push({
      target: dialect.id,
      defaultVersion: dialect.defaultVersion,
      versions: dialect.versions.map((version) => dialect.capabilities(version)),
    });
  }
  return listed;
}
