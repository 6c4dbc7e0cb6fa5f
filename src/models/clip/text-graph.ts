import type { GraphBuilder, Value } from "../onnx/graph-builder.js";
import { createGraphBuilder } from "../onnx/graph-builder.js";
import { layerNorm } from "../onnx/layers.js";
import type { Tensors } from "../weights/tensors.js";
import type { ClipArchitecture } from "./architecture.js";
import { finishBlock, project } from "./block.js";
import type { ClipLayout } from "./layout.js";
import { createLinear, type Precision } from "./linear.js";

/** For `Reshape`: a side of 0, as the past of the very first token has, is not "as before". */
const EMPTY_IS_EMPTY = { allowzero: 1 };

interface HeadRows {
  /** [heads, n, width of a head] */
  readonly query: Value;
  readonly key: Value;
  readonly value: Value;
}

/** What the tokens before have left, [heads, past, width of a head]. */
interface Past {
  readonly keys: Value;
  readonly values: Value;
}

interface Grouping {
  /** [1, groups, size, size], 0 where a row sees a column. */
  readonly mask: Value;
  /** The sides [heads, groups, size]. */
  readonly sides: Value;
  /** The width of a head. */
  readonly head: number;
}

function turn(graph: GraphBuilder, value: Value, ...perm: readonly number[]): Value {
  return graph.op("Transpose", [value], { perm });
}

function join(graph: GraphBuilder, values: readonly Value[], axis: number): Value {
  return graph.op("Concat", values, { axis });
}

function lastSide(graph: GraphBuilder, value: Value): Value {
  return graph.op("Slice", [graph.op("Shape", [value]), graph.ints(-1), graph.ints(2 ** 31)]);
}

/**
 * What each token sees, [n, width]: of the past all, the same for everyone, so that one product a head serves all
 * tokens; of its own group what the mask shows. One softmax goes over both.
 */
function attend(graph: GraphBuilder, { query, key, value }: HeadRows, past: Past, grouping: Grouping): Value {
  const { mask, sides, head } = grouping;
  const grouped = join(graph, [sides, graph.ints(head)], 0);
  const inGroups = (rows: Value): Value => graph.op("Reshape", [rows, grouped]);
  const far = graph.op("MatMul", [query, turn(graph, past.keys, 0, 2, 1)]);
  const near = graph.op("MatMul", [inGroups(query), turn(graph, inGroups(key), 0, 1, 3, 2)]);
  const reach = lastSide(graph, far);
  const farInGroups = graph.op("Reshape", [far, join(graph, [sides, reach], 0)], EMPTY_IS_EMPTY);
  const shares = graph.op("Softmax", [join(graph, [farInGroups, graph.op("Add", [near, mask])], -1)], {
    axis: -1,
  });
  const parts = join(graph, [reach, lastSide(graph, near)], 0);
  const [farShares, nearShares] = graph.ops("Split", [shares, parts], 2, { axis: -1 }) as [Value, Value];
  const farRows = graph.op("Reshape", [farShares, graph.op("Shape", [far])], EMPTY_IS_EMPTY);
  const nearSeen = graph.op("MatMul", [nearShares, inGroups(value)]);
  const seen = graph.op("Add", [
    graph.op("MatMul", [farRows, past.values]),
    graph.op("Reshape", [nearSeen, graph.op("Shape", [query])]),
  ]);
  return graph.op("Flatten", [turn(graph, seen, 1, 0, 2)]);
}

/**
 * The text tower over tokens that lie in groups, each token seeing the past and what the mask of its group shows.
 *
 * Inputs: `tokens` and `positions` int32 [groups * size]; `mask` float32 [groups, size, size], 0 where the token of
 * the row sees the token of the column and very negative elsewhere; `past` float32 [2 * layers, heads, length, width of
 * a head], keys and values in turn of the tokens before; `ends` and `kept` int32, indices of tokens.
 * Outputs: `embedding` [ends, embedding], rows of length 1; `present` [2 * layers, heads, kept, width of a head].
 * In the last block, only the ends go on after attention.
 */
export function buildTextGraph(
  tensors: Tensors,
  { text: names, projectionsByOutput }: ClipLayout,
  { text, embedding }: ClipArchitecture,
  precision: Precision,
): Uint8Array {
  const { width, heads, layers, epsilon } = text;
  const head = width / heads;
  const graph = createGraphBuilder("clip-text", tensors);
  const tower = { graph, linear: createLinear(graph, precision), shape: text };
  const tokens = graph.input("tokens", "int32", ["tokens"]);
  const positions = graph.input("positions", "int32", ["tokens"]);
  const mask = graph.input("mask", "float32", ["groups", "size", "size"]);
  const past = graph.input("past", "float32", [2 * layers, heads, "past", head]);
  const ends = graph.input("ends", "int32", ["ends"]);
  const kept = graph.input("kept", "int32", ["kept"]);

  const gather = (from: Value, at: Value, axis: number): Value => graph.op("Gather", [from, at], { axis });
  const groups = graph.op("Slice", [graph.op("Shape", [mask]), graph.ints(0), graph.ints(2)]);
  const sides = join(graph, [graph.ints(heads), groups], 0);
  const grouping = { mask: graph.op("Unsqueeze", [mask, graph.ints(0)]), sides, head };
  const byHead = (rows: Value): Value =>
    turn(graph, graph.op("Reshape", [rows, graph.ints(-1, heads, head)]), 1, 0, 2);
  const present: Value[] = [];

  let rows = graph.op("Add", [
    gather(graph.weight(names.tokens), tokens, 0),
    gather(graph.weight(names.positions), positions, 0),
  ]);
  for (let index = 0; index < layers; index++) {
    const block = names.block(index);
    const normed = layerNorm(graph, rows, block.norm1, epsilon);
    const query = graph.op("Mul", [tower.linear(normed, block.query), graph.scalar(head ** -0.5)]);
    const key = byHead(tower.linear(normed, block.key));
    const value = byHead(tower.linear(normed, block.value));
    for (const own of [key, value])
      present.push(graph.op("Unsqueeze", [gather(own, kept, 1), graph.ints(0)]));
    const before = {
      keys: gather(past, graph.integer(2 * index), 0),
      values: gather(past, graph.integer(2 * index + 1), 0),
    };
    const seen = attend(graph, { query: byHead(query), key, value }, before, grouping);
    const last = index === layers - 1;
    rows = finishBlock(
      tower,
      last ? gather(rows, ends, 0) : rows,
      last ? gather(seen, ends, 0) : seen,
      block,
    );
  }
  const projected = project(tower, rows, names.lastNorm, names.projection, projectionsByOutput);
  graph.output("embedding", projected, "float32", ["ends", embedding]);
  graph.output("present", join(graph, present, 0), "float32", [2 * layers, heads, "kept", head]);
  return graph.finish();
}
