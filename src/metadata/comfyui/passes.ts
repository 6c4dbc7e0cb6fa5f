import { activeInputs } from "./active-inputs.js";
import { type Encoded, encodedTexts } from "./conditioning.js";
import { type Graph, type GraphNode, linkOf, upstreamOf } from "./graph.js";
import { isBundle, isTextual, type Role, roleOf } from "./names.js";
import { textOf, textualInputs } from "./node-text.js";
import type { Walk } from "./walk.js";

/** One sampling step of the graph and the words that steer it. */
export interface Pass {
  readonly node: GraphNode;
  readonly positive: readonly Encoded[];
  readonly negative: readonly Encoded[];
}

export interface Passes {
  /** "sampler": from latents; "detailer": over finished pictures; "none": no sampler, so all words of the graph. */
  readonly kind: "sampler" | "detailer" | "none";
  /** In the graph's order; for "none" one entry a node that holds words. */
  readonly list: readonly Pass[];
}

/** Samplers beyond this many are not walked; their words are the same in every real graph of that size. */
const MOST_PASSES = 64;

/** Stands for the node itself where an output is asked for. */
const NO_OUTPUT = -1;

const SETTINGS: readonly RegExp[] = [
  /^steps$/,
  /^(?:cfg|cfg_scale|guidance_scale|guidance)$/,
  /^(?:noise_)?seed(?:_num)?$/,
  /^sampler(?:_name)?$/,
  /^(?:scheduler|sigmas)$/,
  /^denois(?:e|e_strength|ing_strength)$/,
  /^noise$/,
];
const PICTURE = /^(?:images?|pixels)$/i;
const OUTPUT_INPUT = /^(?:images?|video|frames|audio|gifs?)$/i;

/**
 * The samplers that feed an output of the graph. Nodes are told by what they take, not by their names: at least
 * two settings of a sampler, and a prompt. Those that work on latents make the picture; those that take a picture
 * (detailers, upscalers) only count where there is no other.
 */
export function passesOf(walk: Walk): Passes {
  const live = upstreamOf(walk.graph, outputsOf(walk.graph));
  const samplers = [...walk.graph.values()].filter(isSampler);
  const connected = samplers.filter((node) => live.has(node.id));
  const candidates = connected.length > 0 ? connected : samplers;
  const makers = candidates.filter((node) => !isDetailer(node));
  for (const [kind, nodes] of [
    ["sampler", makers],
    ["detailer", candidates],
  ] as const) {
    const list = nodes.slice(0, MOST_PASSES).map((node) => passOf(walk, node));
    if (nodes.length > MOST_PASSES)
      walk.notes.add(`only ${MOST_PASSES} of ${nodes.length} samplers were walked`);
    if (list.some((pass) => pass.positive.length + pass.negative.length > 0)) return { kind, list };
  }
  return { kind: "none", list: loosePasses(walk, live) };
}

function passOf(walk: Walk, node: GraphNode): Pass {
  return { node, positive: wordsOf(walk, node, "positive"), negative: wordsOf(walk, node, "negative") };
}

/** A sampler is walked like any node of the conditioning, as if something below it had asked for its prompts. */
function wordsOf(walk: Walk, node: GraphNode, role: Role): readonly Encoded[] {
  const byId = new Map<string, Encoded>();
  for (const found of encodedTexts(walk, { id: node.id, slot: NO_OUTPUT }, role, false)) {
    if (!byId.has(found.id)) byId.set(found.id, found);
  }
  return [...byId.values()];
}

function isSampler(node: GraphNode): boolean {
  const names = [...node.inputs.keys()];
  const settings = SETTINGS.filter((pattern) => names.some((name) => pattern.test(name)));
  if (settings.length < 2) return false;
  return [...node.inputs].some(([name, value]) =>
    linkOf(value) === null
      ? typeof value === "string" && isTextual(name)
      : roleOf(name) !== null || isBundle(name) || isTextual(name) || /^conditioning$/i.test(name),
  );
}

function isDetailer(node: GraphNode): boolean {
  if (/detailer|upscal|hook/i.test(node.type)) return true;
  return [...node.inputs].some(([name, value]) => PICTURE.test(name) && linkOf(value) !== null);
}

/** Nodes that take a picture and feed no other; where there is none, all that feed no other. */
export function outputsOf(graph: Graph): readonly string[] {
  const used = new Set<string>();
  for (const node of graph.values()) {
    for (const value of node.inputs.values()) {
      const link = linkOf(value);
      if (link !== null && link.id !== node.id) used.add(link.id);
    }
  }
  const ends = [...graph.values()].filter((node) => !used.has(node.id));
  const pictures = ends.filter((node) =>
    [...node.inputs].some(([name, value]) => OUTPUT_INPUT.test(name) && linkOf(value) !== null),
  );
  return (pictures.length > 0 ? pictures : ends).map((node) => node.id);
}

/** The words of every node that feeds an output, but for those that other words are built from. */
function loosePasses(walk: Walk, live: ReadonlySet<string>): readonly Pass[] {
  const holders = [...walk.graph.values()].filter((node) => live.has(node.id));
  const parts = new Set<string>();
  for (const node of holders) {
    for (const [name, value] of node.inputs) if (isTextual(name)) parts.add(linkOf(value)?.id ?? "");
  }
  return holders.flatMap((node): readonly Pass[] => {
    if (parts.has(node.id)) return [];
    const isNegative = /negative/i.test(node.title ?? "");
    const [positive, negative] = (["positive", "negative"] as const).map((role): readonly Encoded[] => {
      const own = textualInputs(activeInputs(walk, node), role);
      const isOwn = own.some(([name]) => roleOf(name) === role);
      if (own.length === 0 || (!isOwn && isNegative !== (role === "negative"))) return [];
      const text = textOf(walk, { id: node.id, slot: 0 }, role).trim();
      return text === "" ? [] : [{ id: node.id, text, isSettled: isOwn || isNegative }];
    });
    return [{ node, positive: positive ?? [], negative: negative ?? [] }];
  });
}
