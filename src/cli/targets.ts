import { listTargets } from "../app/targets.js";
import type { Target } from "../dialects/registry.js";
import { loadTarget, TARGET_IDS } from "../dialects/registry.js";
import type { OutputFlags } from "./options.js";
import { openOutput, toJson } from "./output.js";

export async function runTargets(names: readonly string[], given: object): Promise<number> {
  const output = await openOutput(given as OutputFlags, []);
  if (output.json) {
    output.write(toJson(await listTargets(names), false));
    return 0;
  }
  const { showTargets, showTarget } = await import("./show/targets.js");
  const targets: Target[] = [];
  for (const name of names.length === 0 ? TARGET_IDS : names) targets.push(await loadTarget(name));
  if (names.length === 0) output.write(showTargets(targets, output));
  else output.write(targets.map((target) => showTarget(target, output)).join("\n"));
  return 0;
}
