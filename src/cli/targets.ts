import type { Capabilities } from "../dialects/capabilities.js";
import type { Target } from "../dialects/registry.js";
import { loadTarget, TARGET_IDS } from "../dialects/registry.js";
import type { OutputFlags } from "./options.js";
import { openOutput, toJson } from "./output.js";

interface ListedTarget {
  readonly target: string;
  readonly defaultVersion: string;
  readonly versions: readonly Capabilities[];
}

function list({ dialect }: Target): ListedTarget {
  return {
    target: dialect.id,
    defaultVersion: dialect.defaultVersion,
    versions: dialect.versions.map((version) => dialect.capabilities(version)),
  };
}

export async function runTargets(names: readonly string[], given: object): Promise<number> {
  const output = await openOutput(given as OutputFlags, []);
  const { showTargets, showTarget } = await import("./show/targets.js");
  const targets: Target[] = [];
  for (const name of names.length === 0 ? TARGET_IDS : names) targets.push(await loadTarget(name));
  if (output.json) output.write(toJson(targets.map(list), false));
  else if (names.length === 0) output.write(showTargets(targets, output));
  else output.write(targets.map((target) => showTarget(target, output)).join("\n"));
  return 0;
}
