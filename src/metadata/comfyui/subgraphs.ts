import { isRecord } from "../lenient-json.js";

export interface Wire {
  readonly origin: string;
  readonly originSlot: number;
  readonly target: string;
  readonly targetSlot: number;
}

export type Member = { readonly [key: string]: unknown };

/** One sheet of the editor: the workflow itself, or one use of a subgraph in it. */
export interface Sheet {
  /** Of the ids of its nodes in the run's graph: "", "30:", "30:7:". */
  readonly prefix: string;
  readonly nodes: ReadonlyMap<string, Member>;
  readonly wires: ReadonlyMap<string, Wire>;
  /** The wire that ends at each of the sheet's own outputs. */
  readonly outlets: ReadonlyMap<number, string>;
  readonly inside: Map<string, Sheet>;
  readonly outside: { readonly sheet: Sheet; readonly node: Member } | null;
}

const MOST_NODES = 20_000;
const MOST_DEPTH = 16;
/** Bypassed nodes and borders in a row. */
const MOST_HOPS = 500;
/** Modes of a node in the editor. */
const MUTED = 2;
const BYPASSED = 4;
/** Ids that stand for a subgraph's own inputs and outputs. */
export const SHEET_INPUT = "-10";
const SHEET_OUTPUT = "-20";

/** The sheets of a workflow, outermost first; uses of subgraphs beyond 20,000 nodes or 16 levels stay closed. */
export function sheetsOf(workflow: Member): readonly Sheet[] {
  const definitions = definitionsOf(workflow);
  const sheets = [sheetOf(workflow, "", null)];
  const depths = new Map<Sheet, number>();
  let count = sheets[0]?.nodes.size ?? 0;
  for (const sheet of sheets) {
    const depth = depths.get(sheet) ?? 0;
    for (const [id, node] of sheet.nodes) {
      const definition = definitions.get(String(node["type"]));
      if (definition === undefined || depth >= MOST_DEPTH || isIdle(node)) continue;
      const inner = sheetOf(definition, `${sheet.prefix}${id}:`, { sheet, node });
      count += inner.nodes.size;
      if (count > MOST_NODES) return sheets;
      depths.set(inner, depth + 1);
      sheet.inside.set(id, inner);
      sheets.push(inner);
    }
  }
  return sheets;
}

function definitionsOf(workflow: Member): ReadonlyMap<string, Member> {
  const { definitions } = workflow;
  const subgraphs = isRecord(definitions) ? definitions["subgraphs"] : undefined;
  return new Map(membersOf(subgraphs).map((subgraph) => [String(subgraph["id"]), subgraph]));
}

function membersOf(value: unknown): readonly Member[] {
  return Array.isArray(value) ? (value as readonly unknown[]).filter(isRecord) : [];
}

function sheetOf(graph: Member, prefix: string, outside: Sheet["outside"]): Sheet {
  const nodes = membersOf(graph["nodes"]).filter((node) => node["id"] !== undefined);
  const links: readonly unknown[] = Array.isArray(graph["links"]) ? graph["links"] : [];
  const wires = links.flatMap(wireOf);
  return {
    prefix,
    nodes: new Map(nodes.slice(0, MOST_NODES).map((node) => [String(node["id"]), node])),
    wires: new Map(wires),
    outlets: new Map(
      wires.flatMap(([id, wire]) => (wire.target === SHEET_OUTPUT ? [[wire.targetSlot, id]] : [])),
    ),
    inside: new Map(),
    outside,
  };
}

function wireOf(link: unknown): readonly (readonly [string, Wire])[] {
  const [id, origin, originSlot, target, targetSlot]: readonly unknown[] = Array.isArray(link)
    ? link
    : isRecord(link)
      ? [link["id"], link["origin_id"], link["origin_slot"], link["target_id"], link["target_slot"]]
      : [];
  if ((typeof id !== "number" && typeof id !== "string") || typeof originSlot !== "number") return [];
  const slot = typeof targetSlot === "number" ? targetSlot : 0;
  return [[String(id), { origin: String(origin), originSlot, target: String(target), targetSlot: slot }]];
}

/** Whether a node is muted or bypassed: the run does not see it. */
export function isIdle(node: Member): boolean {
  return node["mode"] === MUTED || node["mode"] === BYPASSED;
}

/** The inputs or outputs of a node, as records. */
export function portsOf(node: Member, side: "inputs" | "outputs"): readonly Member[] {
  return membersOf(node[side]);
}

/**
 * The run's node behind a wire: through the borders of subgraphs and through bypassed nodes, which hand on the
 * input of the output's type. Null where the wire is cut, muted or runs in a circle.
 */
export function sourceOf(start: Sheet, wireId: unknown): readonly [id: string, slot: number] | null {
  const seen = new Set<string>();
  let sheet = start;
  let id = wireId;
  for (;;) {
    const key = `${sheet.prefix} ${String(id)}`;
    const wire = sheet.wires.get(String(id));
    if (wire === undefined || seen.has(key) || seen.size > MOST_HOPS) return null;
    seen.add(key);
    const node = sheet.nodes.get(wire.origin);
    const inner = sheet.inside.get(wire.origin);
    if (wire.origin === SHEET_INPUT && sheet.outside !== null) {
      id = portsOf(sheet.outside.node, "inputs")[wire.originSlot]?.["link"];
      sheet = sheet.outside.sheet;
    } else if (node === undefined || node["mode"] === MUTED) return null;
    else if (node["mode"] === BYPASSED) id = passageOf(node, wire.originSlot);
    else if (inner === undefined) return [sheet.prefix + wire.origin, wire.originSlot];
    else {
      id = inner.outlets.get(wire.originSlot);
      sheet = inner;
    }
  }
}

function passageOf(node: Member, slot: number): unknown {
  const type = portsOf(node, "outputs")[slot]?.["type"];
  const inputs = portsOf(node, "inputs").filter((input) => typeof input["link"] === "number");
  const sameSlot = portsOf(node, "inputs")[slot];
  if (sameSlot?.["type"] === type && typeof sameSlot?.["link"] === "number") return sameSlot["link"];
  return inputs.find((input) => input["type"] === type)?.["link"];
}
