import { activeInputs } from "./active-inputs.js";
import { type GraphNode, type Link, linkOf } from "./graph.js";
import { isConditioning, isForeign } from "./names.js";
import { mayVisit, type Walk } from "./walk.js";

/**
 * Nodes at and above `starts`, nearest first, over links whose name `follows` accepts; a mere passage (a reroute,
 * a switch) is passed whatever its inputs are called.
 */
export function* nodesAbove(
  walk: Walk,
  starts: readonly Link[],
  follows: (name: string) => boolean,
): Generator<GraphNode> {
  const seen = new Set<string>();
  const queue = starts.map((link) => link.id);
  for (const id of queue) {
    const node = walk.graph.get(id);
    if (node === undefined || seen.has(id)) continue;
    if (!mayVisit(walk)) return;
    seen.add(id);
    yield node;
    for (const link of linksOf(walk, node, follows)) queue.push(link.id);
  }
}

/** The links of a node that a search goes on with. */
export function linksOf(walk: Walk, node: GraphNode, follows: (name: string) => boolean): readonly Link[] {
  const inputs = activeInputs(walk, node);
  const accepted = inputs.filter(([name]) => follows(name)).flatMap(([, value]) => linkOf(value) ?? []);
  if (accepted.length > 0) return accepted;
  const passed = inputs.map(([name, value]) =>
    isForeign(name) || isConditioning(name) ? null : linkOf(value),
  );
  return passed.every((link) => link !== null) ? passed : [];
}
