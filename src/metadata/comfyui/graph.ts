import { isRecord } from "../lenient-json.js";

/** One output of one node. */
export interface Link {
  readonly id: string;
  readonly slot: number;
}

export interface GraphNode {
  /** As in the file; nodes of a subgraph read "12:5". */
  readonly id: string;
  readonly type: string;
  readonly title?: string;
  /** Literals as written; links as ["id", slot]. */
  readonly inputs: ReadonlyMap<string, unknown>;
  /** Names of the outputs by slot, where the editor's own graph lies beside the run's. */
  readonly outputs?: readonly string[];
}

/** Nodes by id, in the order of the file. Links may dangle and may run in circles. */
export type Graph = ReadonlyMap<string, GraphNode>;

export type Input = readonly [name: string, value: unknown];

/** The link that an input's value is; null for literals. */
export function linkOf(value: unknown): Link | null {
  if (!Array.isArray(value) || value.length !== 2) return null;
  const [id, slot] = value as readonly unknown[];
  if (typeof slot !== "number" || !Number.isInteger(slot) || slot < 0) return null;
  if (typeof id === "number") return { id: String(id), slot };
  return typeof id === "string" ? { id, slot } : null;
}

/**
 * The graph of a run, from the JSON that ComfyUI's server takes: `{"3": {"class_type", "inputs"}}`.
 * Members of another shape are left out.
 *
 * @param outputsOf names the outputs of a node by its id, where they are known
 * @returns null where no member is a node
 */
export function graphOfRun(
  value: unknown,
  outputsOf: (id: string) => readonly string[] | undefined,
): Graph | null {
  if (!isRecord(value)) return null;
  const nodes = new Map<string, GraphNode>();
  for (const [id, member] of Object.entries(value)) {
    if (!isRecord(member) || typeof member["class_type"] !== "string") continue;
    const { class_type: type, inputs, _meta: meta } = member;
    const title = isRecord(meta) && typeof meta["title"] === "string" ? meta["title"] : undefined;
    const outputs = outputsOf(id);
    nodes.set(id, {
      id,
      type,
      inputs: new Map(isRecord(inputs) ? Object.entries(inputs) : []),
      ...(title === undefined ? {} : { title }),
      ...(outputs === undefined ? {} : { outputs }),
    });
  }
  return nodes.size === 0 ? null : nodes;
}

/** Ids of all nodes that feed these, themselves included. */
export function upstreamOf(graph: Graph, starts: readonly string[]): ReadonlySet<string> {
  const seen = new Set(starts.filter((id) => graph.has(id)));
  for (const id of seen) {
    for (const value of graph.get(id)?.inputs.values() ?? []) {
      const link = linkOf(value);
      if (link !== null && graph.has(link.id)) seen.add(link.id);
    }
  }
  return seen;
}
