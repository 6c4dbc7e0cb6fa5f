import { type Graph, type Input, linkOf } from "./graph.js";

/** Nodes looked at for one file, however many samplers share a graph. */
const MOST_VISITS = 300_000;
/** UTF-16 units built for one file: hundreds of times what the longest real graph says. */
const MOST_CHARACTERS = 8_000_000;

/** What all walks over one graph share. */
export interface Walk {
  readonly graph: Graph;
  /** Texts already built, by role and output. */
  readonly texts: Map<string, string>;
  /** What a person must know about the answer; a sentence part each. */
  readonly notes: Set<string>;
  /** Inputs of "set" nodes, by the name that "get" nodes ask for. */
  readonly setters: ReadonlyMap<string, readonly Input[]>;
  readonly left: { visits: number; characters: number };
}

const SETTER = /(?:^|[\s_])set_?(?:node|variable)?$/i;
const GETTER = /(?:^|[\s_])get_?(?:node|variable)?$/i;

export function startWalk(graph: Graph): Walk {
  const setters = new Map<string, readonly Input[]>();
  for (const node of graph.values()) {
    if (!SETTER.test(node.type)) continue;
    const inputs = [...node.inputs];
    const name = inputs.find(([, value]) => typeof value === "string")?.[1];
    const links = inputs.filter(([, value]) => linkOf(value) !== null);
    if (typeof name === "string" && links.length > 0) setters.set(name, links);
  }
  return {
    graph,
    texts: new Map(),
    notes: new Set(),
    setters,
    left: { visits: MOST_VISITS, characters: MOST_CHARACTERS },
  };
}

/** The inputs that a "get" node borrows from the "set" node of the same name; undefined for other nodes. */
export function borrowedInputs(
  walk: Walk,
  type: string,
  inputs: readonly Input[],
): readonly Input[] | undefined {
  if (!GETTER.test(type)) return undefined;
  for (const [, value] of inputs) {
    const found = typeof value === "string" ? walk.setters.get(value) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Counts one visit; false when the file has used up its share. */
export function mayVisit(walk: Walk): boolean {
  walk.left.visits -= 1;
  if (walk.left.visits >= 0) return true;
  walk.notes.add("the graph is too large to be walked whole");
  return false;
}
