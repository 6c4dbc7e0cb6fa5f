import type { Graph, GraphNode } from "./graph.js";
import { isTextual, type Role, roleOf } from "./names.js";
import type { Pass } from "./passes.js";

/** One text that a graph holds, wherever it leads. */
export interface GraphText {
  readonly node: string;
  readonly title?: string;
  readonly type: string;
  readonly text: string;
  /** Where the graph tells: words that reach a sampler, or that their own name places. */
  readonly role?: Role;
}

/** All words of a graph in its order, as written; blank ones left out. */
export function graphTexts(graph: Graph, passes: readonly Pass[]): readonly GraphText[] {
  const roles = new Map<string, Role>();
  for (const role of ["negative", "positive"] as const) {
    for (const pass of passes) for (const { id, isSettled } of pass[role]) if (isSettled) roles.set(id, role);
  }
  return [...graph.values()].flatMap((node) =>
    [...node.inputs]
      .filter((input): input is [string, string] => isTextual(input[0]) && typeof input[1] === "string")
      .filter(([, text]) => text.trim() !== "")
      .map(([name, text]) => describe(node, text, roleOf(name) ?? roles.get(node.id) ?? titleRole(node))),
  );
}

function titleRole(node: GraphNode): Role | undefined {
  return (node.title === undefined ? null : roleOf(node.title)) ?? undefined;
}

function describe(node: GraphNode, text: string, role: Role | undefined): GraphText {
  return {
    node: node.id,
    ...(node.title === undefined ? {} : { title: node.title }),
    type: node.type,
    text,
    ...(role === undefined ? {} : { role }),
  };
}
